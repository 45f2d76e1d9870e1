/**
 * Whether a page is an article, from little: what its metadata claim, and whether paragraphs of
 * prose stand together as they do in an article and not in a list of teasers, a form or a mailbox.
 * It runs on every page, so every look is bounded: at most 2 ms on any page, a few tenths usually.
 */

/** No more than so many paragraphs and scripts are looked at. */
const mostParagraphs = 100;
const mostScripts = 12;
const mostStatements = 200;
/** Structured data name their type early. */
const scriptChars = 4_000;

/** A paragraph of prose has at least so many characters. */
const shortestProseChars = 90;
/** How many of them in a row make an article where the metadata say it is one, and where nothing does. */
const runIfClaimed = 2;
const runIfUnclaimed = 4;
/** A text without paragraphs (`<br>` between them) must be as long as several. */
const longTextChars = 700;

/** True if the page looks like one article, rather than a front page, a list, a search, a form or an application. */
export function looksLikeArticle(document: Document): boolean {
  if (!document.contentType.includes("html") || document.designMode === "on") return false;
  const statements = metaStatements(document);
  if (document.body === null || isEditorOrSearch(document, statements)) return false;
  if (claimsArticle(document, statements)) {
    return longestRun(document, runIfClaimed) >= runIfClaimed || hasLongText(document);
  }
  if (isFrontPage(document)) return false;
  return hasHeadline(document) && longestRun(document, runIfUnclaimed) >= runIfUnclaimed;
}

function isFrontPage(document: Document): boolean {
  const path = document.location?.pathname ?? "";
  return path === "/" || /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+|home\/?)$/i.test(path);
}

function isEditorOrSearch(document: Document, statements: Statements): boolean {
  if (/^\/(?:search|suche|recherche)\b/i.test(document.location?.pathname ?? "")) return true;
  return statements.get("og:type") === "profile" || document.body.isContentEditable === true;
}

const articleType =
  /"@type"\s*:\s*(?:\[\s*)?"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)"/;

function claimsArticle(document: Document, statements: Statements): boolean {
  if (statements.get("og:type") === "article") return true;
  if (statements.has("article:published_time")) return true;
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  for (let i = 0; i < scripts.length && i < mostScripts; i++) {
    const text = scripts[i]!.textContent?.slice(0, scriptChars) ?? "";
    if (articleType.test(text)) return true;
  }
  return document.querySelector('[itemprop="articleBody"]') !== null;
}

/** What `<meta>` elements say, by property or name, in lower case. */
type Statements = ReadonlyMap<string, string>;

/** One walk over a list that the browser keeps costs less than two selectors. */
function metaStatements(document: Document): Statements {
  const statements = new Map<string, string>();
  const elements = document.getElementsByTagName("meta");
  for (let i = 0; i < elements.length && i < mostStatements; i++) {
    const meta = elements[i]!;
    const name = meta.getAttribute("property") ?? meta.getAttribute("name");
    if (name === null || statements.has(name)) continue;
    statements.set(name, meta.getAttribute("content")?.trim().toLowerCase() ?? "");
  }
  return statements;
}

function hasHeadline(document: Document): boolean {
  const headings = document.getElementsByTagName("h1").length;
  return headings > 0 && headings <= 3;
}

/**
 * The most paragraphs of prose that stand side by side, looking no further than `enough`. A
 * teaser's text stands alone beside its headline; an article's paragraphs are siblings, each in a
 * box of its own at most.
 */
function longestRun(document: Document, enough: number): number {
  const paragraphs = document.getElementsByTagName("p");
  const runs = new Map<Element, number>();
  let longest = 0;
  for (let i = 0; i < paragraphs.length && i < mostParagraphs && longest < enough; i++) {
    const paragraph = paragraphs[i]!;
    const around = surroundingOf(paragraph);
    if (around === null || !isProse(paragraph)) continue;
    const run = (runs.get(around) ?? 0) + 1;
    runs.set(around, run);
    longest = Math.max(longest, run);
  }
  return longest;
}

function surroundingOf(paragraph: Element): Element | null {
  const parent = paragraph.parentElement;
  if (parent === null || parent.childElementCount > 1) return parent;
  return parent.nodeName === "LI" || parent.nodeName === "A" ? null : parent.parentElement;
}

function isProse(paragraph: Element): boolean {
  const text = paragraph.textContent ?? "";
  if (/[。！？]/.test(text)) return text.length * 2 >= shortestProseChars;
  return text.length >= shortestProseChars && /[.!?…]["'”’»)\]]*\s/.test(`${text} `);
}

function hasLongText(document: Document): boolean {
  const body = document.querySelector('[itemprop="articleBody"],article,main');
  return body !== null && (body.textContent?.trim().length ?? 0) >= longTextChars;
}
