import { isFrontAddress } from "../engine/body/frontAddress.ts";
import {
  holdsManyTexts,
  isApplication,
  isOtherAddress,
  isSearchAddress,
  statesOtherKind,
} from "./otherKinds.ts";
import { hasRun, type ProseRun } from "./proseRuns.ts";

/**
 * Decides from little whether a page is an article: what its metadata claim, and whether paragraphs
 * of prose are together as in an article, and not in a list of teasers, a form or a mailbox. It
 * runs on every page, so every look is bounded: at most 2 ms on any page, usually a few tenths.
 */

/** The most scripts and statements that are looked at. */
const mostScripts = 12;
const mostStatements = 200;
/** Structured data name their type early. */
const scriptChars = 4_000;

/** Two paragraphs of prose, or a long one, are enough if the metadata claim an article. */
const isEnoughIfClaimed = ({ paragraphs, chars }: ProseRun) => paragraphs >= 2 || chars >= 500;
/** Four paragraphs, or fewer long ones, are enough if nothing claims an article. */
const isEnoughIfUnclaimed = ({ paragraphs, chars }: ProseRun) =>
  paragraphs >= 4 || (paragraphs >= 2 && chars >= 800);
/** A text without paragraphs must be as long as several. */
const longTextChars = 700;

/** True if the page looks like one article, rather than a front page, a list, a search, a form or an application. */
export function looksLikeArticle(document: Document): boolean {
  if (!document.contentType.includes("html") || document.designMode === "on") return false;
  const statements = metaStatements(document);
  if (document.body === null || isEditorOrSearch(document, statements)) return false;
  const jsonLd = jsonLdOf(document);
  if (claimsArticle(document, statements, jsonLd)) {
    return hasRun(document, isEnoughIfClaimed) || hasLongText(document);
  }
  if (isFrontAddress(document.location) || isOtherAddress(document.location)) return false;
  return (
    !otherOgType.test(statements.get("og:type") ?? "") &&
    hasHeadline(document) &&
    hasRun(document, isEnoughIfUnclaimed) &&
    !(statesOtherKind(document, jsonLd) || holdsManyTexts(document) || isApplication(document))
  );
}

const otherOgType = /^(?:product|video|music|book|place|business|restaurant)\b/;

function isEditorOrSearch(document: Document, statements: Statements): boolean {
  if (isSearchAddress(document.location)) return true;
  return statements.get("og:type") === "profile" || document.body.isContentEditable === true;
}

const articleType =
  /"@type"\s*:\s*(?:\[\s*)?"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)"/;

function claimsArticle(
  document: Document,
  statements: Statements,
  jsonLd: readonly string[],
): boolean {
  if (statements.get("og:type") === "article") return true;
  if (statements.has("article:published_time")) return true;
  if (jsonLd.some((text) => articleType.test(text))) return true;
  return document.querySelector('[itemprop="articleBody"]') !== null;
}

function jsonLdOf(document: Document): readonly string[] {
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  return [...scripts]
    .slice(0, mostScripts)
    .map(({ textContent }) => textContent?.slice(0, scriptChars) ?? "");
}

/** The content of `<meta>` elements, by property or name, in lower case. */
type Statements = ReadonlyMap<string, string>;

/**
 * Collects the statements. One walk over a list that the browser keeps costs less than two
 * selectors.
 */
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

function hasLongText(document: Document): boolean {
  const body = document.querySelector('[itemprop="articleBody"],article,main');
  return body !== null && (body.textContent?.trim().length ?? 0) >= longTextChars;
}
