import type { Article } from "../../src/engine/model/index.ts";

/** Shorter words stand in hashes by chance. */
const leastLetters = 7;

/**
 * What of articles and pages stands plainly in what was sent: words and names, wherever they stand; numbers
 * and dates that stand for themselves; addresses and their hosts.
 */
export function plainTextsIn(sent: readonly string[], articles: readonly Article[]): string[] {
  const all = sent.join("\n").toLowerCase();
  // What is sealed is sent in base64: three digits between two of its marks stand there by chance.
  const tokens = new Set(all.split(/[^\p{L}\p{N}_+/=-]+/u));
  const texts = articles.flatMap(({ title, body, outlet, urls }) => [
    ...wordsOf(`${title} ${body} ${outlet.name}`).filter((word) => word.length >= leastLetters),
    ...urls,
    ...(outlet.domain === null ? [] : [outlet.domain]),
  ]);
  const alone = articles.flatMap(({ body, published }) => [
    ...(body.match(/\d{3,}/g) ?? []),
    ...(published === null ? [] : [published.value]),
  ]);
  return [
    ...[...new Set(texts)].filter((text) => all.includes(text.toLowerCase())),
    ...[...new Set(alone)].filter((text) => tokens.has(text)),
  ];
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u);
}
