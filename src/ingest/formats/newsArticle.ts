import { isObject, type JsonObject } from "../knownData.ts";
import type { ParseHtml } from "../parseHtml.ts";
import { articleFromLooseRecord } from "./looseRecord.ts";
import type { ReadArticle } from "./omissions.ts";

/** Types of schema.org that are articles: NewsArticle and its kin. */
const articleType =
  /^(?:https?:\/\/schema\.org\/|schema:)?(?:\w*Article|BlogPosting|LiveBlogPosting|Report)$/;

/** True for schema.org's NewsArticle as JSON-LD. */
export function isNewsArticle(value: JsonObject): boolean {
  return listOf(value["@type"]).some((type) => typeof type === "string" && articleType.test(type));
}

/**
 * Returns the articles of a JSON-LD document: itself, or those of its `@graph` or list; empty if it
 * is none.
 */
export function newsArticlesIn(value: JsonObject): readonly JsonObject[] {
  if (isNewsArticle(value)) return [value];
  const nested = [...listOf(value["@graph"]), ...listOf(value.itemListElement)].filter(isObject);
  return nested
    .map((entry) => (isObject(entry.item) ? entry.item : entry))
    .filter((entry) => isNewsArticle(entry));
}

/** Returns the article of a NewsArticle. Throws ArticleDataError if it does not carry its text. */
export function articleFromNewsArticle(news: JsonObject, parseHtml: ParseHtml): ReadArticle {
  const record = {
    body: news.articleBody ?? news.text,
    title: news.headline ?? news.name,
    url: addressIn(news.url) ?? addressIn(news.mainEntityOfPage) ?? addressIn(news["@id"]),
    outlet: nameIn(news.publisher) ?? nameIn(news.sourceOrganization),
    published: news.datePublished ?? news.dateCreated,
    updated: news.dateModified,
    byline: listOf(news.author ?? news.creator),
    language: isObject(news.inLanguage) ? news.inLanguage.alternateName : news.inLanguage,
  };
  const present = Object.entries(record).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return articleFromLooseRecord(Object.fromEntries(present), parseHtml);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function addressIn(value: unknown): string | null {
  if (isObject(value)) return addressIn(value["@id"] ?? value.url);
  return typeof value === "string" && /^https?:/i.test(value) ? value : null;
}

function nameIn(value: unknown): string | null {
  const [first] = listOf(value);
  if (isObject(first)) return typeof first.name === "string" ? first.name : null;
  return typeof first === "string" ? first : null;
}
