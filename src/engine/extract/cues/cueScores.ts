/**
 * Scores the words of a sentence that may be cues, in two steps. The first judges each word by itself
 * and its context; the second corrects it by the scores of its neighbours: next to a sure cue, a
 * doubtful one is more often part of what is said than another cue. (Stacked sequential learning,
 * Cohen and Carvalho 2005; here with one step to each side and the best of each side.)
 */
import { cueWeights } from "../../text/languageTables.ts";
import { once } from "../../text/once.ts";
import { type BodyView, sentenceEnd } from "../attributions/bodyView.ts";
import { cueKey, formOf, laterClause } from "./cueContext.ts";
import { cueBuckets, cueFeatures } from "./cueFeatures.ts";
import { bucketOf, hashOf } from "./featureHash.ts";
import { unpackWeights, weightStep } from "./packedWeights.ts";

/** Buckets of the second step's table. */
export const sentenceBuckets = 2 ** 14;

const wordWeights = once(() => unpackWeights(cueWeights.word.weights, cueBuckets));
const sentenceWeights = once(() => unpackWeights(cueWeights.sentence.weights, sentenceBuckets));

/** Returns the scores, in log odds, of tokens that may be cues and stand in one sentence, in order. */
export function cueScores(view: BodyView, tokens: readonly number[]): readonly number[] {
  const own = tokens.map((at) => {
    return scoreOf(cueFeatures(view, at), wordWeights(), cueWeights.word.bias);
  });
  return tokens.map((_, index) => {
    const features = sentenceFeatures(view, tokens, own, index);
    return scoreOf(features, sentenceWeights(), cueWeights.sentence.bias);
  });
}

function scoreOf(features: readonly number[], steps: Int8Array, bias: number): number {
  let sum = 0;
  for (const feature of features) sum += steps[feature]!;
  return bias + sum * weightStep;
}

/**
 * Returns the features of the second step, as buckets: a token's own score and the scores of the
 * candidates before and after it in the sentence.
 */
export function sentenceFeatures(
  view: BodyView,
  tokens: readonly number[],
  scores: readonly number[],
  index: number,
): readonly number[] {
  const at = tokens[index]!;
  const own = rounded(scores[index]!);
  const best = bestBefore(scores, index);
  const before = best < 0 ? "-" : rounded(scores[best]!);
  const after = index + 1 < scores.length ? rounded(bestAfter(scores, index)) : "-";
  const distance = best < 0 ? "-" : Math.min(4, Math.floor((at - tokens[best]!) / 4));
  const form = formOf(view.tokens[at]!.folded, view.classes[at]!);
  const later = laterClause(view, at, sentenceEnd(view, at));
  const previous = index > 0 ? rounded(scores[index - 1]!) : "-";
  const values = [
    `${Math.max(-8, Math.min(8, Math.round(scores[index]! * 2)))}`,
    `${previous} ${own}`,
    `${previous} ${cueKey(view, at)}`,
    `${index + 1 < scores.length ? rounded(scores[index + 1]!) : "-"} ${own}`,
    `${before} ${own}`,
    `${after} ${own}`,
    `${before} ${after} ${own}`,
    `${before} ${distance} ${form}`,
    `${before} ${later} ${form}`,
  ];
  return values.map((value, feature) => bucketOf(feature, hashOf(value), 0, sentenceBuckets));
}

/** Log odds in whole numbers from -3 to 3. */
function rounded(score: number): number {
  return Math.max(-3, Math.min(3, Math.round(score)));
}

/** Returns the index of the best score before one; -1 if it is the first. */
function bestBefore(scores: readonly number[], index: number): number {
  let best = -1;
  for (let at = index - 1; at >= 0; at--) if (best < 0 || scores[at]! > scores[best]!) best = at;
  return best;
}

/** Returns the best score after one, which is not the last. */
function bestAfter(scores: readonly number[], index: number): number {
  let best = scores[index + 1]!;
  for (let at = index + 2; at < scores.length; at++) best = Math.max(best, scores[at]!);
  return best;
}
