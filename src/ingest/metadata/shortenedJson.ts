/**
 * Returns JSON with strings of more than `most` characters emptied: of the structured data of a
 * live blog a hundredth describes it, and the rest is the text of its posts. Linear in the text.
 */
export function withoutLongStrings(json: string, most: number): string {
  const kept: string[] = [];
  let copied = 0;
  let at = json.indexOf('"');
  while (at >= 0) {
    const end = endOfString(json, at);
    if (end - at - 1 > most) {
      kept.push(json.slice(copied, at + 1));
      copied = end;
    }
    at = json.indexOf('"', end + 1);
  }
  return kept.join("") + json.slice(copied);
}

/**
 * Returns the offset of the closing quotation mark of the string at `start`, or the end of the
 * text.
 */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end;
  }
  return json.length;
}
