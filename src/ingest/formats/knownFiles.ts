import { Unzip, UnzipInflate } from "fflate";
import { areArticleRecords } from "../articleRecords.ts";
import { readArticlesJson } from "../articlesJson.ts";
import { ArticleDataError } from "../knownData.ts";
import type { KnownOfArticle } from "../knownOfArticle.ts";

/** What is known of files from the `articles.json` beside them. Names are full: with their folder. */
export interface KnownFiles {
  of(name: string): KnownOfArticle;
  /** True if a list stands in the file's folder. */
  hasListBeside(name: string): boolean;
  /** All files that lists name. */
  readonly names: Iterable<string>;
}

/** What lists say, by the files' names. */
export type ListedFiles = ReadonlyMap<string, KnownOfArticle>;

/** Lists as what is known of files. */
export function createKnownFiles(listed: ListedFiles): KnownFiles {
  const folders = new Set([...listed.keys()].map(folderOf));
  return {
    of: (name) => listed.get(name) ?? {},
    hasListBeside: (name) => folders.has(folderOf(name)),
    names: listed.keys(),
  };
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
}

/** True for the name of a list of what is known of the files beside it. */
export function isListName(name: string): boolean {
  return /(?:^|[\\/])articles\.json$/.test(name);
}

/**
 * What an `articles.json` says of the files beside it; empty if it holds whole records, which are
 * read as such. Throws ArticleDataError.
 */
export function knownFilesIn(name: string, json: string): ListedFiles {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new ArticleDataError(`${name}: not JSON: ${(error as Error).message}`);
  }
  if (areArticleRecords(value)) return new Map();
  const folder = name.slice(0, name.length - "articles.json".length);
  return new Map(readArticlesJson(json).map(({ file, known }) => [`${folder}${file}`, known]));
}

/** The lists of a zip, under the names that its reader gives; what is wrong in it, its reader says. */
export function createZipListReader(zipName: string): {
  push(chunk: Uint8Array): void;
  end(): ListedFiles;
} {
  const known = new Map<string, KnownOfArticle>();
  let isDamaged = false;
  const unzip = new Unzip((file) => {
    if (!isListName(file.name)) return;
    let json = "";
    const decoder = new TextDecoder();
    file.ondata = (error, data, isFinal) => {
      if (error || json.length > longestList) return;
      json += decoder.decode(data, { stream: !isFinal });
      if (isFinal) addAll(known, `${zipName}/${file.name}`, json);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const push = (chunk: Uint8Array, isFinal: boolean) => {
    if (isDamaged) return;
    try {
      unzip.push(chunk, isFinal);
    } catch {
      isDamaged = true;
    }
  };
  return {
    push: (chunk) => push(chunk, false),
    end() {
      push(new Uint8Array(0), true);
      return known;
    },
  };
}

const longestList = 50_000_000;

function addAll(known: Map<string, KnownOfArticle>, name: string, json: string): void {
  try {
    for (const [file, its] of knownFilesIn(name, json)) known.set(file, its);
  } catch (error) {
    if (!(error instanceof ArticleDataError)) throw error;
  }
}
