import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from "idb";
import type { ArticleId, Origin } from "../../engine/model/index.ts";
import type { LibraryLimits } from "../../messages/corporaProtocol.ts";
import type { ArticleRecord } from "./articleRecord.ts";
import type { ImportJob } from "./importJob.ts";
import type { PackRecord } from "./packRecord.ts";
import type { StoredBytes } from "./segmentBytes.ts";
import type { VectorRecord } from "./vectorRecord.ts";

export type { LibraryLimits } from "../../messages/corporaProtocol.ts";

/**
 * What the extension keeps in IndexedDB. Article records are what must never be lost; segments are
 * made from them, or from a pack's file, and can be made again; vectors from the segments.
 *
 *   version 1   segments
 *   version 2   articles, tombstones, packs, packFiles, imports, importFiles, state
 *   version 3   setAside
 *   version 4   vectors
 *   version 5   bin
 *
 * `migrations.ts` has the step to each.
 */
export interface Schema extends DBSchema {
  /** By name. `madeFor`: the extension version, for a segment made from its files. */
  segments: { key: string; value: StoredSegment };
  articles: {
    key: ArticleId;
    value: ArticleRecord;
    indexes: {
      byAddress: string;
      byBody: string;
      bySegment: string;
      byAdded: [addedAt: number, id: string];
      byOrigin: [Origin, addedAt: number];
    };
  };
  /** Articles that a segment still has although they were removed. */
  tombstones: { key: [segment: string, article: string]; value: Tombstone };
  packs: { key: string; value: PackRecord };
  packFiles: { key: string; value: Uint8Array };
  imports: { key: string; value: ImportJob };
  importFiles: { key: [job: string, file: number]; value: Blob };
  /** The vectors of the articles' passages. A record without `model` is not in the index. */
  vectors: {
    key: [owner: string, article: string];
    value: VectorRecord;
    indexes: { byModel: [model: string, owner: string] };
  };
  /** One record a key: see `LibraryState`. */
  state: { key: string; value: LibraryState };
  /** Records that could not be read as what they should be, as they were found. */
  setAside: { key: number; value: SetAside };
  /** The articles that were removed last, as they were: see `bin.ts`. */
  bin: { key: ArticleId; value: ArticleRecord };
}

/** A record that was removed from its store because it was damaged. */
export interface SetAside {
  readonly store: "articles" | "packs" | "imports";
  /** The value that was found. */
  readonly value: unknown;
  /** In ms since 1970. */
  readonly setAsideAt: number;
}

/** A segment as it is stored. */
export interface StoredSegment {
  readonly madeFor: string;
  readonly bytes: StoredBytes;
  /**
   * For a merged segment, the names of those it was merged from. Records and tombstones keep these
   * names, so that no record has to be written again.
   */
  readonly covers?: readonly string[];
}

/** An article that a segment still has although it was deleted. */
export interface Tombstone {
  readonly segment: string;
  readonly article: ArticleId;
}

/** Changes whenever what is searched changes; contexts with segments in memory compare it. */
export interface LibraryState {
  readonly generation: number;
  /** Number of the next segment. */
  readonly nextSegment: number;
  readonly articles: number;
  /** Bytes of article records; of segments only the reader's own. */
  readonly articleBytes: number;
  readonly segmentBytes: number;
  readonly limits: LibraryLimits;
  /** What was seen of the clock; missing before the first check. */
  readonly clock?: SeenClock;
  /** The last record that upkeep has checked; missing or null: it starts with the first. */
  readonly lookedTo?: ArticleId | null;
  /** When vectors were last dropped because the disk had no room for articles; in ms since 1970. */
  readonly noRoomAt?: number;
}

/**
 * What was seen of the computer's clock, which may be wrong: see `provenClock.ts`. In ms since
 * 1970.
 */
export interface SeenClock {
  readonly seenAt: number;
  /** The last time from which the clock has run on; null if it was set back since. */
  readonly provenAt: number | null;
}

/** Room for some 20,000 articles. */
const defaultLimits: LibraryLimits = { mostBytes: 500_000_000, readDays: 90 };

/** The store `state` has one record, under this name. */
export const stateKey = "library";

/** The state of a library without articles. */
export const emptyState: LibraryState = {
  generation: 0,
  nextSegment: 1,
  articles: 0,
  articleBytes: 0,
  segmentBytes: 0,
  limits: defaultLimits,
};

/** The name of an object store. */
export type StoreName =
  | "segments"
  | "articles"
  | "tombstones"
  | "packs"
  | "packFiles"
  | "imports"
  | "importFiles"
  | "vectors"
  | "state"
  | "setAside"
  | "bin";

const databaseName = "second-source";

/**
 * Converts the stored form from one version to the next; its index is the version it begins at. It runs
 * inside the browser's upgrade transaction, which succeeds or fails as a whole. A step makes stores
 * and indexes; records are converted when they are read, and repaired by upkeep, so that no step
 * takes longer for a reader who keeps more. A released step is never changed.
 */
export type Migration = (database: IDBPDatabase<Schema>) => void;

/** The database once it is open, and whether it could be brought into the present form. */
export interface OpenedDatabase {
  readonly database: IDBPDatabase<Schema>;
  /**
   * Why the data are still in the form of an earlier version; null if they are in the present one.
   * They may then be read, but not written: the earlier version would not understand what this one
   * writes.
   */
  readonly updateFault: Error | null;
}

/**
 * Opens the database at its first use, and again after the browser has closed it. Data from an
 * earlier version are converted first; if that fails they stay as they were and are opened as they
 * are.
 *
 * @param steps from nothing to the present form, whose version is their number
 */
export function createDatabase(steps: readonly Migration[]): () => Promise<OpenedDatabase> {
  let opened: Promise<OpenedDatabase> | null = null;
  const forget = () => {
    opened = null;
  };
  return () => {
    opened ??= openDatabase(steps, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
}

async function openDatabase(
  steps: readonly Migration[],
  forget: () => void,
): Promise<OpenedDatabase> {
  let storedVersion = 0;
  let fault: unknown = null;
  try {
    const database = await openDB<Schema>(databaseName, steps.length, {
      upgrade(upgraded, from, _, transaction) {
        storedVersion = from;
        // The error reaches the caller through the opening, which fails with it.
        transaction.done.catch(() => undefined);
        try {
          for (const step of steps.slice(from)) step(upgraded);
        } catch (error) {
          fault = error;
          transaction.abort();
        }
      },
      ...closeForUpgrade(forget),
    });
    return { database, updateFault: null };
  } catch (error) {
    // There was nothing to convert.
    if (storedVersion === 0) throw error;
    const why = fault ?? error;
    const database = await openDB<Schema>(databaseName, storedVersion, closeForUpgrade(forget));
    return { database, updateFault: why instanceof Error ? why : new Error(String(why)) };
  }
}

/**
 * Closes the database when a newer version of the extension wants to upgrade it, which must not
 * wait for this one.
 */
function closeForUpgrade(forget: () => void): OpenDBCallbacks<Schema> {
  return {
    blocking(_, __, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  };
}
