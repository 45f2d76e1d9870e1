import { articleFromHtml } from "../articleFromHtml.ts";
import { readText } from "../articleFromText.ts";
import { isFrontPage } from "../frontPage.ts";
import { holdsArticle } from "../holdsArticle.ts";
import { ArticleDataError } from "../knownData.ts";
import type { KnownOfArticle } from "../knownOfArticle.ts";
import type { ParseHtml } from "../parseHtml.ts";
import { beginsAsPage } from "./markupStart.ts";
import { omissionsOnPage, omittedDate, type ReadArticle } from "./omissions.ts";

/**
 * Returns the article in a page's HTML or text, which are distinguished by their content. Throws
 * ArticleDataError if there is none.
 */
export function articleOfDocument(
  source: string,
  known: KnownOfArticle,
  parseHtml: ParseHtml,
): ReadArticle {
  if (!looksLikeHtml(source)) {
    const { article, unreadableDate } = readText(source, known);
    if (article.body !== "" || article.title !== "") {
      return { article, omissions: omittedDate(unreadableDate) };
    }
    throw new ArticleDataError("refusedNoText");
  }
  const document = parse(source, parseHtml);
  const article = articleFromHtml(document, { ...savedFrom(source), ...known }, true);
  if (isFrontPage(document, article)) throw new ArticleDataError("refusedFrontPage");
  const isDated = known.published !== undefined;
  if (holdsArticle(article)) {
    return { article, omissions: isDated ? [] : omissionsOnPage(document, article) };
  }
  throw new ArticleDataError("refusedNoArticle");
}

const savingComments = [
  /<!--\s*saved from url=\(\d{1,6}\)(https?:[^\s>]{1,4000})/i,
  /<!--\s*Page saved with SingleFile\s+url:\s*(https?:[^\s>]{1,4000})/i,
];

/** Returns the address at which a page was saved, if its browser or an extension noted it in the file. */
function savedFrom(source: string): KnownOfArticle {
  const start = source.slice(0, 8192);
  const [address] = savingComments.flatMap((comment) => comment.exec(start)?.[1] ?? []);
  return address === undefined ? {} : { urls: [address] };
}

function parse(source: string, parseHtml: ParseHtml): Document {
  const isPage = /<(?:html|body)\b/i.test(source);
  const html = isXhtml(source) ? withEndTags(source) : source;
  const document = parsed(isPage ? html : `<html><body>${html}</body></html>`, parseHtml);
  // A page that was cut off inside its first tag has no element in some parsers.
  if ((document.documentElement as Element | null) !== null) return document;
  throw new ArticleDataError("refusedCutOff");
}

function parsed(html: string, parseHtml: ParseHtml): Document {
  try {
    return parseHtml(html);
  } catch (error) {
    if (error instanceof ArticleDataError) throw error;
    throw new ArticleDataError("refusedHtml", (error as Error).message);
  }
}

const xhtmlStart = /^\s*<\?xml\b|\sxmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/i;

function isXhtml(source: string): boolean {
  return xhtmlStart.test(source.slice(0, 4096));
}

const endedEmpty =
  /<(script|style|title|textarea|iframe|noscript|div|p|span|a|b|i|em|strong|td|th|li|ul|h[1-6]|section|article|figure)((?:\s[^<>]{0,2000})?)\/>/gi;

/** Adds end tags to elements that XHTML closes in their own tag; as HTML, they would stay open. */
function withEndTags(xhtml: string): string {
  return xhtml.replace(endedEmpty, "<$1$2></$1>");
}

const elements = "p|div|article|section|main|h[1-6]|meta|title|span|a|li|ul|table|blockquote";
const fragmentStart = new RegExp(`^\\s*<(?:${elements})(?:\\s[^<>]*)?>`, "i");
const anyElement = new RegExp(`</?(?:${elements})(?:\\s[^<>]*)?>`, "gi");

/**
 * True for a text that begins as a document or fragment, or has several of the elements of pages.
 */
export function looksLikeHtml(source: string): boolean {
  const start = source.slice(0, 4096);
  if (beginsAsPage(source) || fragmentStart.test(start)) return true;
  return (start.match(anyElement)?.length ?? 0) >= 3;
}
