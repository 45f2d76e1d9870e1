import { numberIn, objectIn, textIn } from "../cluster/answers.ts";
import type { Archive } from "../stored/archive.ts";
import { type ArchiveCounts, countArchive } from "./verifyArticles.ts";

/** The state of an archive and its cluster. */
export interface ArchiveStatus extends ArchiveCounts {
  /**
   * "green": all copies are present; "yellow": all parts are, some copies are not; "red": parts are
   * missing.
   */
  readonly health: string;
  readonly nodes: number;
  /** The size of one copy of both indices; larger while much is being stored. */
  readonly bytes: number;
}

/** Reads the state of an archive. Throws ArchiveError. */
export async function archiveStatus(archive: Archive): Promise<ArchiveStatus> {
  const { cluster, indices } = archive;
  const both = `${indices.articles},${indices.passages}`;
  const health = await cluster.ask({ method: "GET", path: `/_cluster/health/${both}` });
  const stats = await cluster.ask({ method: "GET", path: `/${both}/_stats/store` });
  const primaries = objectIn(objectIn(stats, "_all"), "primaries");
  return {
    health: textIn(health, "status"),
    nodes: numberIn(health, "number_of_nodes"),
    ...(await countArchive(archive)),
    bytes: numberIn(objectIn(primaries, "store"), "size_in_bytes"),
  };
}
