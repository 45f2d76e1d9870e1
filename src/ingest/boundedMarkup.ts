import { bounds } from "./bounds.ts";
import { ArticleDataError } from "./knownData.ts";
import type { ParseHtml } from "./parseHtml.ts";

/**
 * Returns the same parser with a limit on the number of nodes: a page with an element every three
 * bytes takes a hundred times its length when parsed. The result throws ArticleDataError above the
 * limit.
 */
export function boundedParser(parseHtml: ParseHtml): ParseHtml {
  return (html) => {
    checkMarkup(html);
    return parseHtml(html);
  };
}

/** Throws ArticleDataError if markup, or markup that is written as text in it, has too many nodes. */
export function checkMarkup(markup: string): void {
  if (countNodes(markup) <= bounds.markupNodes) return;
  throw new ArticleDataError("refusedMarkup", bounds.markupNodes);
}

/**
 * Tags, comments, attributes and escaped tags, at most `bounds.markupNodes` and a few. Counts in one
 * pass and rather too much: what looks like a tag inside a script counts as one.
 */
function countNodes(markup: string): number {
  let count = 0;
  for (let at = nextOf(markup, "<", 0); at < markup.length; at = nextOf(markup, "<", at)) {
    if (++count > bounds.markupNodes) return count;
    at++;
    if (!isLetter(markup.charCodeAt(at))) continue;
    const tag = readTag(markup, at);
    count += tag.attributes;
    at = tag.end;
  }
  for (
    let at = nextOf(markup, "&lt;", 0);
    at < markup.length;
    at = nextOf(markup, "&lt;", at + 4)
  ) {
    if (++count > bounds.markupNodes) return count;
  }
  return count;
}

/** The attributes of a tag, a value for each run of separators, and where it ends. */
function readTag(markup: string, start: number): { attributes: number; end: number } {
  let attributes = 0;
  let isSeparated = false;
  for (let at = start; at < markup.length; at++) {
    const char = markup[at]!;
    if (char === ">" || char === "<") return { attributes, end: at };
    if (attributes > bounds.markupNodes) return { attributes, end: markup.length };
    const isValue = (char === '"' || char === "'") && markup[at - 1] === "=";
    if (isValue) at = nextOf(markup, char, at + 1);
    if (isValue || char === "/" || char <= " ") isSeparated = true;
    else if (isSeparated) {
      attributes++;
      isSeparated = false;
    }
  }
  return { attributes, end: markup.length };
}

function nextOf(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  return found < 0 ? text.length : found;
}

function isLetter(char: number): boolean {
  const lower = char | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
