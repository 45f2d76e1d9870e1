import type { ReadPassage } from "../model/index.ts";
import { isStopword } from "../text/stems.ts";
import { termHash } from "../text/termHash.ts";
import { type Token, tokenise } from "../text/tokens.ts";

/** The parts of a passage that become terms. */
export type TermSource = Pick<ReadPassage, "text" | "names" | "dates" | "numbers">;

/**
 * A passage is indexed by its first terms: a paragraph run together, or a hostile page's endless
 * line, must not make everything slow. Sentences of news have 15 to 40.
 */
const mostTerms = 256;

/**
 * Returns the term hashes of a passage, each once, in order of appearance: content stems, the keys
 * of names (so that a name and its alias meet), resolved days, and numbers with what they count.
 */
export function termsOfPassage(
  passage: TermSource,
  tokens: readonly Token[] = tokenise(passage.text),
): Uint32Array {
  const hashes = new Set<number>();
  for (const name of passage.names) hashes.add(termHash("name", name.key));
  for (const date of passage.dates) {
    const term = dateTerm(date.value);
    if (term !== null) hashes.add(term);
  }
  for (const number of passage.numbers) hashes.add(termHash("number", String(number.value)));
  for (const token of tokens) {
    if (hashes.size >= mostTerms) break;
    if (token.kind === "punctuation") continue;
    if (!token.form.isStopword) hashes.add(token.form.stemHash);
  }
  return Uint32Array.from(hashes).subarray(0, mostTerms);
}

/** True for a word or number that carries content. */
export function isContent(token: Token): boolean {
  return token.kind !== "punctuation" && !isStopword(token.folded);
}

/** A date's term: its day if it is known to the day, or its month, or its year; null if unresolved. */
function dateTerm(value: string | null): number | null {
  return value === null ? null : termHash("date", value.slice(0, 10));
}
