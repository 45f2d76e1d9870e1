import { numberIn, objectIn } from "../cluster/answers.ts";
import { askAllShards } from "../cluster/searches.ts";
import type { Archive } from "../stored/archive.ts";

/**
 * The most pauses while waiting. Deleted passages are kept about half a minute for copies that were
 * offline (indices.ts).
 */
const mostPauses = 90;
const pauseMs = 1000;

/** Makes stored documents visible to searches. */
export async function makeVisible({ cluster, indices }: Archive): Promise<void> {
  await askAllShards(cluster, `/${indices.articles},${indices.passages}/_refresh`);
}

/**
 * Merges replaced and deleted passages away. Until then their terms are counted, and scores are
 * slightly wrong. This includes documents that were sent twice because a node did not answer the
 * first time. Resolves to the number of such passages that remain.
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

/** Counts the deleted passages of all copies, since each copy may be asked for frequencies. */
async function stillCounted({ cluster, indices }: Archive): Promise<number> {
  const stats = await cluster.ask({ method: "GET", path: `/${indices.passages}/_stats/docs` });
  return numberIn(objectIn(objectIn(objectIn(stats, "_all"), "total"), "docs"), "deleted");
}
