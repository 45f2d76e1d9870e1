/**
 * JSON in which strings of more than so many characters are empty: what a live blog's structured data
 * says of it is a hundredth of it, and the rest is the text of its posts. Takes time by its length.
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

/** Where the string that begins at `start` has its closing quotation mark; the end of the text if it has none. */
function endOfString(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let slashes = 0;
    while (json[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end;
  }
  return json.length;
}
