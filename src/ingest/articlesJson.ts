import { parseBoundedJson } from "./boundedJson.ts";
import { bounds } from "./bounds.ts";
import {
  ArticleDataError,
  isObject,
  type JsonObject,
  longestPrinted,
  readKnown,
} from "./knownData.ts";
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

/** An entry, or what is wrong with it. */
export type ListEntry = KnownFile | { readonly fault: string };

/**
 * Gives the entries of a parsed `articles.json`: an array of `{"file", …}` with what is known of each
 * file's article (see readKnown). Throws ArticleDataError if it is no list.
 */
export function* listEntries(entries: unknown): Generator<ListEntry> {
  if (!Array.isArray(entries)) throw new ArticleDataError("not an array of articles");
  for (const [at, entry] of entries.entries()) {
    yield isObject(entry) ? readEntry(entry, at) : missingFile(at);
  }
}

/** Returns the entries of an `articles.json`. Throws ArticleDataError for the first that is broken. */
export function readArticlesJson(json: string): readonly KnownFile[] {
  return [...listEntries(parseBoundedJson(json, bounds.wholeJsonValues))].map((entry) => {
    if ("fault" in entry) throw new ArticleDataError(entry.fault);
    return entry;
  });
}

function missingFile(at: number): ListEntry {
  return { fault: `article ${at}: "file" is missing` };
}

function readEntry(entry: JsonObject, at: number): ListEntry {
  const { file } = entry;
  if (typeof file !== "string") return missingFile(at);
  const where = file.slice(0, longestPrinted);
  try {
    const known = readKnown(entry, where);
    const dates = [known.published?.value, known.relativeDatesCountFrom];
    const wrong = dates.find((date) => date != null && !isIsoDate(date));
    return wrong == null
      ? { file, known }
      : { fault: `${where}: there is no date ${wrong.slice(0, longestPrinted)}` };
  } catch (error) {
    if (!(error instanceof ArticleDataError)) throw error;
    return { fault: error.message };
  }
}
