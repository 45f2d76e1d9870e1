/** The parts of a feed that contain text, and the beginnings of items. */
const parts = /<!\[CDATA\[|<!--|<(?:\w{1,20}:)?(?:item|entry)[\s>]/gi;

/** What opens a text, and what closes it. XML distinguishes capitals here. */
const closings: Readonly<Record<string, string>> = { "<![CDATA[": "]]>", "<!--": "-->" };

/**
 * Returns the number of items in an XML feed, whether or not a parser can read them all: those behind
 * a text that is never closed count too. Linear in the text.
 */
export function countFeedItems(text: string): number {
  const neverClosed = new Set<string>();
  let count = 0;
  parts.lastIndex = 0;
  for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
    if (!part[0].startsWith("<!")) {
      count++;
      continue;
    }
    const closing = closings[part[0]];
    if (closing === undefined || neverClosed.has(closing)) continue;
    const at = text.indexOf(closing, part.index);
    if (at < 0) neverClosed.add(closing);
    else parts.lastIndex = at;
  }
  return count;
}
