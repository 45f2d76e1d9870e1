import { objectIn, objectsIn, textIn } from "../cluster/answers.ts";
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
 * The cluster receives the keyed names of the terms only.
 * @param termsOfPassages terms that `frequencies` knows
 */
export async function candidateArticles(
  archive: Archive,
  frequencies: Frequencies,
  termsOfPassages: readonly Uint32Array[],
): Promise<ReadonlySet<string>> {
  const sought = await Promise.all(
    termsOfPassages.map(async (terms) => archive.termNames.of(rarest(terms, frequencies))),
  );
  const searches = sought
    .filter((names) => names.length > 0)
    .map((names) => ({
      ...{ size: mostHits, _source: false, track_total_hits: false },
      query: { match: { terms: names.join(" ") } },
    }));
  const answers = await searchAll(archive.cluster, archive.indices.passages, searches);
  const hits = answers.flatMap((answer) => objectsIn(objectIn(answer, "hits"), "hits"));
  return new Set(hits.map((hit) => articleOfPassage(textIn(hit, "_id"))));
}

function rarest(terms: Uint32Array, frequencies: Frequencies): Uint32Array {
  const times = (hash: number) => frequencies.of(hash) ?? 0;
  return terms
    .filter((hash) => times(hash) > 0)
    .sort((a, b) => times(a) - times(b) || a - b)
    .subarray(0, mostSearchedTerms);
}
