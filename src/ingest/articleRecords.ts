import type { Article, ArticleId } from "../engine/model/index.ts";
import { articleId } from "./articleId.ts";
import { ArticleDataError, isObject, readKnown } from "./knownData.ts";

/** True if the parsed JSON is an array of records that carry their article's body. */
export function areArticleRecords(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && isObject(value[0]) && "body" in value[0];
}

/**
 * Returns an article from a cleaned record: what is known of it, its `"body"`, and its `"id"` if it
 * has one. The body is not changed. Throws ArticleDataError.
 */
export function articleFromRecord(record: unknown): Article {
  if (!isObject(record)) throw new ArticleDataError("refusedNoObject");
  if (typeof record.body !== "string") throw new ArticleDataError("refusedMissing", "body");
  const known = readKnown(record);
  const title = known.title ?? "";
  const urls = known.urls ?? [];
  const outlet = known.outlet ?? { name: "", domain: null };
  const identity = { outlet: outlet.domain ?? outlet.name, url: urls[0] ?? null, title };
  return {
    id: isId(record.id) ? record.id : articleId(identity),
    outlet,
    title,
    urls,
    published: known.published ?? null,
    relativeDatesCountFrom: known.relativeDatesCountFrom ?? null,
    byline: known.byline ?? null,
    agencies: known.agencies ?? [],
    language: known.language ?? null,
    body: record.body,
  };
}

/**
 * True for a usable id. A colon would end it inside a passage's id; invisible characters and halves
 * of surrogate pairs would make two ids look alike.
 */
function isId(value: unknown): value is ArticleId {
  return typeof value === "string" && /^[^\s:\p{Cc}\p{Cf}\p{Cs}]{1,200}$/u.test(value);
}
