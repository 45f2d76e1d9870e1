/**
 * Which words of two wordings are not in the other, in order. Punctuation and case do not count.
 * Quadratic in the part that differs, which is bounded; beyond the bound a word counts as common if
 * the other wording has it anywhere.
 */
import { commonSubsequence } from "../../engine/text/commonSubsequence.ts";

/** A stretch of one wording. */
export interface WordDiffPart {
  readonly text: string;
  /** False for words that the other wording does not have at this place. */
  readonly isSame: boolean;
}

/** Two wordings, each cut into parts that are the same or differ. */
export interface WordDiffResult {
  readonly page: readonly WordDiffPart[];
  readonly corpus: readonly WordDiffPart[];
}

/** A table of so many cells takes about a millisecond. */
const mostCells = 250_000;

/** Compares two wordings; the parts of each, joined, are the wording again. */
export function wordDiff(page: string, corpus: string): WordDiffResult {
  const a = wordsOf(page);
  const b = wordsOf(corpus);
  const { inA, inB } = commonWords(a, b);
  return { page: partsOf(a, inA), corpus: partsOf(b, inB) };
}

interface Word {
  /** With the white space after it. */
  readonly text: string;
  /** What is compared; empty for a dash or a lone quotation mark. */
  readonly key: string;
}

function wordsOf(text: string): readonly Word[] {
  return (text.match(/^\s+|\S+\s*/g) ?? []).map((word) => ({
    text: word,
    key: wordKey(word),
  }));
}

/** What is compared of a word: neither case nor marks count. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Indices of the words of either wording that the other has too. */
interface CommonWords {
  readonly inA: ReadonlySet<number>;
  readonly inB: ReadonlySet<number>;
}

function commonWords(a: readonly Word[], b: readonly Word[]): CommonWords {
  const keys = (words: readonly Word[]) => words.map(({ key }) => key);
  const common = commonSubsequence(keys(a), keys(b), mostCells);
  if (common === null) return { inA: foundAnywhere(a, b), inB: foundAnywhere(b, a) };
  return {
    inA: new Set(common.map(({ inA }) => inA)),
    inB: new Set(common.map(({ inB }) => inB)),
  };
}

function foundAnywhere(words: readonly Word[], others: readonly Word[]): ReadonlySet<number> {
  const keys = new Set(others.map(({ key }) => key));
  return new Set(words.flatMap(({ key }, at) => (keys.has(key) ? [at] : [])));
}

/** A word this short, alone between words that differ, would only speckle the text. */
const shortWordChars = 3;

function partsOf(words: readonly Word[], common: ReadonlySet<number>): readonly WordDiffPart[] {
  const parts: { text: string; isSame: boolean }[] = [];
  words.forEach(({ text, key }, i) => {
    const isInner = i > 0 && i < words.length - 1;
    const isLone = isInner && !common.has(i - 1) && !common.has(i + 1);
    const isSame = common.has(i) && !(isLone && key.length <= shortWordChars);
    const last = parts.at(-1);
    if (last?.isSame === isSame) last.text += text;
    else parts.push({ text, isSame });
  });
  return parts;
}
