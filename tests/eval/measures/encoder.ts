import path from "node:path";
import { loadProjectEncoder } from "../../support/projectEncoder.ts";
import type { Measure } from "../measure.ts";
import { readRows } from "../readRows.ts";

type Row = Readonly<Record<string, string>>;

/** Languages that are ranked against English. */
const languages = ["de", "es", "ru", "fr"];

/** How many nearest sentences on each side make the background of a margin. */
const background = 4;

/**
 * How often the right English sentence of all is first for a sentence in another language, by cosine
 * and by margin (cosine over the mean of the nearest on both sides), and how fast texts are encoded.
 */
export const encoder: Measure = {
  name: "encoder",
  needs: ["eval/crosslingual/news-2019.jsonl", "eval/retranslations/news-2021-ru.jsonl"],
  goal: {},
  baseline: {
    ...{ "de first, cosine": 0.991, "es first, cosine": 0.987, "ru first, cosine": 0.98 },
    ...{ "de first, margin": 0.995, "es first, margin": 0.994, "ru first, margin": 0.99 },
  },
  async run(dataFolder) {
    const rows = readRows<Row>(path.join(dataFolder, "eval/crosslingual/news-2019.jsonl"));
    const retold = readRows<Row>(path.join(dataFolder, "eval/retranslations/news-2021-ru.jsonl"));
    const { encode, close } = await loadProjectEncoder();
    const figures: Record<string, number> = {};
    const vectorsOf = (of: readonly Row[], key: string) => encode(of.map((row) => row[key]!));
    const started = performance.now();
    const english = await vectorsOf(rows, "en");
    figures["ms a sentence"] = (performance.now() - started) / rows.length;
    for (const language of languages) {
      addRanks(figures, language, await vectorsOf(rows, language), english);
    }
    addRanks(figures, "retold", await vectorsOf(retold, "a"), await vectorsOf(retold, "b"));
    await close();
    return figures;
  },
};

function addRanks(
  figures: Record<string, number>,
  name: string,
  queries: readonly Float32Array[],
  targets: readonly Float32Array[],
): void {
  const cosines = queries.map((query) => targets.map((target) => dot(query, target)));
  const ofQueries = cosines.map(nearestMean);
  const ofTargets = targets.map((_, at) => nearestMean(cosines.map((row) => row[at]!)));
  const margins = cosines.map((row, query) =>
    row.map((cosine, target) => (2 * cosine) / (ofQueries[query]! + ofTargets[target]!)),
  );
  figures[`${name} first, cosine`] = shareFirst(cosines);
  figures[`${name} first, margin`] = shareFirst(margins);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function nearestMean(values: readonly number[]): number {
  const nearest = values.toSorted((a, b) => b - a).slice(0, background);
  return nearest.reduce((sum, value) => sum + value, 0) / nearest.length;
}

function shareFirst(scores: readonly (readonly number[])[]): number {
  const first = scores.filter((row, right) => row.every((score) => score <= row[right]!));
  return first.length / scores.length;
}
