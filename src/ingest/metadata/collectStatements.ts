/**
 * Collects from a document what the metadata are read from: reads little, interprets nothing,
 * changes nothing.
 */
import type {
  JsonLdScript,
  MetaTag,
  PageStatements,
  StatedDate,
} from "../../engine/model/index.ts";
import { endsWithWordOfChange } from "./dateLine.ts";
import { withoutLongStrings } from "./shortenedJson.ts";
import { tidy } from "./tidy.ts";

/** Longer values are a mistake of the page, or an attempt to cause work. */
const longestAddress = 4_000;
const longestTag = 1_000;
const longestTagName = 200;
const mostTags = 500;
/** The longest structured data that is read; a live blog of a day has a megabyte. */
const longestSource = 6_000_000;
/**
 * Of longer scripts only the short strings are kept, because they are sent with every reading of
 * the page.
 */
const longestScript = 400_000;
const longestString = 600;
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
  let left = longestSource;
  return firstOf(document, 'script[type="application/ld+json"]', mostScripts).flatMap((script) => {
    const whole = script.textContent ?? "";
    if (whole.length > left) return [];
    left -= whole.length;
    const source = whole.length > longestScript ? withoutLongStrings(whole, longestString) : whole;
    return [{ source, isOutdated: false }];
  });
}

const dateElements =
  '[itemprop~="datePublished"], time, [class*="publish"], [class*="date"], [class*="Date"], [class*="datum"], [class*="fecha"], [class*="tarih"], [class*="timestamp"], [class*="byline"]';
const mostDateElements = 40;

/**
 * Parts with dates that are not the article's: comments, teasers, and today's date above the page.
 */
const otherParts = "aside, footer, nav, header";
const otherNames =
  /(?<![\p{L}\d])(?:comments?|commentlist|disqus|masthead|today|current-?date|top-?bar)(?![\p{L}\d])/iu;
/** "comments-open", "has-comments": a class of the article, and no part of comments. */
const stateOfComments =
  /(?<![\p{L}\d])(?:(?:no|has|with)[-_]comments?|comments?[-_](?:open|closed|on|off|enabled|disabled))(?![\p{L}\d])/giu;

/** Returns the dates of a document, those of the article first. */
function collectDates(document: Document): readonly StatedDate[] {
  const heading = document.querySelector("h1");
  return firstOf(document, dateElements, mostDateElements)
    .filter((element) => !isOther(element, heading))
    .map((element) => ({ element, isOfChange: isOfChange(element) }))
    .map((its) => ({ ...its, rank: rankOf(its.element, heading) + (its.isOfChange ? 8 : 0) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ element, isOfChange }) => ({
      machine:
        (element.getAttribute("datetime") ?? element.getAttribute("content"))?.slice(
          0,
          dateChars,
        ) ?? null,
      text: leadingText(element, dateChars),
      isOfChange,
    }));
}

/**
 * True for a part beside the article. One that contains the headline, or the whole page, is not,
 * whatever its class.
 */
function isOther(element: Element, heading: Element | null): boolean {
  for (let part: Element | null = element; part !== null; part = part.parentElement) {
    if (part.matches("body, html, main") || part.contains(heading)) return false;
    const name = `${part.id} ${part.getAttribute("class") ?? ""}`.replace(stateOfComments, "");
    if (otherNames.test(name)) return true;
    if (part.matches(otherParts) && !isOfArticle(part, heading)) return true;
    if (part.matches("article") && heading === null) return false;
  }
  return false;
}

/** True for the header or footer of the article itself, which may have its date. */
function isOfArticle(part: Element, heading: Element | null): boolean {
  if (!part.matches("header, footer")) return false;
  const article = part.closest("article");
  return article !== null && (heading === null || article.contains(heading));
}

/** Dates for machines inside the article before those that are only printed, and these before all others. */
function rankOf(element: Element, heading: Element | null): number {
  if (element.matches('[itemprop~="datePublished"]')) return 0;
  const article = element.closest('article, main, [role="main"]');
  // A teaser is an article without the headline.
  const isTeaser = article?.matches("article") && heading !== null && !article.contains(heading);
  const isOutside = article === null || isTeaser;
  return 1 + (isOutside ? 2 : 0) + (element.hasAttribute("datetime") ? 0 : 1);
}

const changeNames = /updat|modif/i;

/**
 * True if the name of the element or of its parent, or the word before it, says that it is the time
 * of a change.
 */
function isOfChange(element: Element): boolean {
  if (element.matches('[itemprop~="dateModified"]')) return true;
  const names = [element, element.parentElement].map((its) => its?.getAttribute("class") ?? "");
  if (names.some((name) => /publish/i.test(name))) return false;
  const before = element.previousSibling?.nodeValue ?? "";
  return names.some((name) => changeNames.test(name)) || endsWithWordOfChange(before.slice(-60));
}

const authorElements =
  '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], [class*="byline"], [class*="author-name"], [class*="author__name"]';
/** Elements inside an author's element that contain only a name. */
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
