import type { ArchiveAddress } from "../archiveAddress.ts";
import { ArchiveError } from "../archiveError.ts";
import { numberIn, objectIn } from "../cluster/answers.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { searchAll } from "../cluster/searches.ts";
import type { ArchiveKey } from "../keys/archiveKey.ts";
import { type Archive, openArchive } from "../stored/archive.ts";

/** What is known of an archive after asking only for what users with read access may see. */
export interface ArchiveReach {
  /** The number of given nodes that answer. */
  readonly nodes: number;
  readonly of: number;
  /** The number of complete articles. */
  readonly articles: number;
}

/**
 * Asks each node of an archive. Throws ArchiveError: the first node's if none answers, and at once
 * if the key, the user or the version is wrong.
 * @param clusterOf returns a client of these nodes alone
 */
export async function reachArchive(
  { nodes, name }: ArchiveAddress,
  key: ArchiveKey,
  clusterOf: (nodes: readonly string[]) => Cluster,
): Promise<ArchiveReach> {
  const tries = await Promise.allSettled(
    nodes.map((node) => openArchive(clusterOf([node]), name, key)),
  );
  const failed = tries.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  const lasting = failed.find((error) => !isOfNode(error));
  if (lasting !== undefined) throw lasting;
  const [archive, ...others] = tries.flatMap((one) =>
    one.status === "fulfilled" ? [one.value] : [],
  );
  if (archive === undefined) throw failed[0];
  const articles = await countArticles(archive);
  return { nodes: 1 + others.length, of: nodes.length, articles };
}

/** True for an error of one node, so that another may still answer. */
function isOfNode(error: unknown): boolean {
  return (
    error instanceof ArchiveError &&
    (error.failure === "unreachable" || error.failure === "unavailable")
  );
}

async function countArticles({ cluster, indices }: Archive): Promise<number> {
  const query = { size: 0, track_total_hits: true, query: { term: { isWhole: true } } };
  const [answer] = await searchAll(cluster, indices.articles, [query]);
  return numberIn(objectIn(objectIn(answer, "hits"), "total"), "value");
}
