/**
 * Which words of two wordings are not in the other, in order: a longest common subsequence of
 * words (Wagner & Fischer, 1974) after the common ends are cut off. Punctuation and case do not
 * count. Quadratic in the part that differs, which is bounded; beyond the bound a word counts as
 * common if the other wording has it anywhere.
 */

/** A stretch of one wording. */
export interface WordDiffPart {
  readonly text: string;
  /** False for words that the other wording does not have at this place. */
  readonly isSame: boolean;
}

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
  const { sameInA, sameInB } = commonWords(a, b);
  return { page: partsOf(a, sameInA), corpus: partsOf(b, sameInB) };
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
    key: word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""),
  }));
}

interface Common {
  readonly sameInA: Uint8Array;
  readonly sameInB: Uint8Array;
}

function commonWords(a: readonly Word[], b: readonly Word[]): Common {
  const sameInA = new Uint8Array(a.length);
  const sameInB = new Uint8Array(b.length);
  let start = 0;
  while (start < a.length && start < b.length && a[start]!.key === b[start]!.key) {
    sameInA[start] = sameInB[start] = 1;
    start++;
  }
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1]!.key === b[endB - 1]!.key) {
    sameInA[--endA] = sameInB[--endB] = 1;
  }
  const common = { sameInA, sameInB };
  if ((endA - start + 1) * (endB - start + 1) > mostCells) markShared(a, b, common);
  else markSubsequence(a.slice(start, endA), b.slice(start, endB), start, common);
  return common;
}

function markSubsequence(
  a: readonly Word[],
  b: readonly Word[],
  offset: number,
  { sameInA, sameInB }: Common,
): void {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] =
        a[i]!.key === b[j]!.key
          ? lengths[at + width + 1]! + 1
          : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.key === b[j]!.key) {
      sameInA[offset + i++] = 1;
      sameInB[offset + j++] = 1;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
}

function markShared(a: readonly Word[], b: readonly Word[], { sameInA, sameInB }: Common): void {
  const inA = new Set(a.map(({ key }) => key));
  const inB = new Set(b.map(({ key }) => key));
  a.forEach(({ key }, i) => {
    if (inB.has(key)) sameInA[i] = 1;
  });
  b.forEach(({ key }, i) => {
    if (inA.has(key)) sameInB[i] = 1;
  });
}

/** A word this short, alone between words that differ, would only speckle the text. */
const shortWordChars = 3;

function partsOf(words: readonly Word[], same: Uint8Array): readonly WordDiffPart[] {
  const parts: { text: string; isSame: boolean }[] = [];
  words.forEach(({ text, key }, i) => {
    const isLone = same[i - 1] === 0 && same[i + 1] === 0;
    const isSame = same[i] === 1 && !(isLone && key.length <= shortWordChars);
    const last = parts.at(-1);
    if (last?.isSame === isSame) last.text += text;
    else parts.push({ text, isSame });
  });
  return parts;
}
