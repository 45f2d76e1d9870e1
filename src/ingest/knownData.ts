import type {
  Basis,
  DatePrecision,
  Outlet,
  PublicationDate,
  RefusalReason,
} from "../engine/model/index.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";

/** Thrown for a file, or data of an article, that cannot be used. */
export class ArticleDataError extends Error {
  override readonly name = "ArticleDataError";
  readonly reason: RefusalReason;

  constructor(key: RefusalReason["key"], ...values: readonly (string | number)[]) {
    super([key, ...values].join(" "));
    this.reason = { key, values };
  }
}

/** An object of parsed JSON, not yet validated. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads what a JSON record says of an article: `"outlet", "title", "url" or "urls", "published",
 * "byline", "agencies", "language", "relativeDatesCountFrom"`, all optional. Throws
 * ArticleDataError if a value is wrong.
 */
export function readKnown(entry: JsonObject): KnownOfArticle {
  const urls = "urls" in entry ? strings(entry.urls, "urls") : text(entry.url, "url");
  return {
    outlet: readOutlet(entry.outlet),
    title: text(entry.title, "title"),
    urls: typeof urls === "string" ? [urls] : (urls ?? []),
    published: readPublished(entry.published),
    relativeDatesCountFrom: text(entry.relativeDatesCountFrom, "relativeDatesCountFrom"),
    byline: text(entry.byline, "byline"),
    agencies: strings(entry.agencies ?? [], "agencies"),
    ...("language" in entry ? { language: text(entry.language, "language") } : {}),
  };
}

function readOutlet(value: unknown): Outlet | null {
  if (value === undefined || value === null) return null;
  if (!isObject(value) || typeof value.name !== "string") {
    throw new ArticleDataError("refusedMissing", "outlet.name");
  }
  return { name: value.name, domain: text(value.domain, "outlet.domain") };
}

/** The longest value, or file name, that is printed in a message. */
export const longestPrinted = 120;
const precisions: readonly string[] = ["year", "month", "day", "minute", "second"];

function readPublished(value: unknown): PublicationDate | null {
  if (value === undefined || value === null) return null;
  if (!isObject(value) || typeof value.value !== "string") {
    throw new ArticleDataError("refusedMissing", "published.value");
  }
  if (!/^\d{4}/.test(value.value)) {
    const printed = value.value.slice(0, longestPrinted);
    throw new ArticleDataError("refusedNotDate", "published.value", printed);
  }
  if (!precisions.includes(String(value.precision))) {
    throw new ArticleDataError("refusedNotOneOf", "published.precision", precisions.join(", "));
  }
  if (value.basis !== "stated" && value.basis !== "inferred") {
    throw new ArticleDataError("refusedNotOneOf", "published.basis", "stated, inferred");
  }
  const precision = value.precision as DatePrecision;
  return { value: value.value, precision, basis: value.basis satisfies Basis };
}

function text(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw new ArticleDataError("refusedNotText", name);
  return value;
}

function strings(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
    throw new ArticleDataError("refusedNotTexts", name);
  }
  return value;
}

/** True for an object of JSON: no array, no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
