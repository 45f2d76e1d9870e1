import { expect, it } from "vitest";
import { logitOf, type ScoreModel } from "../../../../src/engine/match/score/scoreModel.ts";

/** A model that gives a pair these log-odds, before its words are aligned. */
function modelOf(intercept: number, sequence: number): ScoreModel {
  const calibration = { intercept: 0, slope: 1, retoldIntercept: 0, retoldSlope: 0 };
  return { intercept, weights: { sequence }, neighbours: 0, rivals: 0, calibration };
}

/** The log-odds, and whether the words had to be aligned for them: most of the work. */
function answerOf(model: ScoreModel) {
  let isAligned = false;
  const features = {
    get sequence() {
      isAligned = true;
      return 0.5;
    },
  };
  return { logit: logitOf(features, model), isAligned };
}

it.each([
  ["whose log-odds are hopeless without", -5.1, 2, -5.1, false],
  ["that may still become a match", -5, 2, -4, true],
  ["of a model to which the order of words means nothing", 1, 0, 1, false],
])("the words of a pair %s are aligned or not", (_name, intercept, sequence, logit, isAligned) => {
  expect(answerOf(modelOf(intercept, sequence))).toEqual({ logit, isAligned });
});
