import type { Article, Outlet } from "../../engine/model/index.ts";
import { articleFromHtml } from "../articleFromHtml.ts";
import { joinAuthors } from "../metadata/byline.ts";
import { domainOf, hostOf } from "../metadata/outlet.ts";
import { parsePublicationDate } from "../metadata/publicationDate.ts";
import { tidy } from "../metadata/tidy.ts";
import type { ParseHtml } from "../parseHtml.ts";
import type { Feed, FeedItem } from "./feed.ts";

/**
 * Returns the article of a feed item, with the text in the feed: often a standfirst, sometimes
 * everything. The body is empty if the item has no sentence.
 * @param feedUrl the address of the feed: the article's source, and the outlet's name if nothing
 * else gives one; "" for a feed in a file
 */
export function articleFromFeedItem(
  item: FeedItem,
  feed: Feed,
  feedUrl: string,
  parseHtml: ParseHtml,
): Article {
  const document = parseHtml(`<html><body>${item.html}</body></html>`);
  const published =
    parsePublicationDate(item.published ?? "") ??
    parsePublicationDate(item.updated ?? "", "inferred");
  const article = articleFromHtml(document, {
    outlet: outletOfFeed(feed, item.url ?? feedUrl, parseHtml),
    title: plainText(item.title, parseHtml),
    urls: item.url === null ? [] : [item.url],
    ...(published === null ? {} : { published }),
    byline: joinAuthors(item.authors.map((author) => plainText(author, parseHtml))),
    ...languageOf(item),
  });
  const host = hostOf(feedUrl);
  return host === null ? article : { ...article, source: { kind: "feed", name: host } };
}

/**
 * Returns the language; missing rather than null if the feed gives none, so that the text itself is
 * examined.
 */
function languageOf({ language }: FeedItem): { readonly language?: string } {
  const primary = /^[a-z]{2,3}(?=$|[-_])/i.exec(language ?? "")?.[0].toLowerCase();
  return primary === undefined ? {} : { language: primary };
}

/** Separators in a title that has been tidied. */
const parting = / [-–—|•·»›:]+ |: /;

/**
 * Feeds are called "World news | The Guardian" or "BBC News - World": the part that the domain
 * repeats is the outlet; of a title without such a part the whole is taken.
 */
export function outletOfFeed(feed: Feed, url: string, parseHtml: ParseHtml): Outlet {
  const domain = domainOf(feed.siteUrl ?? url) ?? domainOf(url);
  const title = plainText(feed.title, parseHtml);
  const label = lettersOf(domain?.split(".")[0] ?? "");
  const own = title.split(parting).find((part) => label !== "" && sharesName(part, label));
  return { name: own ?? (title || (domain ?? "")), domain };
}

/** True for two forms of one name: "The Guardian" and "theguardian", "BBC News" and "bbc". */
function sharesName(part: string, label: string): boolean {
  const letters = lettersOf(part);
  if (letters === label || letters === `the${label}` || `the${letters}` === label) return true;
  return (
    lettersOf(part.split(" ")[0] ?? "") === label || (label.length > 3 && letters.startsWith(label))
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function plainText(html: string, parseHtml: ParseHtml): string {
  if (!/[<&]/.test(html)) return tidy(html);
  return tidy(parseHtml(`<html><body>${html}</body></html>`).body.textContent ?? "");
}
