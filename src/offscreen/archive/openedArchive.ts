import { type ArchiveMatcher, createArchiveMatcher } from "../../archive/search/matchInArchive.ts";
import { openArchive } from "../../archive/stored/archive.ts";
import type { ArchiveLocation } from "../../messages/archiveProtocol.ts";
import type { ArchiveSecretsStore } from "../../platform/storage/archiveSecrets.ts";
import { StorageError } from "../../platform/storage/storageError.ts";
import { clusterOf } from "./archiveAccess.ts";

/** The archive that pages are matched against, opened once for many pages. */
export interface OpenedArchive {
  /** Opens the archive. Rejects with ArchiveError, or with StorageError if its key is missing. */
  open(place: ArchiveLocation): Promise<ArchiveMatcher>;
  /** Drops the archive, so that the next call opens it again. */
  forget(): void;
}

/** How long the archive's size and frequencies may be out of date, in ms. */
const mostAgeMs = 120_000;

/**
 * Opens the archive when it is first needed, and again when it has changed or is old.
 * @param now returns ms from an arbitrary origin
 */
export function createOpenedArchive(
  secrets: ArchiveSecretsStore,
  now: () => number,
): OpenedArchive {
  let opened: {
    readonly name: string;
    readonly at: number;
    matcher: Promise<ArchiveMatcher>;
  } | null = null;

  async function openNow(place: ArchiveLocation): Promise<ArchiveMatcher> {
    const found = await secrets.read();
    if (found === null) throw new StorageError("failed", "there is no key");
    const cluster = clusterOf(place.nodes, { user: place.user, password: found.password });
    return createArchiveMatcher(await openArchive(cluster, place.name, found.key));
  }

  return {
    open(place) {
      const name = JSON.stringify(place);
      if (opened?.name !== name || now() - opened.at > mostAgeMs) {
        opened = { name, at: now(), matcher: openNow(place) };
      }
      return opened.matcher;
    },
    forget() {
      opened = null;
    },
  };
}
