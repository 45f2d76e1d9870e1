/** What of a document is looked at for metadata: reads little, understands nothing, changes nothing. */
import type {
  JsonLdScript,
  MetaTag,
  PageStatements,
  StatedDate,
} from "../../engine/model/index.ts";
import { tidy } from "./tidy.ts";

/** Longer values are no data: a page's mistake, or an attempt to make us work. */
const longestAddress = 4_000;
const longestTag = 1_000;
const longestTagName = 200;
const mostTags = 500;
/** Live blogs of a day have a megabyte of structured data, which is read; beyond this there is no end to it. */
const longestScript = 3_000_000;
const longestScripts = 6_000_000;
const mostScripts = 40;

const mostHeadings = 8;
const headingChars = 400;
const dateChars = 120;
const bylineChars = 200;
const languageChars = 35;

/** Collects what a document that was found at `address` (null: it is not known) states of itself. */
export function collectStatements(document: Document, address: string | null): PageStatements {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? null;
  return {
    address,
    canonical: canonical !== null && canonical.length <= longestAddress ? canonical : null,
    title: document.querySelector("head > title, title")?.textContent?.slice(0, longestTag) ?? null,
    tags: collectTags(document),
    jsonLd: collectJsonLd(document),
    headings: firstOf(document, "h1", mostHeadings).map((h1) => leadingText(h1, headingChars)),
    dates: collectDates(document),
    byline: collectByline(document),
    language: document.documentElement?.getAttribute("lang")?.slice(0, languageChars) ?? null,
  };
}

/** Open Graph, Dublin Core and the common house styles alike; the first of a name wins. */
function collectTags(document: Document): readonly MetaTag[] {
  const tags = new Map<string, string>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = tidy(element.getAttribute("content") ?? "");
    if (content === "" || content.length > longestTag) continue;
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && name.length <= longestTagName && !tags.has(name)) tags.set(name, content);
    }
    if (tags.size >= mostTags) break;
  }
  return [...tags];
}

function collectJsonLd(document: Document): readonly JsonLdScript[] {
  let left = longestScripts;
  return firstOf(document, 'script[type="application/ld+json"]', mostScripts).flatMap((script) => {
    const source = script.textContent ?? "";
    if (source.length > Math.min(longestScript, left)) return [];
    left -= source.length;
    return [{ source, isOutdated: false }];
  });
}

const dateElements =
  '[itemprop~="datePublished"], time, [class*="publish"], [class*="date"], [class*="Date"], [class*="datum"], [class*="fecha"], [class*="tarih"], [class*="byline"]';
const mostDateElements = 40;

/** Where dates stand that are not the article's: under comments and teasers, and today's over the page. */
const otherDates =
  '[id*="comment"], [class*="comment"], aside, footer, nav, header, [class*="masthead"], [id*="masthead"], [class*="today"], [class*="current-date"], [class*="topbar"]';

/** Those of the article first. */
function collectDates(document: Document): readonly StatedDate[] {
  return firstOf(document, dateElements, mostDateElements)
    .filter((element) => !isOther(element))
    .map((element) => ({ element, rank: rankOf(element) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ element }) => ({
      machine:
        (element.getAttribute("datetime") ?? element.getAttribute("content"))?.slice(
          0,
          dateChars,
        ) ?? null,
      text: leadingText(element, dateChars),
    }));
}

/** What holds the headline, or all of the page, is no part beside the article, whatever its class says. */
function isOther(element: Element): boolean {
  const part = element.closest(otherDates);
  return part !== null && !part.matches("body, html, article, main") && !part.querySelector("h1");
}

/** Dates for machines inside the article before those that are only printed, and these before all others. */
function rankOf(element: Element): number {
  if (element.matches('[itemprop~="datePublished"]')) return 0;
  const isOutside = element.closest('article, main, [role="main"]') === null;
  const isUpdate =
    /updat|modif/i.test(element.className) || element.matches('[itemprop~="dateModified"]');
  return 1 + (isUpdate ? 4 : 0) + (isOutside ? 2 : 0) + (element.hasAttribute("datetime") ? 0 : 1);
}

const authorElements =
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], [class*="byline"], [class*="author-name"], [class*="author__name"]';
/** Of an author's element, those that hold a name and nothing else. */
const nameElements =
  '[itemprop~="name"], [rel~="author"], [class*="author-name"], [class*="author__name"], a[href*="/author"], a[href*="/autor"], a[href*="/people/"]';
const mostNames = 6;

/** The names in the first author's element, else its text, with a stroke between what is glued together. */
function collectByline(document: Document): string | null {
  const element = document.querySelector(authorElements);
  if (element === null) return null;
  const names = [...element.querySelectorAll(nameElements)]
    .filter((name) => name.querySelector(nameElements) === null)
    .slice(0, mostNames)
    .map((name) => leadingText(name, bylineChars))
    .filter((name) => name !== "");
  const text = names.length > 0 ? [...new Set(names)].join(", ") : gluedText(element);
  return text.slice(0, bylineChars);
}

function gluedText(element: Element): string {
  const parts: string[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* text */);
  for (let node = walker.nextNode(); node !== null && parts.length < 20; node = walker.nextNode()) {
    const text = (node.nodeValue ?? "").slice(0, bylineChars).replace(/\s+/g, " ");
    const isGlued = /[\p{L}\p{N}]$/u.test(parts.at(-1) ?? "") && /^[\p{Lu}\p{N}@]/u.test(text);
    if (text !== "") parts.push(isGlued ? ` | ${text}` : text);
  }
  return tidy(parts.join(""));
}

function firstOf(document: Document, selector: string, most: number): readonly Element[] {
  return [...document.querySelectorAll(selector)].slice(0, most);
}

/** The first characters of an element's text, white space collapsed; what follows is not looked at. */
function leadingText(element: Element, chars: number): string {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* text */);
  let text = "";
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    text = `${text}${node.nodeValue ?? ""}`.replace(/\s+/g, " ").trimStart();
    // One more, so that white space at the end does not count.
    if (text.length > chars) break;
  }
  return text.slice(0, chars).trimEnd();
}
