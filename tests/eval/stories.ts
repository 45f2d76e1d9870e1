import { randomSource } from "../support/randomSource.ts";
import type { BulkRow } from "./bulkArticles.ts";

/** Articles of several outlets on one event, by what their beginnings share and when they were printed. */
export type Story = readonly BulkRow[];

/** The beginning says what an article is about. */
const headChars = 1500;
const fewestOutlets = 2;
const mostArticles = 7;
const mostDays = 10;
/** Of pairs this alike nearly all tell one event. */
const leastCosine = 0.12;
const dayMs = 86_400_000;

/** Stories of a seeded sample, none with an article of another. */
export function storiesOf(rows: readonly BulkRow[], count: number, seed: number): readonly Story[] {
  const vectors = vectorsOf(rows);
  const random = randomSource(seed);
  const order = rows.map((_, i) => ({ i, rank: random() })).sort((a, b) => a.rank - b.rank);
  const used = new Set<number>();
  const stories: Story[] = [];
  for (const { i } of order) {
    if (stories.length >= count) break;
    if (used.has(i)) continue;
    const members = [i, ...membersBeside(i, rows, vectors, used)];
    if (new Set(members.map((at) => rows[at]!.outlet)).size < fewestOutlets) continue;
    for (const at of members) used.add(at);
    stories.push(members.map((at) => rows[at]!));
  }
  return stories;
}

function membersBeside(
  own: number,
  rows: readonly BulkRow[],
  vectors: readonly ReadonlyMap<string, number>[],
  used: ReadonlySet<number>,
): readonly number[] {
  const day = Date.parse(rows[own]!.date);
  const outlets = new Set([rows[own]!.outlet]);
  return rows
    .map((row, at) => ({ row, at }))
    .filter(({ row, at }) => {
      const days = Math.abs(Date.parse(row.date) - day) / dayMs;
      return at !== own && !used.has(at) && days <= mostDays;
    })
    .map(({ row, at }) => ({ row, at, cosine: cosineOf(vectors[own]!, vectors[at]!) }))
    .filter(({ cosine }) => cosine >= leastCosine)
    .sort((a, b) => b.cosine - a.cosine)
    .filter(({ row }) => !outlets.has(row.outlet) && outlets.add(row.outlet))
    .slice(0, mostArticles - 1)
    .map(({ at }) => at);
}

/** Words of the beginnings by tf-idf, of length 1. */
function vectorsOf(rows: readonly BulkRow[]): readonly ReadonlyMap<string, number>[] {
  const heads = rows.map(({ title, text }) => wordsOf(`${title} ${text.slice(0, headChars)}`));
  const articles = new Map<string, number>();
  for (const words of heads) {
    for (const word of words) articles.set(word, (articles.get(word) ?? 0) + 1);
  }
  return heads.map((words) => {
    const weights = [...words].map(
      (word) => [word, Math.log(rows.length / articles.get(word)!)] as const,
    );
    const norm = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0));
    return new Map(weights.map(([word, weight]) => [word, weight / Math.max(1, norm)]));
  });
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
}

function cosineOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
