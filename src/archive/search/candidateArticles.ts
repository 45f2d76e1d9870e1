import { mostRescored } from "../../engine/match/candidates/nearestPassages.ts";
import { searchedTerms } from "../../engine/match/candidates/searchedTerms.ts";
import { objectIn, objectsIn, textIn } from "../cluster/answers.ts";
import type { MissingParts } from "../cluster/missingParts.ts";
import { searchAll } from "../cluster/searches.ts";
import type { Archive } from "../stored/archive.ts";
import { articleOfPassage } from "../stored/articleDocuments.ts";
import type { Frequencies } from "./frequencies.ts";

/**
 * Returns the archive's ids of the passages that share rare terms with each of the given ones, best
 * first. The cluster receives the keyed names of the terms only.
 * @param termsOfPassages terms that `frequencies` knows
 */
export async function candidatePassages(
  archive: Archive,
  frequencies: Frequencies,
  termsOfPassages: readonly Uint32Array[],
): Promise<readonly (readonly string[])[]> {
  return findPassages(archive, await queriesFor(archive, frequencies, termsOfPassages), null);
}

/**
 * Returns the query for each passage; null for one of whose terms the archive has none.
 * @param termsOfPassages terms that `frequencies` knows
 */
export function queriesFor(
  archive: Archive,
  frequencies: Frequencies,
  termsOfPassages: readonly Uint32Array[],
): Promise<readonly (object | null)[]> {
  return Promise.all(termsOfPassages.map((terms) => queryFor(terms, archive, frequencies)));
}

/** Returns the archive's ids of the articles with the passages that queries find, each once. */
export async function findArticles(
  archive: Archive,
  queries: readonly (object | null)[],
  missing: MissingParts,
): Promise<readonly string[]> {
  const found = await findPassages(archive, queries, missing);
  return [...new Set(found.flat().map(articleOfPassage))];
}

async function findPassages(
  { cluster, indices }: Archive,
  queries: readonly (object | null)[],
  missing: MissingParts | null,
): Promise<readonly (readonly string[])[]> {
  const searches = queries.flatMap((query) => (query === null ? [] : [searchFor(query)]));
  const answers = await searchAll(cluster, indices.passages, searches, missing);
  const hits = answers.map((answer) => objectsIn(objectIn(answer, "hits"), "hits"));
  let asked = 0;
  return queries.map((query) =>
    query === null ? [] : hits[asked++]!.map((hit) => textIn(hit, "_id")),
  );
}

/** Returns the search for as many passages as the engine examines of a library. */
export function searchFor(query: object): object {
  return { size: mostRescored, _source: false, track_total_hits: false, query };
}

/**
 * Returns the query that finds what the engine finds in a library (nearestPassages.ts): by the same
 * terms, with the same length norms; the commoner terms only raise scores. The engine's weights would
 * be closer, but would tell the cluster how common each word is in news. Null if the archive has no
 * term of the passage.
 */
async function queryFor(
  terms: Uint32Array,
  { termNames }: Archive,
  frequencies: Frequencies,
): Promise<object | null> {
  const times = (hash: number) => frequencies.of(hash) ?? 0;
  const known = terms
    .filter((hash) => times(hash) > 0)
    .sort((a, b) => times(a) - times(b) || a - b);
  const { finding } = searchedTerms(known.map(times), frequencies.passageCount);
  if (finding === 0) return null;
  const names = await termNames.of(known);
  const must = anyOf(names.slice(0, finding));
  return finding === names.length ? must : { bool: { must, should: anyOf(names.slice(finding)) } };
}

/** Returns the BM25 query for passages with any of these terms. */
export function anyOf(names: readonly string[]): object {
  return { match: { terms: names.join(" ") } };
}
