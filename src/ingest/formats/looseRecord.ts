import type { Article, Basis, Outlet, PublicationDate } from "../../engine/model/index.ts";
import { articleFromHtml } from "../articleFromHtml.ts";
import { articleFromText } from "../articleFromText.ts";
import { articleFromRecord } from "../articleRecords.ts";
import { ArticleDataError, isObject, type JsonObject, readKnown } from "../knownData.ts";
import { joinAuthors } from "../metadata/byline.ts";
import { domainOf } from "../metadata/outlet.ts";
import { parsePublicationDate } from "../metadata/publicationDate.ts";
import type { ParseHtml } from "../parseHtml.ts";
import { isWrappedText, linesOf } from "../plain/lines.ts";
import { safeArticle } from "../safeArticle.ts";
import { looksLikeHtml } from "./articleOfDocument.ts";
import { omissionsInRecord, type ReadArticle } from "./omissions.ts";
import { recordNames } from "./recordNames.ts";

/** True for an object that has a text under one of the usual names. */
export function isLooseRecord(value: JsonObject): boolean {
  return textOf(value) !== null;
}

/** True for an object that identifies an article, with or without its text. */
export function namesAnArticle(value: JsonObject): boolean {
  return [...recordNames.title, ...recordNames.url, ...recordNames.outlet].some(
    (name) => name in value,
  );
}

/**
 * Returns an article from a record of any collection: our own records exactly, others by the usual
 * names of their values. A body in HTML is read like a page; a plain text may have the page's
 * credits and prompts in it, and is read like a page's text. Throws ArticleDataError.
 */
export function articleFromLooseRecord(record: JsonObject, parseHtml: ParseHtml): ReadArticle {
  const article = articleOf(record, parseHtml);
  return { article, omissions: omissionsInRecord(record, article) };
}

function articleOf(record: JsonObject, parseHtml: ParseHtml): Article {
  const strict = { ...record, ...looseData(record) };
  const text = textOf(record);
  if (text === null) throw new ArticleDataError("refusedMissing", "body");
  if (looksLikeHtml(text)) return articleOfMarkup(text, strict, parseHtml);
  const article = articleFromRecord({ ...strict, body: paragraphs(text) });
  const isBody = textUnder(record, recordNames.body) !== null;
  return safeArticle(isBody ? article : ownTextOf(article));
}

/** Returns the article without the text that was around it on its page. */
function ownTextOf(article: Article): Article {
  const { id, body, ...known } = article;
  return { ...article, body: articleFromText(body, known).body };
}

function articleOfMarkup(html: string, strict: JsonObject, parseHtml: ParseHtml): Article {
  const { id, body: _, ...known } = articleFromRecord({ ...strict, body: "" });
  const document = parseHtml(`<html><body>${html}</body></html>`);
  const article = articleFromHtml(document, known);
  return safeArticle({ ...article, ...known, id, body: article.body });
}

/** Returns the values of a foreign record under the names, and in the form, of our own records. */
function looseData(record: JsonObject): JsonObject {
  const url = textUnder(record, recordNames.url);
  return {
    title: textUnder(record, recordNames.title),
    ...("urls" in record ? {} : { url }),
    outlet: outletIn(record, url),
    published: publishedIn(record),
    byline: bylineIn(record),
    language: textUnder(record, recordNames.language),
    ...(typeof record.id === "number" ? { id: String(record.id) } : {}),
  };
}

function outletIn(record: JsonObject, url: string | null): Outlet | JsonObject | null {
  for (const name of recordNames.outlet) {
    const value = record[name];
    if (isObject(value) && typeof value.name === "string") {
      return { name: value.name, domain: value.domain ?? domainOf(url) };
    }
    if (typeof value === "string" && value.trim() !== "") {
      return { name: value.trim(), domain: domainOf(url) };
    }
  }
  const domain = domainOf(url);
  return domain === null ? null : { name: domain, domain };
}

function publishedIn(record: JsonObject): PublicationDate | null {
  for (const name of recordNames.published) {
    const value = record[name];
    // An unreadable date is no reason to lose the article: the import names it.
    const date = isObject(value) ? ownDateIn(value) : dateIn(value, "stated");
    if (date !== null) return date;
  }
  for (const name of recordNames.updated) {
    const date = dateIn(record[name], "inferred");
    if (date !== null) return date;
  }
  return null;
}

/** A date as our own records have it; null if it is broken. */
function ownDateIn(published: JsonObject): PublicationDate | null {
  try {
    return readKnown({ published }).published ?? null;
  } catch (error) {
    if (error instanceof ArticleDataError) return null;
    throw error;
  }
}

/** A text, or the seconds or milliseconds since 1970 that some collections have as a number. */
function dateIn(value: unknown, basis: Basis): PublicationDate | null {
  const isDate = typeof value === "string" || typeof value === "number";
  return isDate ? parsePublicationDate(String(value), basis) : null;
}

function bylineIn(record: JsonObject): string | null {
  for (const name of recordNames.byline) {
    const value = record[name];
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return joinAuthors(value.flatMap(nameOf));
    if (isObject(value)) return joinAuthors(nameOf(value));
  }
  return null;
}

function nameOf(author: unknown): readonly string[] {
  const name = isObject(author) ? author.name : author;
  return typeof name === "string" && name.trim() !== "" ? [name] : [];
}

function textOf(record: JsonObject): string | null {
  return textUnder(record, recordNames.body) ?? textUnder(record, recordNames.text);
}

function textUnder(record: JsonObject, choices: readonly string[]): string | null {
  for (const name of choices) {
    const value = record[name];
    if (typeof value === "string" && value.trim() !== "") return value;
  }
  return null;
}

/**
 * Returns the text with blank lines between paragraphs that were separated by single line breaks;
 * joins wrapped lines.
 */
function paragraphs(text: string): string {
  const tidy = text.replace(/\r\n?/g, "\n");
  if (isWrappedText(tidy)) return linesOf(tidy).join("\n\n");
  return tidy.includes("\n\n") ? tidy : tidy.replace(/\n/g, "\n\n");
}
