import { parseBoundedJson } from "./boundedJson.ts";
import { bounds } from "./bounds.ts";
import { ArticleDataError, isObject, readKnown } from "./knownData.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import { isIsoDate } from "./metadata/calendar.ts";

/**
 * An entry of an `articles.json`: the name of a file beside it, and what is known of the article in
 * that file.
 */
export interface KnownFile {
  readonly file: string;
  readonly known: KnownOfArticle;
}

/** The entries of a list that can be used, and what is wrong with each of the others. */
export interface ListEntries {
  readonly files: readonly KnownFile[];
  readonly faults: readonly string[];
}

/**
 * Reads an `articles.json`: an array of `{"file", …}` with what is known of each file's
 * article (see readKnown). Throws ArticleDataError.
 */
export function readArticlesJson(json: string): readonly KnownFile[] {
  const { files, faults } = listEntries(parseBoundedJson(json, bounds.wholeJsonValues));
  if (faults[0] !== undefined) throw new ArticleDataError(faults[0]);
  return files;
}

/** Returns the entries of a parsed `articles.json`. Throws ArticleDataError if it is no list. */
export function listEntries(entries: unknown): ListEntries {
  if (!Array.isArray(entries)) throw new ArticleDataError("not an array of articles");
  const files: KnownFile[] = [];
  const faults: string[] = [];
  for (const [at, entry] of entries.entries()) {
    try {
      files.push(readEntry(entry, at));
    } catch (error) {
      if (!(error instanceof ArticleDataError)) throw error;
      faults.push(error.message);
    }
  }
  return { files, faults };
}

/** The longest file name, or date, that is printed in a message. */
const longestPrinted = 120;

function readEntry(entry: unknown, at: number): KnownFile {
  if (!isObject(entry) || typeof entry.file !== "string") {
    throw new ArticleDataError(`article ${at}: "file" is missing`);
  }
  const where = entry.file.slice(0, longestPrinted);
  const known = readKnown(entry, where);
  const date = known.published?.value ?? known.relativeDatesCountFrom ?? null;
  if (date !== null && !isIsoDate(date)) {
    throw new ArticleDataError(`${where}: there is no date ${date.slice(0, longestPrinted)}`);
  }
  return { file: entry.file, known };
}
