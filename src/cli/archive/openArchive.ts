import { statSync } from "node:fs";
import { parseArchiveAddress } from "../../archive/archiveAddress.ts";
import { ArchiveError } from "../../archive/archiveError.ts";
import { type Cluster, type ClusterAccess, createCluster } from "../../archive/cluster/cluster.ts";
import { processPorts } from "../../archive/cluster/retryTimer.ts";
import { type ArchiveKey, readArchiveKey } from "../../archive/keys/archiveKey.ts";
import { InputError } from "../inputError.ts";
import { readFile } from "../read/readInput.ts";

/** The options of all commands that ask an archive. */
export interface ArchiveOptions {
  /** Addresses of nodes. */
  readonly archive: readonly string[];
  /** The file with the key. */
  readonly key: string;
  readonly user?: string;
}

/** What opening an archive takes. */
export interface ArchiveAccess {
  readonly cluster: Cluster;
  readonly name: string;
  readonly key: ArchiveKey;
}

/** How long to wait for an answer, from one node and in all. */
export interface ArchiveTimeouts {
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
}

/**
 * While a person waits: a silent node is replaced by another, and a silent cluster reported soon.
 */
export const readingTimeouts: ArchiveTimeouts = { timeoutMs: 4_000, totalTimeoutMs: 8_000 };
/** For long jobs: a cluster elects a new manager within a minute. */
export const pushingTimeouts: ArchiveTimeouts = { timeoutMs: 60_000, totalTimeoutMs: 180_000 };

/** The variable with the password; every user of a machine can see a command's arguments. */
const passwordVariable = "SECOND_SOURCE_ARCHIVE_PASSWORD";

/** Throws InputError if an address, the key file or the password is not what it should be. */
export async function archiveAccess(
  { archive, key, user }: ArchiveOptions,
  timeouts: ArchiveTimeouts & Pick<ClusterAccess, "deadlineMs">,
): Promise<ArchiveAccess> {
  const { nodes, name } = asInputErrorNow("--archive", () => parseArchiveAddress(archive));
  const access = { nodes, authorization: authorizationOf(user), ...timeouts };
  return {
    cluster: createCluster(access, processPorts(fetch)),
    name,
    key: await keyIn(key),
  };
}

/** A key has one line; a longer file is not a key. */
const mostKeyBytes = 1_000;

async function keyIn(file: string): Promise<ArchiveKey> {
  const text = new TextDecoder().decode(readFile(file, () => mostKeyBytes));
  const isPrivate = process.platform === "win32" || (statSync(file).mode & 0o077) === 0;
  if (!isPrivate) {
    throw new InputError(`${file}: other users can read this key; run \`chmod 600\` on it`);
  }
  return asInputError(file, readArchiveKey(text));
}

function authorizationOf(user: string | undefined): string | null {
  if (user === undefined) return null;
  const password = process.env[passwordVariable];
  if (password === undefined) {
    throw new InputError(`--user ${user}: the password is read from ${passwordVariable}; set it`);
  }
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

/** Returns the archive's answer; its errors become words for the command line. */
export async function asInputError<T>(place: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw inputErrorOf(place, error);
  }
}

function asInputErrorNow<T>(place: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw inputErrorOf(place, error);
  }
}

function inputErrorOf(place: string, error: unknown): unknown {
  return error instanceof ArchiveError ? new InputError(`${place}: ${error.message}`) : error;
}
