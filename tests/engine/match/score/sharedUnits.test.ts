import { describe, expect, it } from "vitest";
import { readArticle } from "../../../../src/engine/extract/readArticle.ts";
import { readStatement } from "../../../../src/engine/extract/readStatement.ts";
import { termsOfPassage } from "../../../../src/engine/library/terms.ts";
import { lookUpTerms } from "../../../../src/engine/match/candidates/pageTerms.ts";
import {
  preparePassage,
  type Unit,
} from "../../../../src/engine/match/candidates/preparedPassage.ts";
import { memoryOf } from "../../../../src/engine/match/libraryMemory.ts";
import { UnitsByTerm } from "../../../../src/engine/match/score/sharedUnits.ts";
import { plainArticle } from "../../../support/plainArticle.ts";
import { libraryOf } from "../libraryOf.ts";

const page = "On May 3, 2018 the minister sold 40 mills to bakers in Orsha.";

/** What the page's sentence shares with the first sentence of an article, and its units by their text. */
function sharedWith(...sentences: readonly string[]) {
  const library = libraryOf(
    readArticle(plainArticle("a", "", sentences.join("\n\n"), "2018-05-03")),
  );
  const memory = memoryOf(library);
  const statement = readStatement(page, "2018-05-03");
  const terms = lookUpTerms([termsOfPassage(statement)], memory);
  const prepared = preparePassage(statement, memory.weights);
  const shared = new UnitsByTerm(memory, terms);
  shared.take(prepared);
  const number = Array.from({ length: library.passageEnd }, (_, at) => at).find(
    (at) => library.passage(at).text === sentences[0],
  )!;
  const weightOf = (text: string) =>
    prepared.units.find((unit: Unit) => page.slice(unit.start, unit.end) === text)!.weight;
  return { ...shared.sharedWith(number), weightOf };
}

const words = ["minister", "sold", "mills", "bakers"];
const units = ["May 3, 2018", "40", "Orsha", ...words];
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe("of a page's sentence, a passage of the library shares", () => {
  it("all where it is the same: bits by kind, the four rarest units, date and number", () => {
    const { weightOf, ...shared } = sharedWith(page);
    const weights = units.map(weightOf);
    expect(shared.weight).toBeCloseTo(sumOf(weights), 3);
    expect(shared.discountedWeight).toBeCloseTo(sumOf(weights), 3);
    expect(shared.words).toBeCloseTo(sumOf(weights) - weightOf("Orsha"), 3);
    expect(shared.actions).toBeCloseTo(sumOf(["sold", "mills", "bakers"].map(weightOf)), 3);
    expect(shared.coreCover).toBeCloseTo(1, 3);
    expect(shared).toMatchObject({ hasDate: true, hasNumber: true });
    const highest = weights.sort((a, b) => b - a).slice(0, 4);
    expect([...shared.rarest].map((bits) => bits.toFixed(3))).toEqual(
      highest.map((bits) => bits.toFixed(3)),
    );
  });

  it.each([
    ["a name alone", "They slept in Orsha.", "Orsha", { words: 0, actions: 0 }],
    ["an office, which is no action", "Every minister slept.", "minister", { actions: 0 }],
  ])("%s", (_, text, unit, told) => {
    const { weightOf, ...shared } = sharedWith(text);
    expect(shared).toMatchObject({ ...told, hasDate: false, hasNumber: false });
    expect(shared.weight).toBeCloseTo(weightOf(unit), 3);
    expect([...shared.rarest].map((bits) => bits > 0)).toEqual([true, false, false, false]);
  });

  it("a date, or a number", () => {
    expect(sharedWith("It fell on May 3, 2018.")).toMatchObject({
      hasDate: true,
      hasNumber: false,
    });
    expect(sharedWith("They saw 40.")).toMatchObject({ hasDate: false, hasNumber: true });
  });

  it("nothing of the passage after it", () => {
    expect(sharedWith("They slept.", "Bakers.", "Mills.").weight).toBe(0);
  });

  it("less of a word that its article has throughout, of whose bits that counts .15", () => {
    const { weightOf, ...shared } = sharedWith("Bakers slept.", "Bakers woke.", "Bakers sang.");
    expect(shared.weight).toBeCloseTo(weightOf("bakers"), 3);
    expect(shared.discountedWeight).toBeCloseTo(0.15 * weightOf("bakers"), 3);
  });
});
