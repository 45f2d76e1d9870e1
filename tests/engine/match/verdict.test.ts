import { describe, expect, it } from "vitest";
import { type Comparison, standsAlone, verdictOf } from "../../../src/engine/match/comparison.ts";
import { meaningFeatures } from "../../../src/engine/match/meaning/meaningFeatures.ts";
import { compared } from "./preparedTexts.ts";

const report = "Police said 40 farmers blocked the ring road near the market";
const otherNumber = compared(report, report.replace("40", "60"));
const otherName = compared(`${report} with Orsha`, `${report} with Gorki`);
const denied = compared(report, report.replace("farmers blocked", "farmers never blocked"));

/** The comparison with its evidence set by hand. */
function withEvidence(
  comparison: Comparison,
  evidence: {
    logit?: number;
    words?: Comparison["words"];
    strength?: number;
    coverMax?: number;
    sharedBits?: number;
  },
): Comparison {
  const { logit = 0, words = null, strength = 1, coverMax = 0.3, sharedBits = 0.5 } = evidence;
  const pairs = comparison.pairs.map((pair) => ({ ...pair, strength }));
  const features = { ...comparison.features, coverMax, sharedBits };
  return { ...comparison, alignment: comparison.alignment, logit, words, pairs, features };
}

/** Vectors in one language with a cosine. */
function meant(cosine: number): Comparison["meaning"] {
  const noRivals = { inArticle: null, onPage: null, inLibrary: null };
  return { isOneLanguage: true, features: meaningFeatures(cosine, noRivals, 0) };
}

describe("the score", () => {
  const same = compared(report, report);

  it.each([
    ["whole", -5, 0.99],
    ["run", -5, 0.93],
    ["run", 3, 0.953],
    ["run", 5, 0.97],
    ["near", -5, 0.9],
    ["near", 5, 0.97],
  ] as const)("of the same words (%s), the model giving %i, is %f", (kind, logit, score) => {
    const given = withEvidence(same, { logit, words: { kind, cover: 0.5, hasExchanged: false } });
    expect(verdictOf(given, 0, 0.5)?.score).toBe(score);
  });

  it("of other words is the model's with its support", () => {
    expect(verdictOf(withEvidence(same, { logit: 1 }), 1, 0.5)?.score).toBe(0.881);
  });

  it("of a statement with a slot filled otherwise is raised", () => {
    expect(verdictOf(withEvidence(otherNumber, {}), 0, 0.5)?.score).toBe(0.731);
    expect(verdictOf(withEvidence(otherNumber, { strength: 0.3 }), 0, 0.5)?.score).toBe(0.5);
    expect(verdictOf(withEvidence(otherNumber, { logit: -1.1 }), 0, 0.5)).toBeNull();
  });

  it.each([
    [0.09, 0.3, undefined],
    [0.11, 0.3, "reworded"],
    [0.5, 0.11, undefined],
    [0.5, 0.13, "reworded"],
  ])("needs enough in common: %f of sixty bits, covering %f", (sharedBits, coverMax, relation) => {
    const given = withEvidence(same, { logit: 3, sharedBits, coverMax });
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
    const words = { kind: "near", cover: 0.5, hasExchanged: false } as const;
    expect(verdictOf({ ...given, words }, 0, 0.5)?.relation).toBe("near-verbatim");
  });

  it.each([
    ["tractor bridge harvest river", "reworded"],
    ["tractor bridge harvest", undefined],
  ])("needs enough words: %s", (text, relation) => {
    const given = withEvidence(compared(text, text), { logit: 3 });
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });

  it.each([
    ["of two words whose vectors are alike and certain", "tractor bridge", 0.65, 3, "reworded"],
    ["of one", "tractor", 0.65, 3, undefined],
    ["whose vectors are less alike", "tractor bridge", 0.55, 3, undefined],
    ["whose vectors are less certain", "tractor bridge", 0.65, 2.9, undefined],
  ])("finds a short sentence %s", (_, text, cosine, logit, relation) => {
    const given = { ...withEvidence(compared(text, text), { logit }), meaning: meant(cosine) };
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });

  it.each([
    ["other terms, unless vectors are certain", "wanted to cross", "crossed", "reworded"],
    ["agent and object swapped, however certain", null, null, undefined],
  ])("does not find a statement in %s", (_, wish, deed, certainly) => {
    const [page, corpus] =
      wish === null
        ? ["Croatia defeated England in Moscow.", "England defeated Croatia in Moscow."]
        : [`The explorer ${wish} the desert.`, `The explorer ${deed} the desert.`];
    const given = (logit: number) => ({
      ...withEvidence(compared(page, corpus), { logit }),
      meaning: meant(0.7),
    });
    expect(verdictOf(given(2.5), 0, 0.5)?.relation).toBeUndefined();
    expect(verdictOf(given(4), 0, 0.5)?.relation).toBe(certainly);
  });
});

describe("one statement changed", () => {
  it.each([
    ["number", otherNumber, 0.65, "differs"],
    ["number", otherNumber, 0.55, "reworded"],
    ["name", otherName, 0.65, "differs"],
    ["name", otherName, 0.55, "reworded"],
  ] as const)("with another %s: case %#", (_, comparison, strength, relation) => {
    const given = withEvidence(comparison, { logit: 3, strength });
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });

  it.each([
    [0.55, "contradicts"],
    [0.45, "reworded"],
  ])("where it is alike by %f and says no: %s", (strength, relation) => {
    const given = withEvidence(denied, { logit: 3, strength });
    expect(verdictOf(given, 0, 0.5)?.relation).toBe(relation);
  });
});

describe("what stands alone", () => {
  const alone = (logit: number, relation: "reworded" | "differs" = "reworded") =>
    standsAlone(
      withEvidence(compared(report, report), { logit }),
      { relation, score: 0.5, differences: [] },
      0,
    );

  it("has log-odds of its own that its neighbours need not make up for", () => {
    expect(alone(-2.05)).toBe(false);
    expect(alone(-1.95)).toBe(true);
  });

  it("is asked only of what is told in other words", () => {
    expect(alone(-2.5, "differs")).toBe(true);
  });
});
