import type { Basis, DatePrecision, Outlet, PublicationDate } from "../engine/model/index.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";

/** An entry of an `articles.json`: the file beside it, and what is known of the article in it. */
export interface KnownFile {
  readonly file: string;
  readonly known: KnownOfArticle;
}

/** An `articles.json` that is not what it should be; the message says where and what. */
export class ArticlesJsonError extends Error {
  override readonly name = "ArticlesJsonError";
}

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads an `articles.json`: an array of `{"file", "outlet", "title", "url" or "urls",
 * "published", "byline", "agencies", "language", "relativeDatesCountFrom"}`, all but `file`
 * optional. Throws ArticlesJsonError.
 */
export function readArticlesJson(json: string): readonly KnownFile[] {
  let entries: unknown;
  try {
    entries = JSON.parse(json);
  } catch (error) {
    throw new ArticlesJsonError(`not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(entries)) throw new ArticlesJsonError("not an array of articles");
  return entries.map((entry: unknown, at) => readEntry(entry, at));
}

function readEntry(entry: unknown, at: number): KnownFile {
  if (!isObject(entry) || typeof entry.file !== "string") {
    throw new ArticlesJsonError(`article ${at}: "file" is missing`);
  }
  return { file: entry.file, known: readKnown(entry, entry.file) };
}

function readKnown(entry: JsonObject, file: string): KnownOfArticle {
  const urls = "urls" in entry ? strings(entry.urls, file, "urls") : text(entry.url, file, "url");
  return {
    outlet: readOutlet(entry.outlet, file),
    title: text(entry.title, file, "title"),
    urls: typeof urls === "string" ? [urls] : (urls ?? []),
    published: readPublished(entry.published, file),
    relativeDatesCountFrom: text(entry.relativeDatesCountFrom, file, "relativeDatesCountFrom"),
    byline: text(entry.byline, file, "byline"),
    agencies: strings(entry.agencies ?? [], file, "agencies"),
    ...("language" in entry ? { language: text(entry.language, file, "language") } : {}),
  };
}

function readOutlet(value: unknown, file: string): Outlet | null {
  if (value === undefined || value === null) return null;
  if (!isObject(value) || typeof value.name !== "string") {
    throw new ArticlesJsonError(`${file}: "outlet" has no "name"`);
  }
  return { name: value.name, domain: text(value.domain, file, "outlet.domain") };
}

const precisions: readonly string[] = ["year", "month", "day", "minute", "second"];

function readPublished(value: unknown, file: string): PublicationDate | null {
  if (value === undefined || value === null) return null;
  if (!isObject(value) || typeof value.value !== "string" || !/^\d{4}/.test(value.value)) {
    throw new ArticlesJsonError(`${file}: "published" is no date with "value"`);
  }
  if (!precisions.includes(String(value.precision))) {
    throw new ArticlesJsonError(
      `${file}: "published.precision" is none of ${precisions.join(", ")}`,
    );
  }
  if (value.basis !== "stated" && value.basis !== "inferred") {
    throw new ArticlesJsonError(`${file}: "published.basis" is neither stated nor inferred`);
  }
  const precision = value.precision as DatePrecision;
  return { value: value.value, precision, basis: value.basis satisfies Basis };
}

function text(value: unknown, file: string, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") throw new ArticlesJsonError(`${file}: "${name}" is not a text`);
  return value;
}

function strings(value: unknown, file: string, name: string): readonly string[] {
  if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
    throw new ArticlesJsonError(`${file}: "${name}" is not an array of texts`);
  }
  return value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
