import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { matchPage } from "../../../src/engine/match/matcher.ts";
import { defaultLeastScore, leastDoubtful } from "../../../src/engine/model/index.ts";
import { corpusReadings, corpusSentences } from "../../eval/corpusReadings.ts";
import {
  compareWithGold,
  isSameText,
  matchEachAgainstOthers,
  readGold,
} from "../../eval/crossReferences.ts";
import { readRows } from "../../eval/readRows.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { libraryOf } from "./libraryOf.ts";

const fixtures = "tests/fixtures";
const readings = corpusReadings(fixtures, "documents");
const sentences = corpusSentences(fixtures, "documents");
/** Of the references, most are of two accounts of one story: doubtful ones. */
const reports = await matchEachAgainstOthers(readings, {
  ...{ isWordsOnly: true, minScore: leastDoubtful },
});

describe("the five documents against each other", () => {
  it.each([
    ["001", "s001-02", "s004-04"],
    ["004", "s004-04", "s001-02"],
  ])(
    "finds the sentence of the Moscow talks in its other translation, from %s",
    (page, own, other) => {
      const quote = (id: string) => sentences.get(id)!.split("”")[0]!;
      const match = reports.get(page)?.matches.find(({ exact }) => exact.includes(quote(own)));
      const reference = match?.references.find(({ passage }) =>
        passage.text.includes(quote(other)),
      );
      expect(reference?.relation).toBe("reworded");
      expect(match?.kind).toBe("quote");
      expect(reference?.speaker).toMatch(/^Serge[iy] Lavrov$/);
    },
  );

  it("finds at least seven of the sixteen required references, doubtful ones included, and few others", () => {
    const gold = readGold(fixtures, "documents");
    const { answers, extras } = compareWithGold(gold, sentences, reports);
    const found = answers.filter(({ gold: row, relation }) => row.required && relation !== null);
    expect(found.length).toBeGreaterThanOrEqual(7);
    expect(extras.filter(({ page }) => !page.includes(" ")).length).toBeLessThanOrEqual(8);
  });
});

interface Row {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly sentences: readonly string[];
  readonly relation: string;
}

/** The least number of right answers of each relation: what is reached must not be lost. */
const floors = [
  ["verbatim", 13],
  ["near-verbatim", 14],
  ["reworded", 4],
  ["differs", 10],
  ["contradicts", 6],
] as const;

describe("the development set of relations", () => {
  const library = libraryOf(...readings.values());
  const rows = readRows<Row>(`${fixtures}/relations/development.jsonl`);
  const answersFrom = (minScore: number) =>
    rows.map((row) => {
      const page = readArticle(plainArticle(row.id, "", row.text, row.date));
      const { matches } = matchPage(page, library, { minScore });
      const references = matches.flatMap((match) => match.references);
      const isWanted = (text: string) =>
        row.sentences.some((id) => isSameText(sentences.get(id)!, text));
      const hit = references.find(({ passage }) => isWanted(passage.text));
      return { row, relation: (hit ?? references[0])?.relation ?? null, isHit: hit !== undefined };
    });
  const answers = answersFrom(leastDoubtful);

  it.each(floors)("%s: at least %i right", (relation, floor) => {
    const right = answers.filter(
      ({ row, relation: given, isHit }) => row.relation === relation && given === relation && isHit,
    );
    expect(right.length).toBeGreaterThanOrEqual(floor);
  });

  it.each(["differs", "contradicts"])("what is given as %s is so, nine times in ten", (flag) => {
    const given = answers.filter(({ relation }) => relation === flag);
    const right = given.filter(({ row }) => row.relation === flag);
    expect(right.length / given.length).toBeGreaterThanOrEqual(0.9);
  });

  it("marks at most one of the sentences that say something else", () => {
    const wrong = answersFrom(defaultLeastScore).filter(
      ({ row, relation }) => row.relation === "none" && relation !== null,
    );
    expect(wrong.length).toBeLessThanOrEqual(1);
  });
});
