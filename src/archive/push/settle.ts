import { askAllShards } from "../cluster/items.ts";
import type { Archive } from "../stored/archive.ts";

/**
 * Makes what was stored visible. What was replaced or deleted is merged away: until then a cluster would
 * count its terms.
 */
export async function settle({ cluster, indices }: Archive, isLess: boolean): Promise<void> {
  await askAllShards(cluster, `/${indices.articles},${indices.passages}/_refresh`);
  if (!isLess) return;
  await askAllShards(cluster, `/${indices.passages}/_forcemerge?only_expunge_deletes=true`);
  await askAllShards(cluster, `/${indices.passages}/_refresh`);
}
