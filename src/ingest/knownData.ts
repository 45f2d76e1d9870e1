import type { Basis, DatePrecision, Outlet, PublicationDate } from "../engine/model/index.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";

/** Data of an article that is not what it should be; the message says where and what. */
export class ArticleDataError extends Error {
  override readonly name = "ArticleDataError";
}

/** An object of parsed JSON, not yet validated. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads what a JSON record says of an article: `"outlet", "title", "url" or "urls", "published",
 * "byline", "agencies", "language", "relativeDatesCountFrom"`, all optional. Throws
 * ArticleDataError if a value is wrong; `where` names the record in its message.
 */
export function readKnown(entry: JsonObject, where: string): KnownOfArticle {
  const urls = "urls" in entry ? strings(entry.urls, where, "urls") : text(entry.url, where, "url");
  return {
    outlet: readOutlet(entry.outlet, where),
    title: text(entry.title, where, "title"),
    urls: typeof urls === "string" ? [urls] : (urls ?? []),
    published: readPublished(entry.published, where),
    relativeDatesCountFrom: text(entry.relativeDatesCountFrom, where, "relativeDatesCountFrom"),
    byline: text(entry.byline, where, "byline"),
    agencies: strings(entry.agencies ?? [], where, "agencies"),
    ...("language" in entry ? { language: text(entry.language, where, "language") } : {}),
  };
}

function readOutlet(value: unknown, where: string): Outlet | null {
  if (value === undefined || value === null) return null;
  if (!isObject(value) || typeof value.name !== "string") {
    throw new ArticleDataError(`${where}: "outlet" has no "name"`);
  }
  return { name: value.name, domain: text(value.domain, where, "outlet.domain") };
}

/** The longest value, or file name, that is printed in a message. */
export const longestPrinted = 120;
const precisions: readonly string[] = ["year", "month", "day", "minute", "second"];

function readPublished(value: unknown, where: string): PublicationDate | null {
  if (value === undefined || value === null) return null;
  if (!isObject(value) || typeof value.value !== "string") {
    throw new ArticleDataError(`${where}: "published" is not a date with a "value"`);
  }
  if (!/^\d{4}/.test(value.value)) {
    const printed = value.value.slice(0, longestPrinted);
    throw new ArticleDataError(`${where}: "published.value" is not a date: ${printed}`);
  }
  if (!precisions.includes(String(value.precision))) {
    throw new ArticleDataError(
      `${where}: "published.precision" is not one of ${precisions.join(", ")}`,
    );
  }
  if (value.basis !== "stated" && value.basis !== "inferred") {
    throw new ArticleDataError(`${where}: "published.basis" is neither stated nor inferred`);
  }
  const precision = value.precision as DatePrecision;
  return { value: value.value, precision, basis: value.basis satisfies Basis };
}

function text(value: unknown, where: string, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw new ArticleDataError(`${where}: "${name}" is not a text`);
  return value;
}

function strings(value: unknown, where: string, name: string): readonly string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
    throw new ArticleDataError(`${where}: "${name}" is not an array of texts`);
  }
  return value;
}

/** True for an object of JSON: no array, no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
