/**
 * Reads title, outlet, addresses, date, byline, agencies and language from a page's statements:
 * JSON-LD, Open Graph, Dublin Core, `<time>`, the byline's element and the address, in that order.
 */
import {
  type Basis,
  comparePublished,
  inOrderOfTime,
  type Outlet,
  type PageStatements,
  type PublicationDate,
  type StatedDate,
} from "../../engine/model/index.ts";
import { agenciesIn } from "./agencies.ts";
import { bylineInLine, joinAuthors, tidyByline } from "./byline.ts";
import { dateInLine, looksLikeDate } from "./dateLine.ts";
import { type JsonLdArticle, numberOfWords, readJsonLd } from "./jsonLd.ts";
import { isSameSite, outletOf, webAddress } from "./outlet.ts";
import { printedOutlet } from "./printedOutlet.ts";
import { dateInAddress, parsePublicationDate } from "./publicationDate.ts";
import { tidy } from "./tidy.ts";
import { printedTitle } from "./title.ts";
import { unescapeOnce } from "./unescape.ts";

/** The metadata of an article, without its body. */
export interface ArticleMetadata {
  /** Without the site's name; null if the page has neither title nor heading. */
  readonly title: string | null;
  readonly outlet: Outlet | null;
  /** "stated" if the outlet's name is printed, "inferred" if it is its domain. */
  readonly outletBasis: Basis | null;
  /** The canonical address first, then the one it was read at; empty when none is known. */
  readonly urls: readonly string[];
  readonly published: PublicationDate | null;
  readonly byline: string | null;
  readonly agencies: readonly string[];
  /** BCP 47 primary tag, or null. */
  readonly language: string | null;
  /** The number of words that the page states for its article; null if it does not. */
  readonly statedWords: number | null;
}

/**
 * Interprets what a page states about itself.
 * @param isFile see `articleFromHtml`
 */
export function understandStatements(statements: PageStatements, isFile = false): ArticleMetadata {
  const tags: MetaTags = new Map(statements.tags);
  const jsonLd = readJsonLd(statements.jsonLd);
  const { urls, isForeign } = addresses(statements, tags, isFile);
  const siteName = jsonLd?.publisher ?? firstOf(tags, ["og:site_name", "application-name"]);
  const printed = printedOutlet({
    siteName: unescaped(firstOf(tags, ["og:site_name"])),
    publisher: unescaped(siteName),
    section: firstOf(tags, ["article:section"]),
    url: urls[0] ?? null,
  });
  const outlet = outletOf(printed, urls[0] ?? null, isForeign);
  const byline = readByline(statements, tags, jsonLd);
  const siteNames = [siteName, outlet?.outlet.name, outlet?.outlet.domain];
  return {
    title: readTitle(statements, tags, jsonLd, siteNames),
    outlet: outlet?.outlet ?? null,
    outletBasis: outlet?.basis ?? null,
    urls,
    published: readDate(statements, tags, jsonLd, urls),
    byline,
    agencies: byline === null ? [] : agenciesIn(byline),
    language: readLanguage(statements, tags, jsonLd),
    statedWords: jsonLd?.words ?? numberOfWords(firstOf(tags, wordTags)),
  };
}

function unescaped(name: string | null): string | null {
  return name === null ? null : unescapeOnce(name);
}

/** The content of `<meta>` elements, by name. */
type MetaTags = ReadonlyMap<string, string>;

/** Returns the first of these tags that exists, or null. */
function firstOf(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name);
    if (value !== undefined) return value;
  }
  return null;
}

interface Addresses {
  readonly urls: readonly string[];
  /** The page says that its address is on another site. */
  readonly isForeign: boolean;
}

/**
 * Returns the page's addresses. A page may claim any canonical address, so one on another site than
 * the page was found on is ignored, unless the page comes from a file, whose origin is not known.
 */
function addresses(
  { canonical: link, address }: PageStatements,
  tags: MetaTags,
  isFile: boolean,
): Addresses {
  const own = webAddress(address);
  const stated = [link, firstOf(tags, ["og:url"])].flatMap((one) => webAddress(one, own) ?? []);
  const fitting = stated.filter((one) => isFile || own === null || isSameSite(one, own));
  // A canonical address that is a front page is a mistake of the site's templates.
  const canonical = fitting.find((one) => new URL(one).pathname !== "/");
  const urls = [canonical, own].filter((one) => typeof one === "string");
  return { urls: [...new Set(urls)], isForeign: fitting.length < stated.length };
}

function readTitle(
  { title, headings }: PageStatements,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
  siteNames: readonly (string | null | undefined)[],
): string | null {
  const candidates = [
    jsonLd?.headline,
    firstOf(tags, ["og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title"]),
    title,
  ];
  return printedTitle(
    candidates.flatMap((candidate) => (candidate ? tidy(unescapeOnce(candidate)) : [])),
    headings.filter((heading) => heading !== "" && heading.length < 400),
    siteNames.flatMap((name) => name ?? []),
  );
}

/** A number of words, as `<meta itemprop>` and house styles state it. */
const wordTags = ["wordcount", "word_count", "article:word_count"];

const dateTags = [
  ...["article:published_time", "og:article:published_time", "datepublished", "date_published"],
  ...["article.published", "publish-date", "publication_date", "publishdate", "pubdate"],
  ...["parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued"],
  ...["dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "article:published"],
  ...["og:pubdate", "date", "article_date_original"],
];

const changeTags = [
  ...["article:modified_time", "og:updated_time", "datemodified", "date_modified", "last-modified"],
  ...["dcterms.modified", "dc.date.modified", "lastmod", "revised", "article:modified"],
];

/**
 * Returns the date in the head, else the printed one, else that of the address, else that of the
 * last change.
 */
function readDate(
  { dates }: PageStatements,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
  urls: readonly string[],
): PublicationDate | null {
  const datesOf = (names: readonly string[], first: string | null | undefined, basis: Basis) =>
    [first, ...names.map((name) => tags.get(name))].flatMap(
      (text) => parsePublicationDate(text ?? "", basis) ?? [],
    );
  const stated = datesOf(dateTags, jsonLd?.published, "stated");
  const changes = datesOf(changeTags, jsonLd?.modified, "inferred");
  const inHead = firstStated(stated, changes);
  if (inHead !== null) return inHead;
  const printed = dates.flatMap((date) => printedDate(date) ?? []);
  return (
    printed.find(({ basis }) => basis === "stated") ??
    firstDateInAddresses(urls) ??
    printed[0] ??
    changes[0] ??
    null
  );
}

/**
 * Returns the first date, as precisely as another states it. If it equals the date of the last
 * change it may be that: then an earlier one counts.
 */
function firstStated(
  stated: readonly PublicationDate[],
  changes: readonly PublicationDate[],
): PublicationDate | null {
  const [first] = stated;
  if (first === undefined) return null;
  const isChange = changes.some(({ value }) => value === first.value);
  const earlier = isChange ? stated.filter((other) => comparePublished(other, first) < 0) : [];
  return exactest(earlier.toSorted(inOrderOfTime)[0] ?? first, stated);
}

/** Returns the most precise of the dates with the same day or time. */
function exactest(first: PublicationDate, others: readonly PublicationDate[]): PublicationDate {
  return others.reduce(
    (best, other) =>
      other.value.length > best.value.length && other.value.startsWith(best.value) ? other : best,
    first,
  );
}

/**
 * Returns the date that a page states in its head, or else prints, if it states one and none of
 * them can be read.
 */
export function unreadableDate({ tags, jsonLd, dates }: PageStatements): string | null {
  const all: MetaTags = new Map(tags);
  const texts = [readJsonLd(jsonLd)?.published, ...dateTags.map((name) => all.get(name))];
  const stated = texts.flatMap((text) => (text?.trim() ? [text] : []));
  if (stated.some((text) => parsePublicationDate(text) !== null)) return null;
  if (stated[0] !== undefined || dates.some((date) => printedDate(date) !== null)) {
    return stated[0] ?? null;
  }
  const printed = dates.filter(({ isOfChange }) => !isOfChange);
  return printed.flatMap(({ machine, text }) => [machine ?? "", text]).find(looksLikeDate) ?? null;
}

/** Inferred where it is only said to be the time of a change. */
function printedDate({ machine, text, isOfChange }: StatedDate): PublicationDate | null {
  const date = parsePublicationDate(machine ?? "") ?? dateInLine(text);
  return date !== null && isOfChange ? { ...date, basis: "inferred" } : date;
}

function firstDateInAddresses(urls: readonly string[]): PublicationDate | null {
  for (const url of urls) {
    const date = dateInAddress(url);
    if (date !== null) return date;
  }
  return null;
}

const authorTags = ["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"];

function readByline(
  { byline: printed }: PageStatements,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
): string | null {
  const stated = joinAuthors((jsonLd?.authors ?? []).map(unescapeOnce));
  if (stated !== null) return stated;
  for (const name of [...authorTags, "sailthru.author", "byl"]) {
    const value = tags.get(name);
    const byline = value === undefined ? null : tidyByline(value);
    if (byline !== null) return byline;
  }
  return printed === null ? null : (bylineInLine(printed) ?? tidyByline(printed));
}

function readLanguage(
  { language }: PageStatements,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
): string | null {
  const stated =
    language ||
    firstOf(tags, ["og:locale", "language", "dc.language", "content-language"]) ||
    jsonLd?.language;
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(stated ?? "")?.[0].toLowerCase() ?? null;
}
