import type { RefusalReason } from "../engine/model/index.ts";
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

/** An entry, or the number of one that is broken, and why. */
export type ListEntry = KnownFile | { readonly broken: number; readonly reason: RefusalReason };

/**
 * Gives the entries of a parsed `articles.json`: an array of `{"file", …}` with what is known of each
 * file's article (see readKnown). Throws ArticleDataError if it is no list.
 */
export function* listEntries(entries: unknown): Generator<ListEntry> {
  if (!Array.isArray(entries)) throw new ArticleDataError("refusedNoList");
  for (const [at, entry] of entries.entries()) {
    yield isObject(entry) ? readEntry(entry, at) : missingFile(at);
  }
}

/** Returns the entries of an `articles.json`. Throws ArticleDataError for the first that is broken. */
export function readArticlesJson(json: string): readonly KnownFile[] {
  return [...listEntries(parseBoundedJson(json, bounds.wholeJsonValues))].map((entry) => {
    if ("broken" in entry)
      throw new ArticleDataError(entry.reason.key, ...(entry.reason.values ?? []));
    return entry;
  });
}

function missingFile(at: number): ListEntry {
  return { broken: at + 1, reason: { key: "refusedMissing", values: ["file"] } };
}

function readEntry(entry: JsonObject, at: number): ListEntry {
  const { file } = entry;
  if (typeof file !== "string") return missingFile(at);
  try {
    const known = readKnown(entry);
    checkDate(known.published?.value, "published.value");
    checkDate(known.relativeDatesCountFrom, "relativeDatesCountFrom");
    return { file, known };
  } catch (error) {
    if (!(error instanceof ArticleDataError)) throw error;
    return { broken: at + 1, reason: error.reason };
  }
}

function checkDate(date: string | null | undefined, name: string): void {
  if (date == null || isIsoDate(date)) return;
  throw new ArticleDataError("refusedNotDate", name, date.slice(0, longestPrinted));
}
