import { numberIn, objectIn } from "../../../src/archive/cluster/answers.ts";
import { askAllShards } from "../../../src/archive/cluster/searches.ts";
import { keyedId } from "../../../src/archive/keys/keyedHash.ts";
import { candidatePassages } from "../../../src/archive/search/candidateArticles.ts";
import { createFrequencies } from "../../../src/archive/search/frequencies.ts";
import type { Archive } from "../../../src/archive/stored/archive.ts";
import { articleOfPassage } from "../../../src/archive/stored/articleDocuments.ts";
import { type Paraphrase, termsOfText } from "../index/hardParaphrases.ts";
import { targetId } from "./newsArticles.ts";

/** Of the paraphrases, the share whose target is among the first so many passages that are found. */
export async function recallOf(
  archive: Archive,
  paraphrases: readonly Paraphrase[],
  top: number,
): Promise<number> {
  const frequencies = await createFrequencies(archive);
  const terms = paraphrases.map(({ query }) => termsOfText(query));
  await frequencies.learn(terms.flatMap((its) => [...its]));
  return shareFound(archive, await candidatePassages(archive, frequencies, terms), top);
}

/**
 * Returns the share of paraphrases whose target is among the first so many passages.
 * @param found the ids of the passages that were found for each paraphrase
 */
export async function shareFound(
  archive: Archive,
  found: readonly (readonly string[])[],
  top: number,
): Promise<number> {
  const targets = await Promise.all(found.map((_, at) => keyedId(archive.key.ids, targetId(at))));
  const hits = targets.filter((target, at) =>
    found[at]!.slice(0, top).map(articleOfPassage).includes(target),
  );
  return hits.length / found.length;
}

/** Bytes of one copy of both indices, when everything is merged. */
export async function mergedBytes({ cluster, indices }: Archive) {
  const both = `${indices.articles},${indices.passages}`;
  await askAllShards(cluster, `/${both}/_flush`);
  await askAllShards(cluster, `/${both}/_forcemerge?max_num_segments=1`);
  // Until then, searches keep the files that were merged.
  await askAllShards(cluster, `/${both}/_refresh`);
  await askAllShards(cluster, `/${both}/_flush`);
  return { passages: await bytesOf(indices.passages), articles: await bytesOf(indices.articles) };

  async function bytesOf(index: string): Promise<number> {
    const stats = await cluster.ask({ method: "GET", path: `/${index}/_stats/store` });
    const primaries = objectIn(objectIn(stats, "_all"), "primaries");
    return numberIn(objectIn(primaries, "store"), "size_in_bytes");
  }
}
