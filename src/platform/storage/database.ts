import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from "idb";
import type { ArticleId, Origin } from "../../engine/model/index.ts";
import type { ArticleRecord } from "./articleRecord.ts";
import type { ImportJob } from "./importJob.ts";
import type { PackRecord } from "./packRecord.ts";
import type { StoredBytes } from "./segmentBytes.ts";
import type { VectorRecord } from "./vectorRecord.ts";

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
  /** By name. `madeFor`: the extension version, where a segment is made from its files. */
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
  /** Articles that stand in a segment and are there no more. */
  tombstones: { key: [segment: string, article: string]; value: Tombstone };
  packs: { key: string; value: PackRecord };
  packFiles: { key: string; value: Uint8Array };
  imports: { key: string; value: ImportJob };
  importFiles: { key: [job: string, file: number]; value: Blob };
  /** Of the articles' passages. A record whose `model` is missing is not in the index. */
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

/** A record that was taken out of its store. */
export interface SetAside {
  readonly store: "articles" | "packs" | "imports";
  /** Whatever was there. */
  readonly value: unknown;
  /** In ms since 1970. */
  readonly setAsideAt: number;
}

export interface StoredSegment {
  readonly madeFor: string;
  readonly bytes: StoredBytes;
  /**
   * Of a merged segment: the names of those it was merged from. Records and tombstones go on naming
   * these, so that no record has to be written again.
   */
  readonly covers?: readonly string[];
}

export interface Tombstone {
  readonly segment: string;
  readonly article: ArticleId;
}

/** Changes with every change of what is searched: whoever holds segments in memory looks here. */
export interface LibraryState {
  readonly generation: number;
  /** Number of the next segment. */
  readonly nextSegment: number;
  readonly articles: number;
  /** Bytes of article records; of segments only the reader's own. */
  readonly articleBytes: number;
  readonly segmentBytes: number;
  readonly limits: LibraryLimits;
  /** Missing until it was looked at for the first time. */
  readonly clock?: SeenClock;
  /** The last record that upkeep has looked at; missing or null: it begins at the beginning. */
  readonly lookedTo?: ArticleId | null;
  /** When vectors were last dropped because the disk had no room for articles; in ms since 1970. */
  readonly noRoomAt?: number;
}

/** What was seen of the computer's clock, which may be wrong: see `provenClock.ts`. In ms since 1970. */
export interface SeenClock {
  readonly seenAt: number;
  /** The last time that the clock has gone on from; null if it was put back since. */
  readonly provenAt: number | null;
}

/** What the reader allows. */
export interface LibraryLimits {
  /** Of article records and their segments. */
  readonly mostBytes: number;
  /** Articles that were only read are forgotten after so many days; null: never. */
  readonly readDays: number | null;
}

/** Room for some 20,000 articles. */
const defaultLimits: LibraryLimits = { mostBytes: 500_000_000, readDays: 90 };

export const emptyState: LibraryState = {
  generation: 0,
  nextSegment: 1,
  articles: 0,
  articleBytes: 0,
  segmentBytes: 0,
  limits: defaultLimits,
};

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
 * One step of the stored form: from the version that is its place in the list to the next one. It runs
 * inside the browser's own upgrade, which is done whole or not at all. A step makes stores and indexes;
 * records are brought into a new form where they are read, and mended by upkeep, so that no step's time
 * grows with what a reader keeps. A step that was released is never changed.
 */
export type Migration = (database: IDBPDatabase<Schema>) => void;

/** What is stored, opened. */
export interface OpenedDatabase {
  readonly database: IDBPDatabase<Schema>;
  /**
   * Why it is still in the form of an earlier version; null where it is in ours. It may then be read, but
   * not written: what this version writes the earlier one would not understand.
   */
  readonly updateFault: Error | null;
}

/**
 * Opens the database at its first use, and again when the browser has closed it. What an earlier version
 * stored is brought into our form first; where that fails it stays as it was, and is opened so.
 *
 * @param steps from nothing to our form, whose version is their number
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
        // It is told by the opening, which fails with it.
        transaction.done.catch(() => undefined);
        try {
          for (const step of steps.slice(from)) step(upgraded);
        } catch (error) {
          fault = error;
          transaction.abort();
        }
      },
      ...makingWay(forget),
    });
    return { database, updateFault: null };
  } catch (error) {
    // Nothing was to be brought into another form, or there was nothing.
    if (storedVersion === 0) throw error;
    const why = fault ?? error;
    const database = await openDB<Schema>(databaseName, storedVersion, makingWay(forget));
    return { database, updateFault: why instanceof Error ? why : new Error(String(why)) };
  }
}

/** A newer version of the extension wants to upgrade: it must not wait for this one. */
function makingWay(forget: () => void): OpenDBCallbacks<Schema> {
  return {
    blocking(_, __, event) {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  };
}
