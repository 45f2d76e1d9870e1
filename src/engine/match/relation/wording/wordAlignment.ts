import { isStopword } from "../../../text/stems.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";

/** Words of two passages aligned in order: `page[i]` and `corpus[i]` have the same stem or name. */
export interface WordAlignment {
  readonly page: readonly number[];
  readonly corpus: readonly number[];
}

/**
 * Score of an aligned content word; a function word, which places a text less precisely, scores 1.
 */
const contentScore = 4;
const functionScore = 1;
/** Bonus for continuing a run, so that runs are preferred to scattered matches. */
const runBonus = 1;

/**
 * Returns the best-scoring common subsequence of words (Needleman–Wunsch without gap penalties,
 * preferring runs). Time and memory: the product of the lengths, which `preparePassage` bounds.
 */
export function alignWords(page: PreparedPassage, corpus: PreparedPassage): WordAlignment {
  const a = page.classKeys;
  const b = corpus.classKeys;
  const width = b.length + 1;
  const best = new Int32Array((a.length + 1) * width);
  for (let i = 1; i <= a.length; i++) {
    const score = isStopword(page.words[i - 1]!.folded) ? functionScore : contentScore;
    const key = a[i - 1]!;
    let value = 0;
    for (let j = 1; j <= b.length; j++) {
      const at = i * width + j;
      value = Math.max(best[at - width]!, value);
      if (key === b[j - 1]) {
        const isRun = i > 1 && a[i - 2] === b[j - 2];
        value = Math.max(value, best[at - width - 1]! + score + (isRun ? runBonus : 0));
      }
      best[at] = value;
    }
  }
  return traceBack(best, width, a, b);
}

function traceBack(best: Int32Array, width: number, a: Uint32Array, b: Uint32Array): WordAlignment {
  const page: number[] = [];
  const corpus: number[] = [];
  let i = a.length;
  let j = b.length;
  // With no word of the corpus left, all that remains of the page is passed over.
  while (i > 0) {
    const at = i * width + j;
    if (best[at] === best[at - width]) i--;
    else if (best[at] === best[at - 1]) j--;
    else {
      i--;
      j--;
      page.push(i);
      corpus.push(j);
    }
  }
  return { page: page.reverse(), corpus: corpus.reverse() };
}
