import { numberIn, objectIn } from "../cluster/answers.ts";
import { askAllShards } from "../cluster/searches.ts";
import type { Archive } from "../stored/archive.ts";

/** Deleted passages stay about half a minute for copies that were away (indices.ts). */
const mostPauses = 90;
const pauseMs = 1000;

/** Makes what was stored visible. */
export async function makeVisible({ cluster, indices }: Archive): Promise<void> {
  await askAllShards(cluster, `/${indices.articles},${indices.passages}/_refresh`);
}

/**
 * Has what was replaced or deleted merged away: until then its terms are counted, and scores are a little
 * other than they should be. What was sent twice, because a node did not answer the first time, is
 * replaced as well. Resolves with how many such passages are left all the same.
 */
export async function mergeAway(archive: Archive): Promise<number> {
  const { cluster, indices } = archive;
  for (let pauses = 0; ; pauses++) {
    const left = await stillCounted(archive);
    if (left === 0 || pauses === mostPauses) return left;
    if (pauses > 0) await cluster.wait(pauseMs);
    await askAllShards(cluster, `/${indices.passages}/_forcemerge?only_expunge_deletes=true`);
    await askAllShards(cluster, `/${indices.passages}/_refresh`);
  }
}

/** Of all copies: each may be asked for frequencies. */
async function stillCounted({ cluster, indices }: Archive): Promise<number> {
  const stats = await cluster.ask({ method: "GET", path: `/${indices.passages}/_stats/docs` });
  return numberIn(objectIn(objectIn(objectIn(stats, "_all"), "total"), "docs"), "deleted");
}
