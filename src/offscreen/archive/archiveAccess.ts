import { ArchiveError, type ArchiveFailure } from "../../archive/archiveError.ts";
import { type Cluster, createCluster } from "../../archive/cluster/cluster.ts";
import { processPorts } from "../../archive/cluster/retryTimer.ts";
import { base64 } from "../../archive/keys/bytes.ts";
import type { ArchiveProblem } from "../../messages/archiveProtocol.ts";
import { StorageError } from "../../platform/storage/storageError.ts";

/**
 * Time limits for a cluster. After the first, another node is asked; after the second, missing
 * parts are reported, which leaves time for one such request within a page's limit (`wholeMs`).
 */
const timeouts = { timeoutMs: 3_000, totalTimeoutMs: 5_000 };

/** The credentials for a cluster; both null if it has no users. */
export interface SignIn {
  readonly user: string | null;
  readonly password: string | null;
}

/** Returns a client of these nodes of a cluster. */
export function clusterOf(nodes: readonly string[], { user, password }: SignIn): Cluster {
  const authorization = user === null ? null : `Basic ${encoded(`${user}:${password ?? ""}`)}`;
  // Browsers throw if `fetch` is called with another `this`.
  const ask = globalThis.fetch.bind(globalThis);
  return createCluster({ nodes, authorization, ...timeouts }, processPorts(ask));
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

/**
 * Returns the problem shown to the reader when an archive could not be asked. The details are
 * logged.
 */
export function problemOfArchive(error: unknown): ArchiveProblem {
  console.error("archive", error);
  if (error instanceof ArchiveError) return problems[error.failure];
  return error instanceof StorageError ? "notStored" : "badAnswer";
}
