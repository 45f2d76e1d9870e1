import { objectIn, objectsIn, textIn } from "../../../src/archive/cluster/answers.ts";
import { anyOf, searchFor } from "../../../src/archive/search/candidateArticles.ts";
import type { Archive } from "../../../src/archive/stored/archive.ts";
import { lengthNorm } from "../../../src/engine/match/libraryMemory.ts";
import { type Paraphrase, termsOfText } from "../index/hardParaphrases.ts";
import { shareFound } from "./archiveFigures.ts";

/** The searches of one request. */
const searchesAtOnce = 40;
/** The usual length norm of BM25. */
const usualB = 0.75;

/**
 * Of the paraphrases, the share whose target is among the first so many passages by exact BM25: by
 * all terms, with their frequencies in all shards and the usual length norm, and nothing left out.
 * The cluster computes norms when it searches, so nothing has to be stored for it, and no text read.
 */
export async function exactRecallOf(
  archive: Archive,
  paraphrases: readonly Paraphrase[],
  top: number,
): Promise<number> {
  await setLengthNorm(archive, usualB);
  try {
    return await shareFound(archive, await foundExactly(archive, paraphrases), top);
  } finally {
    await setLengthNorm(archive, lengthNorm.b);
  }
}

async function foundExactly(
  { cluster, indices, termNames }: Archive,
  paraphrases: readonly Paraphrase[],
): Promise<readonly (readonly string[])[]> {
  const names = await termNames.ofEach(paraphrases.map(({ query }) => termsOfText(query)));
  const found: string[][] = [];
  for (let at = 0; at < names.length; at += searchesAtOnce) {
    const some = names.slice(at, at + searchesAtOnce).map((its) => searchFor(anyOf(its)));
    const answer = await cluster.ask({
      method: "POST",
      path: `/${indices.passages}/_msearch?search_type=dfs_query_then_fetch`,
      body: some.flatMap((search) => [{}, search]),
    });
    for (const one of objectsIn(answer, "responses")) {
      found.push(objectsIn(objectIn(one, "hits"), "hits").map((hit) => textIn(hit, "_id")));
    }
  }
  return found;
}

/** An index has to be closed to change how it scores. */
async function setLengthNorm({ cluster, indices }: Archive, b: number): Promise<void> {
  const path = `/${indices.passages}`;
  await cluster.ask({ method: "POST", path: `${path}/_close` });
  const body = { "index.similarity.default.b": b };
  await cluster.ask({ method: "PUT", path: `${path}/_settings`, body });
  await cluster.ask({ method: "POST", path: `${path}/_open` });
  const health = `/_cluster/health/${indices.passages}?wait_for_status=green&timeout=30m`;
  await cluster.ask({ method: "GET", path: health });
}
