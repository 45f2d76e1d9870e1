import type { JsonObject } from "../knownData.ts";

/** The names that collections of news give the same datum, the commonest first. */
export const recordNames = {
  body: ["body", "articleBody", "article_body"],
  text: ["text", "content", "maintext", "content_text"],
  title: ["title", "headline", "name"],
  url: ["url", "link", "canonical_url", "source_url", "web_url"],
  outlet: ["outlet", "publisher", "source", "site", "site_name", "publication", "source_domain"],
  published: [
    "published",
    "date",
    "published_at",
    "publish_date",
    "date_publish",
    "publishedAt",
    "pub_date",
    "datePublished",
  ],
  updated: ["updated", "updated_at", "date_modified", "date_modify", "dateModified", "modified"],
  byline: ["byline", "author", "authors"],
  language: ["language", "lang"],
} as const;

/** Returns the values under these names; empty ones are not stated. */
export function valuesUnder(record: JsonObject, choices: readonly string[]): readonly unknown[] {
  return choices.map((name) => record[name]).filter(isStated);
}

function isStated(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === "string") return value.trim() !== "";
  return !Array.isArray(value) || value.length > 0;
}
