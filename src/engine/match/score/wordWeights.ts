import commonStems from "../../../../assets/model/commonStems.json";
import { termHash } from "../../text/termHash.ts";
import type { WordForm } from "../../text/wordForm.ts";
import { rememberByForm } from "../../text/wordForms.ts";

/**
 * How much a shared term tells, in bits: how rare it is in news at large, from a table of common
 * stems, pulled half-way towards how rare it is in the library. On a library about one war its
 * belligerents stand everywhere and tell little; on a small one every other word stands only once
 * and would otherwise pass for rare.
 */
export interface WordWeights {
  /** Of a term. */
  of(hash: number): number;
  /** Of a word's stem. */
  ofWord(form: WordForm): number;
}

/** What the table does not list is rarer than its last band. */
const rarestBits = 12.5;

/** Added to the library's size, so that a library of a hundred passages does not overstate itself. */
const unseenPassages = 200;

/** The weight of a term that stands in `times` of the library's passages. */
export function weightOfTerm(hash: number, times: number, passageCount: number): number {
  const news = newsBits.get(hash) ?? rarestBits;
  if (times === 0) return news;
  const here = Math.log2((passageCount + unseenPassages) / times);
  return here < news ? (news + here) / 2 : news;
}

/** Weights for one library; `documentFrequency` says in how many passages a term stands. */
export function createWordWeights(
  passageCount: number,
  documentFrequency: (hash: number) => number,
): WordWeights {
  const of = (hash: number) => weightOfTerm(hash, documentFrequency(hash), passageCount);
  return { of, ofWord: rememberByForm(({ stemHash }) => of(stemHash)) };
}

const newsBits: ReadonlyMap<number, number> = new Map(
  commonStems.bands.flatMap((stems, band) =>
    stems === ""
      ? []
      : stems.split(" ").map((stem) => [termHash("stem", stem), band + 0.5] as const),
  ),
);
