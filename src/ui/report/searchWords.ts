/** The most words of a search; search engines ignore more. */
const mostWords = 30;

/** The fewest words of a quotation; shorter ones are found everywhere. */
const fewestQuotedWords = 5;

/**
 * Returns the proposed search for a passage: its longest quotation, else the passage, in quotation
 * marks so that the exact words are searched.
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
