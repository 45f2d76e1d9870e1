import { parseBoundedJson } from "./boundedJson.ts";
import { bounds } from "./bounds.ts";
import { ArticleDataError, isObject, readKnown } from "./knownData.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";

/**
 * An entry of an `articles.json`: the name of a file beside it, and what is known of the article in
 * that file.
 */
export interface KnownFile {
  readonly file: string;
  readonly known: KnownOfArticle;
}

/**
 * Reads an `articles.json`: an array of `{"file", …}` with what is known of each file's
 * article (see readKnown). Throws ArticleDataError.
 */
export function readArticlesJson(json: string): readonly KnownFile[] {
  const entries = parseBoundedJson(json, bounds.wholeJsonValues);
  if (!Array.isArray(entries)) throw new ArticleDataError("not an array of articles");
  return entries.map((entry: unknown, at) => readEntry(entry, at));
}

function readEntry(entry: unknown, at: number): KnownFile {
  if (!isObject(entry) || typeof entry.file !== "string") {
    throw new ArticleDataError(`article ${at}: "file" is missing`);
  }
  return { file: entry.file, known: readKnown(entry, entry.file) };
}
