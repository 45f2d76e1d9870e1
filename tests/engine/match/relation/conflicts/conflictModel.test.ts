import { describe, expect, it } from "vitest";
import {
  conflictOf,
  type PairLikeness,
  weighedConflicts,
} from "../../../../../src/engine/match/relation/conflicts/conflictModel.ts";
import { sidesOf } from "../../../../../src/engine/match/relation/slotSides.ts";
import { compared } from "../../preparedTexts.ts";

const alike: PairLikeness = { logit: 2, cosine: 0.95 };

function sidesFor(page: string, corpus: string) {
  const its = compared(page, corpus);
  return sidesOf(its.page, its.corpus, its.pairs, its.alignment);
}

function found(page: string, corpus: string, likeness: PairLikeness = alike): string | null {
  const conflict = conflictOf(sidesFor(page, corpus), likeness);
  return conflict && `${conflict.kind}: ${conflict.page} / ${conflict.corpus}`;
}

const dead = [
  "The blast in Merida killed 34 people.",
  "The blast in Merida left 51 people dead.",
] as const;

describe("a conflict", () => {
  it("is told of two statements that are alike", () => {
    expect(found(...dead)).toBe("number: 34 / 51");
    expect(found(...dead, { logit: 2, cosine: null })).toBe("number: 34 / 51");
  });

  it("is not told of two that are not", () => {
    expect(found(...dead, { logit: -3, cosine: 0.82 })).toBeNull();
  });

  it("is not told of two events, which differ in two kinds of facts", () => {
    expect(
      found(
        "The blast in Merida killed 34 people on 3 March 2019.",
        "On 8 June 2019 the blast in Merida left 51 people dead.",
      ),
    ).toBeNull();
  });

  it("is told beside an unlikely one of another kind, and not beside a likely one", () => {
    const texts = [
      "The blast in Merida killed 34 people, said Miriam Acker.",
      "The blast in Merida left 51 people dead, said Leonard Fitch.",
    ] as const;
    expect(found(...texts, { logit: 4, cosine: 0.92 })).toBe("number: 34 / 51");
    expect(found(...texts, { logit: 4, cosine: 0.96 })).toBeNull();
  });

  it("is not told of what only one plans", () => {
    const plan = "The firm may close 40 shops.";
    expect(found(plan, "The firm closed 31 shops.", { logit: 0.6, cosine: 0.9 })).toBeNull();
    const done = "The firm did close 40 shops.";
    expect(found(done, "The firm closed 31 shops.", { logit: 0.6, cosine: 0.9 })).not.toBeNull();
  });
});

describe("the features of a conflict", () => {
  const featuresOf = (page: string, corpus: string, likeness = alike) =>
    weighedConflicts(sidesFor(page, corpus), likeness)[0]!.features;

  it("say how far apart two numbers are, up to a factor of a hundred", () => {
    const far = (a: string, b: string) =>
      featuresOf(`The flood hit ${a} towns.`, `The flood hit ${b} towns.`).far;
    expect(far("10", "100")).toBeCloseTo(0.5);
    expect(far("10", "1,000")).toBe(1);
    expect(far("10", "900,000")).toBe(1);
  });

  it("say whether both count the dead", () => {
    expect(featuresOf(...dead).fates).toBe(1);
    expect(featuresOf("The blast killed 34 people.", "The blast hit 51 people.").fates).toBe(-0.5);
    expect(featuresOf("The blast hit 51 people.", "The blast killed 34 people.").fates).toBe(-0.5);
    expect(featuresOf("The flood hit 34 towns.", "The flood hit 51 towns.").fates).toBe(0);
  });

  it("count the facts that each has alone besides the two", () => {
    const free = (page: string, corpus: string) => featuresOf(page, corpus).free;
    expect(free("The flood hit 34 towns.", "The flood hit 51 towns in Peru.")).toBe(0);
    expect(free("The flood hit 34 towns in Chile.", "The flood hit 51 towns in Peru.")).toBeCloseTo(
      1 / 3,
    );
  });

  it("bound what is known of the pair", () => {
    expect(featuresOf(...dead, { logit: 9, cosine: null })).toMatchObject({ logit: 1, cosine: 0 });
    expect(featuresOf(...dead, { logit: -2, cosine: 0.9 })).toMatchObject({ logit: -0.5 });
    expect(featuresOf(...dead, { logit: -2, cosine: 0.9 }).cosine).toBeCloseTo(0.5);
  });

  it("say of a name whether it is only the source", () => {
    const source = (page: string, corpus: string) => featuresOf(page, corpus).source;
    const [said, done] = ["Miriam Acker said prices rose.", "Leonard Fitch raised the prices."];
    expect(source(said, done)).toBe(1);
    expect(source(done, said)).toBe(1);
    expect(source("Miriam Acker cut the prices.", done)).toBe(0);
    expect(source("She said 34 towns were hit.", "She said 51 towns were hit.")).toBe(0);
  });

  it("say whether two dates are at odds besides", () => {
    const weighed = weighedConflicts(
      sidesFor("The May 2019 flood hit 34 towns.", "The July 2019 flood hit 51 towns."),
      alike,
    );
    expect(weighed.map(({ conflict, features }) => [conflict.kind, features.otherDates])).toEqual([
      ["date", 0],
      ["number", 1],
    ]);
  });
});
