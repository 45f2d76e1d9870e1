import { describe, expect, it } from "vitest";
import { readStatement } from "../../../../src/engine/extract/readStatement.ts";
import { comparePair } from "../../../../src/engine/match/similarity/comparePair.ts";
import { randomSource } from "../../../support/randomSource.ts";
import { randomValues } from "../../meaning/vectors.ts";

const random = randomSource(5);

/** A vector of length 1. */
function unitVector(): Float32Array {
  const values = randomValues(random);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

const [one, other] = [unitVector(), unitVector()];
const english = "The mayor of Orsha sold 40 bridges to the bakers on Friday.";
const german = "Der Bürgermeister von Orscha hat am Freitag 40 Brücken an die Bäcker verkauft.";

/** What is told of two statements whose vectors are the same, or have nothing in common. */
function toldOf(a: string, b: string, isSame = true) {
  const vectors = [one, isSame ? one : other] as const;
  const { relation, differences } = comparePair(readStatement(a), readStatement(b), vectors);
  return { relation, differences: differences.map((its) => `${its.page} / ${its.corpus}`) };
}

describe("two statements with one vector", () => {
  it.each([
    ["English and German", english, german],
    ["German and English", german, english],
    ["English and German, by the alphabet", german, `Again ${english}`],
  ])("are the same in %s, whose words are not compared", (_, a, b) => {
    expect(toldOf(a, b)).toEqual({ relation: "reworded", differences: [] });
    expect(toldOf(a, b.replace("40", "60"))).toEqual({
      relation: "differs",
      differences: ["40 / 60"],
    });
  });

  it("are compared word by word in one language, known or not", () => {
    expect(toldOf(english, english.replace("bakers", "brewers"))).toEqual({
      relation: "near-verbatim",
      differences: ["bakers / brewers"],
    });
    expect(toldOf(german, german.replace("Bäcker", "Brauer")).differences).toEqual([
      "Bäcker / Brauer",
    ]);
  });

  it("are not the same with vectors that have nothing in common", () => {
    expect(toldOf(english, german, false)).toEqual({ relation: "none", differences: [] });
  });
});
