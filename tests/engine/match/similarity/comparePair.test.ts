import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readStatement } from "../../../../src/engine/extract/readStatement.ts";
import { comparePair, pairFeatures } from "../../../../src/engine/match/similarity/comparePair.ts";
import { similarityModel } from "../../../../src/engine/match/similarity/similarityModel.ts";

const compare = (a: string, b: string) => comparePair(readStatement(a), readStatement(b));

const statement =
  "The two ministers agreed on Saturday to withdraw their troops from the border town.";
const steps: readonly (readonly [what: string, text: string])[] = [
  ["the same words", statement],
  [
    "other words",
    "Both ministers decided on Saturday to pull their soldiers out of the border town.",
  ],
  ["the same matter", "The ministers spoke about troops at a border town on Saturday."],
  ["the same people elsewhere", "The two ministers opened a museum of modern art in the capital."],
  ["something else", "Wheat prices rose to the highest level in four years, traders said."],
];

describe("two statements", () => {
  test("are graded the lower the less they mean the same", () => {
    const grades = steps.map(([, text]) => compare(statement, text).similarity);
    expect(grades).toEqual([...grades].sort((a, b) => b - a));
    expect(grades[0]).toBeGreaterThan(0.95);
    expect(grades[1]).toBeGreaterThan(0.5);
    expect(grades.at(-1)).toBeLessThan(0.2);
  });

  test("in quite other words are shown as the same only if their score says so", () => {
    expect(compare(statement, steps[1]![1])).toMatchObject({ relation: "reworded" });
    expect(compare(statement, steps[1]![1]).score).toBeGreaterThan(0.5);
    expect(compare(statement, steps[3]![1])).toMatchObject({ relation: "none", differences: [] });
    expect(compare(statement, steps[4]![1]).score).toBeLessThan(0.1);
  });

  test("of which one holds the other and more are the same", () => {
    const longer = `Speaking after talks that lasted through the night in a hotel near the airport, the foreign minister told reporters that ${statement.slice(0, -1).replace("The", "the")}, and thanked the hosts for their patience and hospitality.`;
    expect(
      compare(longer, "The two ministers agreed to withdraw their troops.").score,
    ).toBeGreaterThan(0.5);
    expect(compare(longer, "The two ministers will meet the king of Jordan.").score).toBeLessThan(
      0.5,
    );
  });

  test.each([
    [
      "asked for by a noun, and done by the verb",
      "The lawyers of the jailed blogger asked the president on Friday for a pardon.",
      "The jailed blogger was pardoned by the president on Friday.",
    ],
    [
      "put off by a noun, and done by the verb",
      "The parliament in Riga postponed the ratification of the treaty on Monday.",
      "The parliament in Riga ratified the treaty on Monday.",
    ],
    [
      "considered by a noun of its own, and done by the verb",
      "The city of Trieste is considering the sale of its two lighthouses.",
      "The city of Trieste has sold its two lighthouses.",
    ],
    [
      "of an office and of its deputy",
      "The deputy governor of the central bank will retire in June.",
      "In June, the governor of the central bank is to retire.",
    ],
    [
      "of one who holds an office and one who held it",
      "The former harbour minister was arrested at the airport on Thursday.",
      "At the airport the harbour minister was arrested on Thursday.",
    ],
  ])("are two statements where they tell %s", (_, one, other) => {
    expect(compare(one, other).relation).toBe("none");
  });

  test("are one statement where both name the holder of an office, once called former", () => {
    const one = "Former president Barack Obama opened the library in Chicago on Thursday.";
    const other = "President Barack Obama opened the library in Chicago on Thursday.";
    expect(compare(one, other).relation).not.toBe("none");
  });

  test.each([
    "It rained.",
    "Bakers danced in Orsha.",
    "The mayor of Orsha sold the old bridge to a baker on Friday.",
  ])("are surely the same in the same words, however few: %s", (text) => {
    const same = compare(text, text.replace(".", "!"));
    expect(same).toMatchObject({ relation: "verbatim", differences: [] });
    expect(same.similarity).toBeGreaterThanOrEqual(0.97);
    expect(same.score).toBeGreaterThanOrEqual(0.97);
  });

  test.each([
    ["without a letter", "…", "!"],
    ["with an apostrophe or without", "He didn't.", "He didnt"],
  ])("are surely the same %s", (_, one, other) => {
    expect(compare(one, other)).toEqual({
      ...{ similarity: 0.97, score: 0.97 },
      ...{ relation: "verbatim", differences: [] },
    });
  });

  test.each([
    ["It rained on Monday.", "It rained on Monday!"],
    ["He didn't on Monday.", "He didnt on Monday."],
    ["Don't wait on Monday.", "Dont wait on Monday."],
  ])("in the same few words of two days are the same words: %s", (one, other) => {
    const [first, second] = [readStatement(one, "2021-03-10"), readStatement(other, "2020-03-10")];
    expect(comparePair(first, second)).toMatchObject({ relation: "verbatim", differences: [] });
  });

  test("differ by a number, whatever else is the same", () => {
    const differing = compare(
      "Police said 40 farmers blocked the ring road on Tuesday.",
      "Police said 60 farmers blocked the ring road on Tuesday.",
    );
    expect(differing).toMatchObject({ relation: "differs" });
    expect(differing.differences).toEqual([{ kind: "number", page: "40", corpus: "60" }]);
  });

  test("compare the same whichever comes first, with the differences turned", () => {
    const words =
      "the two ministers agreed denied not withdraw 40 60 troops Saturday Russia Turkey town".split(
        " ",
      );
    const texts = fc
      .array(fc.constantFrom(...words), { maxLength: 14 })
      .map((list) => list.join(" "));
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const { differences, ...one } = compare(a, b);
        const turned = compare(b, a);
        expect(turned).toMatchObject(one);
        expect(turned.differences).toEqual(
          differences.map(({ kind, page, corpus }) => ({ kind, page: corpus, corpus: page })),
        );
        expect(one.score).toBeGreaterThanOrEqual(0);
        expect(one.score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});

test("the model weighs just the features that there are, and none is not a number", () => {
  const features = pairFeatures(readStatement(statement), readStatement(steps[1]![1]));
  expect(Object.keys(features)).toEqual(similarityModel.features);
  const { graded, even, within, features: names } = similarityModel;
  for (const unit of [graded, within, ...even.hidden])
    expect(unit.weights).toHaveLength(names.length);
  const empty = pairFeatures(readStatement(""), readStatement("…"));
  for (const value of Object.values({ ...features, ...empty })) expect(value).not.toBeNaN();
});
