import {
  answerTo,
  collections,
  isRight,
  pairSets,
  type RelationPair,
  readRelationPairs,
} from "../../support/relationPairs.ts";
import { openEncodedTexts } from "../encoding/encodedTexts.ts";
import type { Measure } from "../measure.ts";
import { report } from "../report.ts";

/**
 * Pairs of sentences of our own: whether and where they differ, whether they can be true together,
 * whether they say the same, and how a quote was changed. What is wrong in the half that rules are
 * made with goes into a file; of the half that was put aside only the figures are shown.
 */
export const relationPairs: Measure = measureOf("relation-pairs", "development", {});

/** The half that nobody reads while rules are made. */
export const relationPairsHeldOut: Measure = measureOf("held-out-pairs", "heldout", {
  ...Object.fromEntries(pairSets.map((set) => [set, 0.9])),
});

/** The same of sentences that two newsrooms tell each in its own words, as most are told. */
export const retoldPairs: Measure = measureOf("retold-pairs", "development", {}, "retold");
export const retoldPairsHeldOut: Measure = measureOf("held-out-retold", "heldout", {}, "retold");

/** A claim beside a sentence of an encyclopaedia or of the news: whether they can be true together. */
export const claimPairs: Measure = measureOf("claim-pairs", "development", {}, "claims");
export const claimPairsHeldOut: Measure = measureOf("held-out-claims", "heldout", {}, "claims");

function measureOf(
  name: string,
  half: "development" | "heldout",
  goal: Measure["goal"],
  collection = "",
): Measure {
  const sets = collections[collection] ?? pairSets;
  return {
    name,
    goal,
    baseline: {},
    needs: [],
    async run() {
      const figures: Record<string, number> = {};
      for (const set of sets) {
        const pairs = readRelationPairs(set, half, collection);
        const byWords = pairs.map((pair) => answerTo(set, pair));
        figures[set] = shareRight(pairs, byWords);
        if (half === "development") report(`${name}-${set}.txt`, wrongOnes(pairs, byWords));
        if (set === "quotes") continue;
        const withVectors = await answersWithVectors(set, pairs);
        figures[`${set}, with vectors`] = shareRight(pairs, withVectors);
        if (set !== "odds") continue;
        Object.assign(figures, flagsOf("odds", pairs, byWords));
        Object.assign(figures, flagsOf("odds, with vectors", pairs, withVectors));
      }
      return figures;
    },
  };
}

async function answersWithVectors(
  set: (typeof pairSets)[number],
  pairs: readonly RelationPair[],
): Promise<readonly string[]> {
  const texts = await openEncodedTexts();
  const vectors = await texts.of(pairs.flatMap(({ page, corpus }) => [page, corpus]));
  return pairs.map((pair, i) => answerTo(set, pair, [vectors[2 * i]!, vectors[2 * i + 1]!]));
}

/** Of those said to be at odds the share that is, and the share of those at odds that is said to be. */
function flagsOf(
  name: string,
  pairs: readonly RelationPair[],
  answers: readonly string[],
): Record<string, number> {
  const apart = pairs.filter(({ expected }) => expected === "apart").length;
  const flagged = pairs.filter((_, i) => answers[i] === "apart");
  const right = flagged.filter(({ expected }) => expected === "apart").length;
  return {
    [`${name}: right of those flagged`]: right / Math.max(1, flagged.length),
    [`${name}: flagged of those apart`]: right / apart,
  };
}

function shareRight(pairs: readonly RelationPair[], answers: readonly string[]): number {
  return pairs.filter(({ expected }, i) => isRight(expected, answers[i]!)).length / pairs.length;
}

function wrongOnes(pairs: readonly RelationPair[], answers: readonly string[]): readonly string[] {
  return pairs.flatMap(({ expected, page, corpus }, i) =>
    isRight(expected, answers[i]!)
      ? []
      : [`expected ${expected}, given ${answers[i]}`, `  ${page}`, `  ${corpus}`],
  );
}
