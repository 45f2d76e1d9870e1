import commonStems from "../../../../assets/model/commonStems.json";
import { termHash } from "../../text/termHash.ts";
import type { WordForm } from "../../text/wordForm.ts";
import { rememberByForm } from "../../text/wordForms.ts";

/**
 * Weights of shared terms in bits: how rare a term is in news at large, from a table of common
 * stems, moved half-way towards its rarity in the library. In a library about one war the
 * belligerents are everywhere and mean little; in a small library every other word occurs only once
 * and would otherwise seem rare.
 */
export interface WordWeights {
  /** Returns the weight of a term. */
  of(hash: number): number;
  /** Returns the weight of a word's stem. */
  ofWord(form: WordForm): number;
}

/** Bits of a stem that is not in the table, which is rarer than its last band. */
const rarestBits = 12.5;

/**
 * Added to the number of passages, so that a library of a hundred passages does not overstate
 * rarity.
 */
const unseenPassages = 200;

/** Returns the weight in bits of a term that occurs in `times` of the library's passages. */
export function weightOfTerm(hash: number, times: number, passageCount: number): number {
  const news = newsBits.get(hash) ?? rarestBits;
  if (times === 0) return news;
  const here = Math.log2((passageCount + unseenPassages) / times);
  return here < news ? (news + here) / 2 : news;
}

/**
 * Returns the weights for one library; `documentFrequency` gives the number of passages with a
 * term.
 */
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
