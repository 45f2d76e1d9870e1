import { objectIn, objectsIn, textIn } from "../cluster/answers.ts";
import type { MissingParts } from "../cluster/missingParts.ts";
import { searchAll } from "../cluster/searches.ts";
import type { Archive } from "../stored/archive.ts";
import { articleOfPassage } from "../stored/articleDocuments.ts";
import type { Frequencies } from "./frequencies.ts";

/**
 * The number of a passage's rarest terms that are searched, by BM25. More find no more: of 400
 * paraphrases with the fewest words in common, .985 are among the first 24 of a million passages.
 */
const mostSearchedTerms = 12;
/** The most hits of a search, as many as the engine itself examines (nearestPassages.ts). */
const mostHits = 48;

/**
 * Returns the archive's ids of the articles with passages that share rare terms with the given ones.
 * @param termsOfPassages terms that `frequencies` knows
 */
export async function candidateArticles(
  archive: Archive,
  frequencies: Frequencies,
  termsOfPassages: readonly Uint32Array[],
  missing: MissingParts | null = null,
): Promise<ReadonlySet<string>> {
  const found = await candidatePassages(archive, frequencies, termsOfPassages, missing);
  return new Set(found.flat().map(articleOfPassage));
}

/**
 * Returns the archive's ids of the passages that share rare terms with each of the given ones, best
 * first. The cluster receives the keyed names of the terms only.
 */
export async function candidatePassages(
  archive: Archive,
  frequencies: Frequencies,
  termsOfPassages: readonly Uint32Array[],
  missing: MissingParts | null = null,
): Promise<readonly (readonly string[])[]> {
  const sought = await Promise.all(
    termsOfPassages.map(async (terms) => archive.termNames.of(rarest(terms, frequencies))),
  );
  const searches = sought.filter((names) => names.length > 0).map((names) => searchFor(names));
  const { cluster, indices } = archive;
  const answers = await searchAll(cluster, indices.passages, searches, missing);
  const hits = answers.map((answer) => objectsIn(objectIn(answer, "hits"), "hits"));
  let asked = 0;
  return sought.map((names) =>
    names.length === 0 ? [] : hits[asked++]!.map((hit) => textIn(hit, "_id")),
  );
}

/** Returns the search for the passages that share these terms. */
export function searchFor(names: readonly string[]): object {
  return {
    ...{ size: mostHits, _source: false, track_total_hits: false },
    query: { match: { terms: names.join(" ") } },
  };
}

function rarest(terms: Uint32Array, frequencies: Frequencies): Uint32Array {
  const times = (hash: number) => frequencies.of(hash) ?? 0;
  return terms
    .filter((hash) => times(hash) > 0)
    .sort((a, b) => times(a) - times(b) || a - b)
    .subarray(0, mostSearchedTerms);
}
