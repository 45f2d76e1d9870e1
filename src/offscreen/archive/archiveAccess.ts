import { ArchiveError, type ArchiveFailure } from "../../archive/archiveError.ts";
import { type Cluster, createCluster } from "../../archive/cluster/cluster.ts";
import { usualSurroundings } from "../../archive/cluster/patience.ts";
import { base64 } from "../../archive/keys/bytes.ts";
import type { ArchiveProblem } from "../../messages/archiveProtocol.ts";
import { StorageError } from "../../platform/storage/storageError.ts";

/**
 * A node that does not answer is left for another after the first; what some parts do not answer is told after
 * the second, which leaves the whole of a page (`wholeMs`) time for one such request.
 */
const patience = { timeoutMs: 3_000, patienceMs: 5_000 };

/** Who asks a cluster; null each if it knows no users. */
export interface SignIn {
  readonly user: string | null;
  readonly password: string | null;
}

/** A way to these nodes of a cluster. */
export function clusterOf(nodes: readonly string[], { user, password }: SignIn): Cluster {
  const authorization = user === null ? null : `Basic ${encoded(`${user}:${password ?? ""}`)}`;
  // The browser refuses its own function to another owner.
  const ask = globalThis.fetch.bind(globalThis);
  return createCluster({ nodes, authorization, ...patience }, usualSurroundings(ask));
}

function encoded(text: string): string {
  return base64(new TextEncoder().encode(text));
}

const problems: Readonly<Record<ArchiveFailure, ArchiveProblem>> = {
  unreachable: "unreachable",
  unavailable: "unavailable",
  notSignedIn: "notSignedIn",
  notAllowed: "notAllowed",
  notThere: "notThere",
  wrongKey: "wrongKey",
  wrongVersion: "wrongVersion",
  badAnswer: "badAnswer",
  badRequest: "badAnswer",
};

/** What the reader is told of an archive that could not be asked. The console has the rest. */
export function problemOfArchive(error: unknown): ArchiveProblem {
  console.error("archive", error);
  if (error instanceof ArchiveError) return problems[error.failure];
  return error instanceof StorageError ? "notStored" : "badAnswer";
}
