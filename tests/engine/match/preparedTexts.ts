import { readStatement } from "../../../src/engine/extract/readStatement.ts";
import {
  type PreparedPassage,
  preparePassage,
} from "../../../src/engine/match/candidates/preparedPassage.ts";
import { type Comparison, comparePassages } from "../../../src/engine/match/comparison.ts";

/** Weights by which every word tells as much as any other. */
export const evenWeights = { of: () => 10, ofWord: () => 10 };

/** A text made ready to be compared, by even weights. */
export function prepared(text: string): PreparedPassage {
  return preparePassage(readStatement(text), evenWeights);
}

/** What is known of two passages of whose articles nothing is known. */
export const noContext = {
  story: { likeness: 0, days: null },
  fewness: 0,
  pageSpeaker: null,
  corpusSpeaker: null,
  hasTitle: false,
  meaning: null,
} as const;

/** Two texts compared of whose articles nothing is known. */
export function compared(page: string, corpus: string): Comparison {
  return comparePassages(prepared(page), prepared(corpus), noContext);
}
