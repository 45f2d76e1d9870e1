/** The parts of a feed that contain text, and the beginnings of items. */
const parts = /<!\[CDATA\[|<!--|<(?:\w{1,20}:)?(?:item|entry)[\s>]/gi;

/**
 * Returns the number of items in an XML feed, whether or not a parser can read them all. Linear in
 * the text.
 */
export function countFeedItems(text: string): number {
  let count = 0;
  parts.lastIndex = 0;
  for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
    const end = part[0].startsWith("<![") ? "]]>" : part[0] === "<!--" ? "-->" : null;
    if (end === null) count++;
    else {
      const at = text.indexOf(end, part.index);
      if (at < 0) break;
      parts.lastIndex = at;
    }
  }
  return count;
}
