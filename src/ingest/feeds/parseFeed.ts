import {
  type AnyFeed,
  type AtomFeed,
  parseFeed as parseAnyFeed,
  type RdfFeed,
  type RssFeed,
} from "feedsmith";
import { checkMarkup } from "../boundedMarkup.ts";
import { webAddress } from "../metadata/outlet.ts";
import { type Feed, FeedError, type FeedItem } from "./feed.ts";

/** The most items of a followed feed that are read: feeds put the newest first. */
const mostItems = 500;

type DateText = string;
type JsonFeed = Extract<AnyFeed<DateText>, { format: "json" }>["feed"];

/**
 * Reads RSS, RDF, Atom or JSON Feed. Entities that the document defines itself are not expanded.
 * Throws FeedError for anything else.
 * @param url where it was found: relative addresses count from there
 * @param most items that are read
 */
export function parseFeed(text: string, url: string, most: number = mostItems): Feed {
  const { format, feed } = parseAny(text, most);
  switch (format) {
    case "rss":
      return fromRss(feed, url);
    case "rdf":
      return fromRss(feed, url);
    case "atom":
      return fromAtom(feed, url);
    case "json":
      return fromJson(feed, url);
    default: {
      const never: never = format;
      return never;
    }
  }
}

function parseAny(text: string, maxItems: number): AnyFeed<DateText> {
  try {
    checkMarkup(text);
    // A byte order mark keeps the parser from seeing JSON.
    return parseAnyFeed<DateText>(text.replace(/^\uFEFF/, ""), { maxItems });
  } catch (cause) {
    throw new FeedError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

type RssLike = RssFeed.Feed<DateText> | RdfFeed.Feed<DateText>;
type RssItem = RssFeed.Item<DateText> | RdfFeed.Item<DateText>;

function fromRss(feed: RssLike, url: string): Feed {
  const language = "language" in feed ? feed.language : feed.dc?.languages?.[0];
  const siteUrl = webAddress(stringOr(feed.link, null), url);
  const toItem = (item: RssItem): FeedItem => {
    const guid = "guid" in item ? item.guid : undefined;
    const permalink = guid?.isPermaLink === false ? null : absolute(guid?.value);
    const title = stringOr(item.title, "");
    const address = webAddress(stringOr(item.link, null), siteUrl ?? url) ?? permalink;
    const pubDate = "pubDate" in item ? item.pubDate : undefined;
    const authors = "authors" in item ? (item.authors ?? []) : [];
    return {
      id: guid?.value ?? address ?? title,
      url: address,
      link: stringOr(item.link, null),
      title,
      html: longest([item.content?.encoded, item.description]),
      published: pubDate ?? otherDateOf(item) ?? null,
      updated: item.dcterms?.modified?.[0] ?? item.atom?.updated ?? null,
      authors: item.dc?.creators ?? authors.flatMap(({ name }) => name ?? []),
      language: language ?? null,
    };
  };
  return { title: stringOr(feed.title, ""), siteUrl, items: (feed.items ?? []).map(toItem) };
}

/** Dublin Core, or Atom within RSS. */
function otherDateOf({ dc, dcterms, atom }: RssItem): DateText | undefined {
  return dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0] ?? atom?.published;
}

function fromAtom(feed: AtomFeed.Feed<DateText>, url: string): Feed {
  const base = webAddress(feed.xml?.base ?? null, url) ?? url;
  const language = feed.xml?.lang ?? null;
  const toItem = (entry: AtomFeed.Entry<DateText>): FeedItem => {
    const address = alternate(entry.links, webAddress(entry.xml?.base ?? null, base) ?? base);
    const title = entry.title as AtomFeed.Text | undefined;
    return {
      id: stringOr(entry.id, address ?? title?.value ?? ""),
      url: address,
      link: hrefOfAlternate(entry.links),
      title: asHtml(title),
      html: longest([asHtml(entry.content), asHtml(entry.summary)]),
      published: stringOr(entry.published, null),
      updated: stringOr(entry.updated, null),
      authors: (entry.authors ?? feed.authors ?? []).flatMap(
        ({ name }) => stringOr(name, "") || [],
      ),
      language: entry.xml?.lang ?? language,
    };
  };
  return {
    title: asHtml(feed.title as AtomFeed.Text | undefined),
    siteUrl: alternate(feed.links, base),
    items: (feed.entries ?? []).map(toItem),
  };
}

function fromJson(feed: JsonFeed, url: string): Feed {
  const siteUrl = webAddress(feed.home_page_url ?? null, url);
  return {
    title: escaped(stringOr(feed.title, "")),
    siteUrl,
    items: (Array.isArray(feed.items) ? feed.items : []).map((item): FeedItem => {
      const address = webAddress(item.url ?? null, siteUrl ?? url);
      const title = item.title ?? "";
      return {
        id: stringOr(item.id, address ?? title),
        url: address,
        link: stringOr(item.url, null),
        title: escaped(title),
        html: longest([item.content_html, paragraphs(item.content_text), paragraphs(item.summary)]),
        published: item.date_published ?? null,
        updated: item.date_modified ?? null,
        authors: (item.authors ?? feed.authors ?? []).flatMap(({ name }) => name ?? []),
        language: item.language ?? feed.language ?? null,
      };
    }),
  };
}

/**
 * Returns a value if it is text: the parser's types promise what formats require and feeds leave
 * out.
 */
function stringOr<Otherwise>(value: unknown, otherwise: Otherwise): string | Otherwise {
  return typeof value === "string" ? value : otherwise;
}

type Links = readonly { readonly href?: unknown; readonly rel?: string | undefined }[];

function alternate(links: Links | undefined, base: string): string | null {
  return webAddress(hrefOfAlternate(links), base);
}

function hrefOfAlternate(links: Links | undefined): string | null {
  const link = links?.find(({ rel }) => rel === undefined || rel === "alternate");
  return stringOr(link?.href, null);
}

function absolute(address: string | undefined): string | null {
  return webAddress(address ?? null);
}

function asHtml(text: { value?: string; type?: string } | undefined): string {
  const value = text?.value ?? "";
  return text?.type === "html" || text?.type === "xhtml" ? value : escaped(value);
}

function paragraphs(text: string | undefined): string {
  const parts = (text ?? "").split(/\n\s*\n/).map((part) => `<p>${escaped(part)}</p>`);
  return text === undefined ? "" : parts.join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function longest(texts: readonly (string | undefined)[]): string {
  return texts.reduce<string>((best, text = "") => (text.length > best.length ? text : best), "");
}
