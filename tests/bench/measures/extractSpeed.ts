import path from "node:path";
import { findAttributions } from "../../../src/engine/extract/attributions/attributions.ts";
import { viewBody } from "../../../src/engine/extract/attributions/bodyView.ts";
import { findQuotations } from "../../../src/engine/extract/quotes/quotes.ts";
import { readArticle } from "../../../src/engine/extract/readArticle.ts";
import { learnNames } from "../../../src/engine/facts/names/names.ts";
import { normalise } from "../../../src/engine/text/normalise.ts";
import { splitSentences } from "../../../src/engine/text/sentences.ts";
import { tokenise } from "../../../src/engine/text/tokens.ts";
import { readRows } from "../../eval/readRows.ts";
import { plainArticle } from "../../support/plainArticle.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";
import { fastestOf, speedOf } from "../timing.ts";

/** How many articles are read: about 3 MB. */
const articleCount = 600;
const runs = 3;

/** The steps of reading an article, each over the same news articles, article by article. */
export const extractSpeed: BenchMeasure = {
  name: "reading text (MB/s, higher is better)",
  needs: ["eval/bulk-allsides/articles.jsonl"],
  async run(dataFolder) {
    const file = path.join(dataFolder, "eval/bulk-allsides/articles.jsonl");
    const texts = readRows<{ text: string }>(file)
      .slice(0, articleCount)
      .map(({ text }) => text);
    return steps.map(({ what, step, least }) => rowOf(what, texts, step, least));
  },
};

interface Step {
  readonly what: string;
  readonly step: (text: string) => unknown;
  /** The goal in MB/s, or null. */
  readonly least: number | null;
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

const steps: readonly Step[] = [
  { what: "floor: every code unit by charCodeAt", step: sumOfUnits, least: null },
  { what: "Intl.Segmenter, sentences", step: (text) => [...segmenter.segment(text)], least: null },
  { what: "normalise", step: normalise, least: null },
  { what: "sentences", step: splitSentences, least: null },
  { what: "tokenise", step: (text) => tokenise(text), least: null },
  { what: "quotations", step: findQuotations, least: null },
  {
    what: "names (learn and find)",
    step: (text) => learnNames(text),
    least: null,
  },
  { what: "quotes and attributions, all they need", step: attributionsOf, least: 3 },
  { what: "a whole reading of the article", step: readingOf, least: null },
];

function rowOf(
  what: string,
  texts: readonly string[],
  step: (text: string) => unknown,
  least: number | null,
): BenchRow {
  const milliseconds = fastestOf(runs, () => {
    for (const text of texts) step(text);
  });
  const speed = speedOf(texts.join(""), milliseconds);
  return {
    what,
    figure: `${speed.toFixed(1)} MB/s`,
    goal: least === null ? null : `≥ ${least} MB/s`,
    isMet: least === null ? null : speed >= least,
  };
}

function sumOfUnits(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

function attributionsOf(text: string): unknown {
  const tokens = tokenise(text);
  const { names } = learnNames(text, tokens);
  const view = viewBody(text, tokens, splitSentences(text), findQuotations(text), names);
  return findAttributions(view);
}

function readingOf(body: string): unknown {
  return readArticle(plainArticle("bench", "", body, "2018-01-01"));
}
