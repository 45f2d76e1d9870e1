/**
 * What a page says of itself: title, outlet, addresses, date, byline, agencies, language. Read
 * from JSON-LD, Open Graph, Dublin Core, `<time>`, the byline's element and the address, in that
 * order. Light enough for a live page, and leaves the document as it is.
 */
import type { Basis, Outlet, PublicationDate } from "../../engine/model/index.ts";
import { agenciesIn } from "./agencies.ts";
import { bylineInLine, joinAuthors, tidyByline } from "./byline.ts";
import type { HeadMemory, HeadStatements } from "./headMemory.ts";
import { type JsonLdArticle, readJsonLd } from "./jsonLd.ts";
import { firstOf, type MetaTags, readMetaTags, tidy } from "./metaTags.ts";
import { outletOf, webAddress } from "./outlet.ts";
import { dateInAddress, parsePublicationDate } from "./publicationDate.ts";
import { printedTitle } from "./title.ts";

/** What is known of an article without its body. */
export interface ArticleMetadata {
  /** Without the site's name; null if the page has neither title nor heading. */
  readonly title: string | null;
  readonly outlet: Outlet | null;
  /** Whether the outlet's name is printed, or is its domain. */
  readonly outletBasis: Basis | null;
  /** The canonical address first, then the one it was read at; empty when none is known. */
  readonly urls: readonly string[];
  readonly published: PublicationDate | null;
  readonly byline: string | null;
  readonly agencies: readonly string[];
  /** BCP 47 primary tag, or null. */
  readonly language: string | null;
}

/**
 * Reads the metadata of a document that was found at `url` (null: it is not known). With a memory,
 * what the head has kept from an earlier address counts for nothing.
 */
export function readMetadata(
  document: Document,
  url: string | null,
  memory: HeadMemory | null = null,
): ArticleMetadata {
  const stated = readHead(document);
  const head = memory === null || url === null ? stated : memory.upToDate(stated, url);
  const { tags, jsonLd } = head;
  const urls = addresses(head, url);
  const siteName = jsonLd?.publisher ?? firstOf(tags, ["og:site_name", "application-name"]);
  const outlet = outletOf(firstOf(tags, ["og:site_name"]) ?? siteName, urls[0] ?? null);
  const byline = readByline(document, tags, jsonLd);
  return {
    title: readTitle(document, head, [siteName, outlet?.outlet.name, outlet?.outlet.domain]),
    outlet: outlet?.outlet ?? null,
    outletBasis: outlet?.basis ?? null,
    urls,
    published: readDate(document, tags, jsonLd, urls),
    byline,
    agencies: byline === null ? [] : agenciesIn(byline),
    language: readLanguage(document, tags, jsonLd),
  };
}

function readHead(document: Document): HeadStatements {
  return {
    tags: readMetaTags(document),
    jsonLd: readJsonLd(document),
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? null,
    title: document.querySelector("head > title, title")?.textContent ?? null,
  };
}

function addresses(
  { canonical: link, tags }: HeadStatements,
  url: string | null,
): readonly string[] {
  const own = webAddress(url);
  const stated = [link, firstOf(tags, ["og:url"])].map((address) => webAddress(address, own));
  // A canonical address that is a front page is a mistake of the site's templates.
  const canonical = stated.find((address) => address !== null && new URL(address).pathname !== "/");
  return [...new Set([canonical, own].filter((address) => typeof address === "string"))];
}

function readTitle(
  document: Document,
  { tags, jsonLd, title }: HeadStatements,
  siteNames: readonly (string | null | undefined)[],
): string | null {
  const candidates = [
    jsonLd?.headline,
    firstOf(tags, ["og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title"]),
    title,
  ];
  const headings = [...document.querySelectorAll("h1")].slice(0, 8).map(textOf);
  return printedTitle(
    candidates.flatMap((candidate) => (candidate ? tidy(candidate) : [])),
    headings.filter((heading) => heading !== "" && heading.length < 400),
    siteNames.flatMap((name) => name ?? []),
  );
}

const dateTags = [
  ...["article:published_time", "og:article:published_time", "datepublished", "date_published"],
  ...["article.published", "publish-date", "publication_date", "publishdate", "pubdate"],
  ...["parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued"],
  ...["dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "article:published"],
  ...["og:pubdate", "date", "article_date_original"],
];

function readDate(
  document: Document,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
  urls: readonly string[],
): PublicationDate | null {
  const stated = [jsonLd?.published ?? null, ...dateTags.map((name) => tags.get(name) ?? null)];
  for (const candidate of stated) {
    const date = candidate === null ? null : parsePublicationDate(candidate);
    if (date !== null) return date;
  }
  return readVisibleDate(document) ?? firstDateInAddresses(urls);
}

const dateElements =
  '[itemprop~="datePublished"], time, [class*="publish"], [class*="date"], [class*="Date"], [class*="byline"]';
const mostDateElements = 40;

/** The first element for dates that holds one, elements of readers' comments aside. */
function readVisibleDate(document: Document): PublicationDate | null {
  let looked = 0;
  for (const element of document.querySelectorAll(dateElements)) {
    if (++looked > mostDateElements) return null;
    if (element.closest('[id*="comment"], [class*="comment"], aside, footer, nav') !== null)
      continue;
    const machine = element.getAttribute("datetime") ?? element.getAttribute("content");
    const date =
      (machine === null ? null : parsePublicationDate(machine)) ??
      parsePublicationDate(textOf(element).slice(0, 120));
    if (date !== null) return date;
  }
  return null;
}

function firstDateInAddresses(urls: readonly string[]): PublicationDate | null {
  for (const url of urls) {
    const date = dateInAddress(url);
    if (date !== null) return date;
  }
  return null;
}

const authorTags = ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"];
const authorElements =
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], [class*="byline"], [class*="author-name"], [class*="author__name"]';

function readByline(
  document: Document,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
): string | null {
  const stated = joinAuthors(jsonLd?.authors ?? []);
  if (stated !== null) return stated;
  for (const name of [...authorTags, "sailthru.author", "byl"]) {
    const value = tags.get(name);
    const byline = value === undefined ? null : tidyByline(value);
    if (byline !== null) return byline;
  }
  const element = document.querySelector(authorElements);
  if (element === null) return null;
  const text = textOf(element).slice(0, 200);
  return bylineInLine(text) ?? tidyByline(text);
}

function readLanguage(
  document: Document,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
): string | null {
  const stated =
    document.documentElement?.getAttribute("lang") ||
    firstOf(tags, ["og:locale", "language", "dc.language", "content-language"]) ||
    jsonLd?.language;
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(stated ?? "")?.[0].toLowerCase() ?? null;
}

function textOf(element: Element): string {
  return tidy(element.textContent ?? "");
}
