/** Search engines leave out what is beyond so many words. */
const mostWords = 30;

/** A quotation shorter than this is found everywhere. */
const fewestQuotedWords = 5;

/**
 * What is proposed for a search: the longest words that a passage quotes, else the passage, in
 * quotation marks so that the words are sought as they stand.
 */
export function searchWords(passage: string): string {
  const quoted = [...passage.matchAll(/[“„«"]([^“”„«»"]+)[”“»"]/g)].map(([, words = ""]) => words);
  const longest = quoted.reduce((a, b) => (wordsOf(b).length > wordsOf(a).length ? b : a), "");
  const sought = wordsOf(longest).length >= fewestQuotedWords ? longest : passage;
  const words = wordsOf(sought.replace(/[“”„«»"]/g, "")).slice(0, mostWords);
  return `"${words.join(" ").replace(/(?<![\s.,;:])[\s.,;:]+$/, "")}"`;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
