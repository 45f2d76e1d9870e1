import { nameOfPart } from "../../engine/model/index.ts";
import { ArticleDataError, isObject, type JsonObject } from "../knownData.ts";
import type { ParseHtml } from "../parseHtml.ts";
import { articleFromExported, readExportedHistory } from "./exportedRecord.ts";
import { faultOf, type Item, refused, taken } from "./item.ts";
import { articleFromLooseRecord, isLooseRecord, namesAnArticle } from "./looseRecord.ts";
import { articleFromNewsArticle, newsArticlesIn } from "./newsArticle.ts";
import { articleFromNinjs, exportedOfNinjs, isNinjs } from "./ninjs.ts";
import { omissionsInRecord, type ReadArticle } from "./omissions.ts";

/**
 * Yields the articles of parsed JSON: one record, ninjs item or NewsArticle, an array of them, or
 * an object with such an array. Each that cannot be used is refused on its own.
 */
export function* itemsOfJson(value: unknown, name: string, parseHtml: ParseHtml): Generator<Item> {
  const list = listIn(value);
  if (list === null) yield* itemsOfValue(value, name, parseHtml);
  else if (list.length === 0) yield refused(name, { key: "refusedEmptyList" });
  else {
    for (const [at, entry] of list.entries()) {
      yield* itemsOfValue(entry, nameOfPart(name, "article", at + 1), parseHtml);
    }
  }
}

/** Names of an object's list of articles. */
export const listNames = ["articles", "items", "results", "data", "documents", "news"] as const;

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  for (const name of listNames) {
    const list = value[name];
    if (Array.isArray(list) && (list.length === 0 || isObject(list[0]))) return list;
  }
  return null;
}

/**
 * Yields the items of one value: a record or item of one article, or a JSON-LD document with
 * several.
 */
export function* itemsOfValue(value: unknown, name: string, parseHtml: ParseHtml): Generator<Item> {
  if (!isObject(value)) {
    yield refused(name, { key: "refusedNoObject" });
    return;
  }
  const news = newsArticlesIn(value);
  if (news.length === 0) yield* itemsOfRecord(value, name, parseHtml);
  for (const [at, one] of news.entries()) {
    const itsName = news.length === 1 ? name : nameOfPart(name, "article", at + 1);
    yield itemOf(itsName, () => articleFromNewsArticle(one, parseHtml));
  }
}

/** Returns a record's article, with its history from an exported library and the faults of that. */
function* itemsOfRecord(value: JsonObject, name: string, parseHtml: ParseHtml): Generator<Item> {
  const exported = isNinjs(value) ? exportedOfNinjs(value) : value;
  if (exported?.kept === undefined || exported.kept === null) {
    yield itemOf(name, () => articleOf(value, parseHtml));
    return;
  }
  const item = itemOf(name, () => {
    const article = articleFromExported(exported);
    return { article, omissions: omissionsInRecord(exported, article) };
  });
  if (item.kind === "refused") return yield item;
  const history = readExportedHistory(exported.kept);
  yield { ...item, history };
  for (const { version, reason } of history.faults) {
    yield refused(version === null ? name : nameOfPart(name, "version", version), reason);
  }
}

function articleOf(value: JsonObject, parseHtml: ParseHtml): ReadArticle {
  return isNinjs(value)
    ? articleFromNinjs(value, parseHtml)
    : articleFromLooseRecord(value, parseHtml);
}

/** True for a value that is an article and identifies it: a text alone is other data. */
export function isArticle(value: unknown): boolean {
  if (!isObject(value)) return true;
  if (isNinjs(value) || newsArticlesIn(value).length > 0) return true;
  return isLooseRecord(value) && namesAnArticle(value);
}

/** Returns an article, or the reason why there is none. */
export function itemOf(name: string, read: () => ReadArticle): Item {
  try {
    return taken(name, read());
  } catch (error) {
    if (isTooDeep(error)) return refused(name, { key: "refusedDepth" });
    if (!(error instanceof ArticleDataError)) return refused(name, faultOf(error));
    return refused(name, error.reason);
  }
}

/** True for the error of V8 or SpiderMonkey that the stack is full. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError || (error as Error).name === "InternalError";
}
