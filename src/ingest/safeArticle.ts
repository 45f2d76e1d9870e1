import type { Article } from "../engine/model/index.ts";
import { bounds } from "./bounds.ts";
import { ArticleDataError } from "./knownData.ts";
import { isIsoDate } from "./metadata/calendar.ts";
import { webAddress } from "./metadata/outlet.ts";
import { withoutMarkup } from "./withoutMarkup.ts";

/** Bounds on the contents of a record: far above any article, and harmless. */
const longestLine = 1_000;
const longestAddress = 2_000;
const mostListed = 20;

/**
 * Returns a foreign article with nothing in it but text: markup and control characters are removed,
 * addresses outside the web dropped, long values cut. Throws ArticleDataError if the body is empty,
 * or too long for an article.
 */
export function safeArticle(article: Article): Article {
  if (article.body.length > bounds.bodyChars) {
    throw new ArticleDataError("refusedTooLong", bounds.bodyChars);
  }
  const body = withoutMarkup(article.body);
  if (body.trim() === "") throw new ArticleDataError("refusedNoText");
  const { outlet, published } = article;
  return {
    ...article,
    outlet: { name: line(outlet.name), domain: hostName(outlet.domain) },
    title: line(article.title),
    urls: article.urls.flatMap(safeAddress).slice(0, mostListed),
    published: published !== null && isIsoDate(published.value) ? published : null,
    relativeDatesCountFrom: isoDayOrNull(article.relativeDatesCountFrom),
    byline: article.byline === null ? null : line(article.byline),
    agencies: article.agencies.map(line).filter(isFilled).slice(0, mostListed),
    language: languageTag(article.language),
    body,
  };
}

/** Returns a text as one line: a name, a title, a licence. */
export function line(text: string): string {
  return withoutMarkup(text.slice(0, longestLine * 4))
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestLine);
}

function safeAddress(url: string): readonly string[] {
  const address = url.length > longestAddress ? null : webAddress(url.trim());
  // As it was written: an address in another spelling would be another identity.
  return address === null ? [] : [/[\s<>"]/.test(url.trim()) ? address : url.trim()];
}

function hostName(domain: string | null): string | null {
  const host = domain?.trim().toLowerCase() ?? "";
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?$/u.test(host) ? host : null;
}

function isoDayOrNull(day: string | null): string | null {
  return day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) && isIsoDate(day) ? day : null;
}

function languageTag(language: string | null): string | null {
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(language ?? "")?.[0].toLowerCase() ?? null;
}

function isFilled(text: string): boolean {
  return text !== "";
}
