import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { type Reference, relations as relationNames } from "../../../src/engine/model/index.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import { corpusReadings, corpusSentences } from "../corpusReadings.ts";
import { isSameText } from "../crossReferences.ts";
import type { Measure } from "../measure.ts";
import { matchWith, openLibrary } from "../openLibrary.ts";
import { readRows } from "../readRows.ts";
import { report } from "../report.ts";

interface Row {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly sentences: readonly string[];
  readonly relation: string;
}

/** Single sentences made for the five documents: found, and in which relation. `none` must stay unmarked. */
export const relations = measureOf("relations", "development");

/** The half that nobody reads while rules are made: only its figures are looked at. */
export const relationsHeldOut = measureOf("relations, held out", "heldout");

function measureOf(name: string, half: "development" | "heldout"): Measure {
  return {
    name,
    goal: { "none marked": "0" },
    baseline: {},
    needs: ["corpus/sentences.jsonl"],
    run: (dataFolder) => figuresOf(half, dataFolder),
  };
}

async function figuresOf(half: string, dataFolder: string): Promise<Record<string, string>> {
  const rows = readRows<Row>(`tests/fixtures/relations/${half}.jsonl`);
  const readings = [...corpusReadings(dataFolder).values()];
  const library = await openLibrary(readings);
  const sentences = corpusSentences(dataFolder);
  const answers = [];
  for (const row of rows) {
    const page = readArticle(plainArticle(row.id, "", row.text, row.date));
    const references = (await matchWith(page, library)).matches.flatMap(
      (match) => match.references,
    );
    const wanted = row.sentences.map((id) => sentences.get(id) ?? "");
    const hit = bestOf(references.filter(isOneOf(wanted)));
    answers.push({ row, best: bestOf(references), hit });
  }
  if (half === "development")
    report(
      "relations.txt",
      answers.map(
        ({ row, best, hit }) =>
          `${row.id} ${(hit ?? best)?.relation ?? "-"} ${(hit ?? best)?.score.toFixed(2) ?? ""}\n  ${row.text}\n  ${(hit ?? best)?.passage.text ?? ""}`,
      ),
    );
  const figures: Record<string, string> = {};
  for (const relation of relationNames) {
    const of = answers.filter(({ row }) => row.relation === relation);
    const found = of.filter(({ hit }) => hit !== null);
    const given = answers.filter(({ hit, best }) => (hit ?? best)?.relation === relation);
    const right = given.filter(({ row, hit }) => hit && row.relation === relation);
    figures[`${relation}: found / right / given`] =
      `${found.length} / ${right.length} / ${given.length} of ${of.length}`;
  }
  const none = answers.filter(({ row }) => row.relation === "none");
  figures["none marked"] = `${none.filter(({ best }) => best !== null).length} of ${none.length}`;
  return figures;
}

function isOneOf(texts: readonly string[]): (reference: Reference) => boolean {
  return ({ passage }) => texts.some((text) => isSameText(text, passage.text));
}

function bestOf(references: readonly Reference[]): Reference | null {
  return references.reduce<Reference | null>(
    (best, one) => (best === null || one.score > best.score ? one : best),
    null,
  );
}
