/**
 * Finds the words of two wordings that the other lacks, in order. Punctuation and case are ignored.
 * Time is quadratic in the part that differs, up to a limit; above it a word counts as common if
 * the other wording has it anywhere.
 */
import { commonSubsequence } from "../../engine/text/commonSubsequence.ts";

/** A stretch of one wording. */
export interface WordDiffPart {
  readonly text: string;
  /** False for words that the other wording lacks at this position. */
  readonly isSame: boolean;
}

/** Two wordings, each divided into parts that are the same or differ. */
export interface WordDiffResult {
  readonly page: readonly WordDiffPart[];
  readonly corpus: readonly WordDiffPart[];
}

/** The largest alignment table, in cells. It takes about a millisecond. */
const mostCells = 250_000;

/** Compares two wordings. The joined parts of each are the wording again. */
export function wordDiff(page: string, corpus: string): WordDiffResult {
  const a = wordsOf(page);
  const b = wordsOf(corpus);
  const { inA, inB } = commonWords(a, b);
  return { page: partsOf(a, inA), corpus: partsOf(b, inB) };
}

interface Word {
  /** The word with the white space after it. */
  readonly text: string;
  /** The word as compared; empty for a dash or a lone quotation mark. */
  readonly key: string;
}

function wordsOf(text: string): readonly Word[] {
  return (text.match(/^\s+|\S+\s*/g) ?? []).map((word) => ({
    text: word,
    key: wordKey(word),
  }));
}

/** Returns a word as compared, without case and punctuation. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Indices of the words of each wording that the other has too. */
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

/**
 * The length of a common word that is highlighted if it is alone between differing words, to avoid
 * gaps.
 */
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
