/**
 * Detects how a markup document begins, in one scan over everything allowed before its first
 * element: a pattern for any number of comments would try every way to split them.
 */

/** True for RSS, RDF and Atom. */
export function beginsAsFeed(text: string): boolean {
  return isAt(/<(?:rss|feed|rdf:RDF|channel)\b/iy, text, afterProlog(text, true));
}

/** A server's warning in front of a feed is a few lines. */
const longestWarning = 20_000;
const feedOpening = /<\?xml\b|<(?:rss|feed|rdf:RDF)\b/gi;

/**
 * True for a feed, even after something that a server printed before it: a warning, or a line
 * break, which no XML parser accepts there. A page with a feed in it is not a feed.
 */
export function isFeed(text: string): boolean {
  return beginsAsFeed(text) || feedStart(text) > 0;
}

/** Returns the text from where its feed begins. */
export function feedWithin(text: string): string {
  return beginsAsFeed(text) ? text.trimStart() : text.slice(Math.max(0, feedStart(text)));
}

function feedStart(text: string): number {
  if (beginsAsPage(text)) return -1;
  for (const opening of text.slice(0, longestWarning).matchAll(feedOpening)) {
    if (beginsAsFeed(text.slice(opening.index, opening.index + longestWarning)))
      return opening.index;
  }
  return -1;
}

/** True for a page of HTML, with or without its doctype. */
export function beginsAsPage(text: string): boolean {
  return isAt(/<(?:!doctype\s+html|html|head|body)\b/iy, text, afterProlog(text, false));
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/**
 * The offset after white space, comments and processing instructions, and after document types if
 * asked for.
 */
function afterProlog(text: string, skipsDoctypes: boolean): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const end = text.startsWith("<!--", at)
      ? after(text, "-->", at + 4)
      : text.startsWith("<?", at)
        ? after(text, ">", at)
        : skipsDoctypes && isAt(/<!doctype/iy, text, at)
          ? doctypeEnd(text, at)
          : null;
    if (end === null) return at;
    at = end;
  }
}

/** Returns the offset after a document type with its declarations; null if there is none. */
function doctypeEnd(text: string, at: number): number | null {
  const end = after(text, ">", at);
  const subset = text.slice(at, end ?? undefined).indexOf("[");
  if (end === null || subset < 0) return end;
  const closing = /\]\s*>/g;
  closing.lastIndex = at + subset;
  return closing.test(text) ? closing.lastIndex : null;
}

function after(text: string, end: string, from: number): number | null {
  const at = text.indexOf(end, from);
  return at < 0 ? null : at + end.length;
}
