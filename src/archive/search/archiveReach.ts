import type { ArchiveAddress } from "../archiveAddress.ts";
import { ArchiveError } from "../archiveError.ts";
import { numberIn, objectIn } from "../cluster/answers.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { searchAll } from "../cluster/searches.ts";
import type { ArchiveKey } from "../keys/archiveKey.ts";
import { type Archive, openArchive } from "../stored/archive.ts";

/** What a look at an archive tells, asking for nothing that a user who may only read is refused. */
export interface ArchiveReach {
  /** So many of the given nodes answer. */
  readonly nodes: number;
  readonly of: number;
  /** Those that are whole. */
  readonly articles: number;
}

/**
 * Asks each of an archive's nodes. Throws ArchiveError: that of the first node if none answers, and at once
 * if the key, the user or the version is another.
 * @param clusterOf a way to these nodes alone
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

/** True where another node may answer all the same. */
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
