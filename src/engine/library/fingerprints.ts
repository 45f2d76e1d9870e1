import { hashNext } from "../text/termHash.ts";
import { type Token, tokenise } from "../text/tokens.ts";

/**
 * Returns fingerprints for verbatim matches: hashes of runs of four words, of which winnowing keeps
 * the least of every four neighbours (Schleimer, Wilkerson, Aiken: "Winnowing", SIGMOD 2003). Two
 * texts with seven words in a row in common share a fingerprint. Linear.
 */
export function fingerprintsOf(
  text: string,
  tokens: readonly Token[] = tokenise(text),
): Uint32Array {
  const words: number[] = [];
  for (const token of tokens) {
    if (words.length >= mostWords) break;
    if (token.kind !== "punctuation") words.push(token.form.wordHash);
  }
  return winnow(runsOf(words));
}

const runLength = 4;
const windowLength = 4;
/** As for terms: the rest of a longer passage is left out. */
const mostWords = 1024;

/** A text of fewer words than a run is one run: a short string matches only whole. */
function runsOf(words: readonly number[]): Uint32Array {
  if (words.length === 0) return new Uint32Array(0);
  const length = Math.min(runLength, words.length);
  const runs = new Uint32Array(words.length - length + 1);
  for (let i = 0; i < runs.length; i++) {
    let hash = length;
    for (let j = i; j < i + length; j++) hash = hashNext(hash, words[j]!);
    runs[i] = hash;
  }
  return runs;
}

function winnow(runs: Uint32Array): Uint32Array {
  const kept = new Set<number>();
  const windows = Math.max(1, runs.length - windowLength + 1);
  for (let at = 0; at < windows && runs.length > 0; at++) {
    let least = runs[at]!;
    for (let j = at + 1; j < Math.min(at + windowLength, runs.length); j++) {
      if (runs[j]! < least) least = runs[j]!;
    }
    kept.add(least);
  }
  return Uint32Array.from(kept);
}
