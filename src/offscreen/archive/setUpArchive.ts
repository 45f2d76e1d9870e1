import { type ArchiveAddress, parseArchiveAddress } from "../../archive/archiveAddress.ts";
import { ArchiveError } from "../../archive/archiveError.ts";
import { type ArchiveKey, readArchiveKey } from "../../archive/keys/archiveKey.ts";
import { reachArchive } from "../../archive/search/archiveReach.ts";
import type {
  ArchiveCheck,
  ArchiveLocation,
  ArchiveProblem,
  ArchiveSetup,
} from "../../messages/archiveProtocol.ts";
import type { ArchiveSecretsStore } from "../../platform/storage/archiveSecrets.ts";
import { clusterOf, problemOfArchive, type SignIn } from "./archiveAccess.ts";

/** The result of setting up an archive. */
export interface SetUp {
  readonly check: ArchiveCheck;
  /** Null if it failed. */
  readonly place: ArchiveLocation | null;
}

/**
 * Asks the archive once and, if it answers, stores its secrets. A failure leaves nothing behind.
 */
export async function setUpArchive(
  { addresses, keyText, user, password }: ArchiveSetup,
  secrets: ArchiveSecretsStore,
): Promise<SetUp> {
  try {
    const address = await or("badAddress", () => parseArchiveAddress(addresses));
    const key = await or("notAKey", () => readArchiveKey(keyText));
    const check = await reach(address, key, { user, password });
    await secrets.write({ key, password });
    return { check, place: { ...address, user } };
  } catch (error) {
    const problem = error instanceof NotUsable ? error.problem : problemOfArchive(error);
    return { check: { kind: "failed", problem }, place: null };
  }
}

/** Asks an archive that is set up already. */
export async function checkArchive(
  { user, ...address }: ArchiveLocation,
  secrets: ArchiveSecretsStore,
): Promise<ArchiveCheck> {
  try {
    const found = await secrets.read();
    if (found === null) return { kind: "failed", problem: "notStored" };
    return await reach(address, found.key, { user, password: found.password });
  } catch (error) {
    return { kind: "failed", problem: problemOfArchive(error) };
  }
}

async function reach(
  address: ArchiveAddress,
  key: ArchiveKey,
  signIn: SignIn,
): Promise<ArchiveCheck> {
  const found = await reachArchive(address, key, (nodes) => clusterOf(nodes, signIn));
  return { kind: "connected", ...found };
}

/** The address or key file is not valid. */
class NotUsable extends Error {
  constructor(readonly problem: ArchiveProblem) {
    super(problem);
  }
}

async function or<T>(problem: ArchiveProblem, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof ArchiveError ? new NotUsable(problem) : error;
  }
}
