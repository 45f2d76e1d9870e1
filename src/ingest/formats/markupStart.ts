/**
 * How a document of markup begins, told by one scan over what may stand before its first element: a
 * pattern for any number of comments would try every way to part them.
 */

/** True for RSS, RDF and Atom. */
export function beginsAsFeed(text: string): boolean {
  return isAt(/<(?:rss|feed|rdf:RDF|channel)\b/iy, text, afterProlog(text, true));
}

/** True for a page of HTML, with or without its doctype. */
export function beginsAsPage(text: string): boolean {
  return isAt(/<(?:!doctype\s+html|html|head|body)\b/iy, text, afterProlog(text, false));
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Past white space, comments and instructions, and past doctypes if asked to. */
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

/** Past a doctype, with the declarations inside it. */
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
