import { areArticleRecords } from "../articleRecords.ts";
import { listEntries } from "../articlesJson.ts";
import { parseBoundedJson } from "../boundedJson.ts";
import { bounds } from "../bounds.ts";
import { ArticleDataError } from "../knownData.ts";
import type { KnownOfArticle } from "../knownOfArticle.ts";
import { createZipMembers, type ZipPart } from "./zipMembers.ts";

/** What `articles.json` files say of the files beside them. Names include the folder. */
export interface KnownFiles {
  of(name: string): KnownOfArticle;
  /** True if there is a list in the file's folder. */
  hasListBeside(name: string): boolean;
  /** All files that lists name. */
  readonly names: Iterable<string>;
}

/** What lists say, by file name. */
export type ListedFiles = ReadonlyMap<string, KnownOfArticle>;

/** Returns what lists say of files. */
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

/** True for the name of a file that describes the files beside it. */
export function isListName(name: string): boolean {
  return /(?:^|[\\/])articles\.json$/.test(name);
}

/**
 * Returns what an `articles.json` says of the files beside it, without entries that are broken;
 * empty if it has whole records, which are read as such. Throws ArticleDataError if it is no list.
 */
export function knownFilesIn(name: string, json: string): ListedFiles {
  if (json.length > bounds.listBytes) throw new ArticleDataError("refusedListTooLong");
  const value = parseBoundedJson(json, bounds.wholeJsonValues);
  if (areArticleRecords(value)) return new Map();
  const folder = name.slice(0, name.length - "articles.json".length);
  const files = new Map<string, KnownOfArticle>();
  for (const entry of listEntries(value)) {
    if ("file" in entry) files.set(`${folder}${entry.file}`, entry.known);
  }
  return files;
}

/**
 * Returns a reader of the `articles.json` files in a zip, named as the zip's own reader names them. It
 * reports no faults, because that reader does.
 * @param mostBytes of all its lists together; what comes after them is not used
 */
export function createZipListReader(
  zipName: string,
  mostBytes: number = bounds.listBytes,
): {
  push(chunk: Uint8Array): void;
  end(): { readonly files: ListedFiles; readonly bytes: number };
} {
  const files = new Map<string, KnownOfArticle>();
  const members = createZipMembers(isListName);
  let pieces: Uint8Array[] = [];
  let bytes = 0;

  function take(part: ZipPart): void {
    if (part.kind === "piece") {
      if (bytes + part.bytes.length > mostBytes) pieces = [];
      bytes = Math.min(mostBytes, bytes + part.bytes.length);
      if (bytes < mostBytes) pieces.push(part.bytes);
      return;
    }
    if (part.kind === "end" && bytes < mostBytes) {
      addAll(files, `${zipName}/${part.member}`, textOf(pieces));
    }
    pieces = [];
  }

  return {
    push(chunk) {
      for (const part of members.push(chunk)) take(part);
    },
    end() {
      for (const part of members.end()) take(part);
      return { files, bytes };
    },
  };
}

/** Returns the text of a zip's member, in UTF-8. */
export function textOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  const texts = pieces.map((piece) => decoder.decode(piece, { stream: true }));
  return texts.join("") + decoder.decode();
}

function addAll(known: Map<string, KnownOfArticle>, name: string, json: string): void {
  try {
    for (const [file, its] of knownFilesIn(name, json)) known.set(file, its);
  } catch (error) {
    if (!(error instanceof ArticleDataError)) throw error;
  }
}
