import { readFileSync } from "node:fs";
import path from "node:path";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { nameKey } from "../../../src/engine/facts/names/nameKey.ts";
import type { Article, Attribution, Span } from "../../../src/engine/model/index.ts";
import type { Measure } from "../measure.ts";
import { readRows } from "../readRows.ts";

interface AttributionRow {
  readonly sentences: readonly string[];
  readonly source: string;
  readonly kind: string;
  readonly via: readonly string[];
  readonly required: boolean;
}

interface SentenceRow {
  readonly id: string;
  readonly seed: string;
  readonly text: string;
}

/**
 * The attributions of the five bundled articles against those made by hand. An attribution is right
 * if its source is the row's (by name key) and its content or cue touches one of the row's sentences.
 */
export const attributions: Measure = {
  name: "attributions, five documents",
  goal: { "required found of 49": 45, "kind right": 43, "via right of 9": 8, precision: 0.85 },
  baseline: {},
  needs: ["corpus/attributions.jsonl", "corpus/sentences.jsonl"],
  async run(dataFolder) {
    const rows = readRows<AttributionRow>(path.join(dataFolder, "corpus/attributions.jsonl"));
    const sentences = readRows<SentenceRow>(path.join(dataFolder, "corpus/sentences.jsonl"));
    const seeds = [...new Set(sentences.map(({ seed }) => seed))].sort();
    const tally = { found: 0, kind: 0, via: 0, given: 0, right: 0 };
    for (const [index, article] of bundledArticles().entries()) {
      const seed = seeds[index]!;
      const ofSeed = rows.filter((row) => row.sentences[0]!.startsWith(`s${seed}`));
      count(
        article,
        ofSeed,
        sentences.filter((row) => row.seed === seed),
        tally,
      );
    }
    return {
      "required found of 49": tally.found,
      "kind right": tally.kind,
      "via right of 9": tally.via,
      precision: tally.right / tally.given,
    };
  },
};

function bundledArticles(): Article[] {
  return JSON.parse(readFileSync("assets/corpus/articles.json", "utf8")) as Article[];
}

function count(
  article: Article,
  rows: readonly AttributionRow[],
  sentences: readonly SentenceRow[],
  tally: { found: number; kind: number; via: number; given: number; right: number },
): void {
  const places = placesOf(article.body, sentences);
  const given = [...readArticle(article).attributions];
  tally.given += given.length;
  const isVerbose = process.env.EVAL_VERBOSE !== undefined;
  for (const row of rows) {
    const spans = row.sentences.map((id) => places.get(id)!);
    const index = given.findIndex(
      (one) => isSameSource(one.source, row.source) && touches(one, spans),
    );
    if (index < 0) {
      if (isVerbose && row.required) console.log("missed", JSON.stringify(row));
      continue;
    }
    const one = given.splice(index, 1)[0]!;
    tally.right++;
    if (!row.required) continue;
    tally.found++;
    if (one.kind === row.kind) tally.kind++;
    else if (isVerbose) console.log("kind", one.kind, JSON.stringify(row));
    if (row.via.length === 0) continue;
    const isViaRight = row.via.map(nameKey).join() === one.via.map(nameKey).join();
    if (isViaRight) tally.via++;
    else if (isVerbose) console.log("via", one.via, JSON.stringify(row));
  }
  if (isVerbose) for (const one of given) console.log("extra", show(article.body, one));
}

/** Equal by name key; a last name alone is the person whose full name ends with it. */
function isSameSource(one: string, other: string): boolean {
  const [a, b] = [nameKey(one), nameKey(other)];
  return a === b || b.endsWith(` ${a}`) || a.endsWith(` ${b}`);
}

function show(body: string, one: Attribution): string {
  const content = one.content.map(({ start, end }) => body.slice(start, end)).join(" | ");
  return `${one.source} «${body.slice(one.cue.start, one.cue.end)}» ${content.slice(0, 160)}`;
}

/** Where each sentence stands in the body, in order. */
function placesOf(body: string, sentences: readonly SentenceRow[]): Map<string, Span> {
  const plain = body.replace(/[\s\u00a0]/g, " ");
  const places = new Map<string, Span>();
  let from = 0;
  for (const { id, text } of sentences) {
    const start = plain.indexOf(text.replace(/[\s\u00a0]+/g, " "), from);
    if (start < 0) {
      places.set(id, { start: 0, end: 0 });
      continue;
    }
    places.set(id, { start, end: start + text.length });
    from = start;
  }
  return places;
}

function touches({ content, cue }: Attribution, places: readonly Span[]): boolean {
  return places.some((place) =>
    [cue, ...content].some((span) => span.start < place.end && place.start < span.end),
  );
}
