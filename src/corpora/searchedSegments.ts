import type { Segment } from "../engine/library/segment.ts";
import { SegmentError } from "../engine/library/segmentError.ts";
import { openSegment } from "../engine/library/segmentReader.ts";
import { withoutArticles } from "../engine/library/withoutArticles.ts";
import type { ArticleId } from "../engine/model/index.ts";
import type { StoredSegment, Tombstone } from "../platform/storage/database.ts";
import { readBytes } from "../platform/storage/segmentBytes.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import { coveredBy } from "./libraryChange.ts";
import { mine, readState } from "./libraryState.ts";

/** The stored segments as they are at one generation. */
export interface Searched {
  readonly generation: number;
  /** Of packs, which anybody may have. */
  readonly packs: readonly Segment[];
  /** Of the reader's own articles: which of them a page matches must stay between us. */
  readonly own: readonly Segment[];
  /** Segments that cannot be used, and what is wrong with each. */
  readonly damaged: ReadonlyMap<string, string>;
}

/** The stored segments, opened. */
export interface SearchedSegments {
  /** As they are stored now; the same object as before if nothing has changed. Throws StorageError. */
  current(): Promise<Searched>;
}

interface Opened {
  /** Null if the segment cannot be used. */
  readonly segment: Segment | null;
  readonly fault: string;
  readonly covers: readonly string[];
}

/**
 * Keeps the segments of packs and of the reader's own articles in memory. A segment's bytes never
 * change under its name, so only new ones are read when the generation has risen.
 */
export function createSearchedSegments(storage: Storage): SearchedSegments {
  let opened: ReadonlyMap<string, Opened> = new Map();
  let current: Searched | null = null;
  let lastTurn: Promise<unknown> = Promise.resolve();

  async function refresh(): Promise<Searched> {
    const found = await storage.read(stores, async (transaction) => {
      const { generation } = await readState(transaction);
      if (current !== null && current.generation === generation) return null;
      const names = (await transaction.objectStore("segments").getAllKeys()).filter(isSearched);
      const [stored, tombstones, packs] = await Promise.all([
        Promise.all(
          names.map((name) =>
            opened.has(name) ? null : transaction.objectStore("segments").get(name),
          ),
        ),
        transaction.objectStore("tombstones").getAll(),
        transaction.objectStore("packs").getAll(),
      ]);
      return { generation, names, stored, tombstones, packs };
    });
    if (found === null) return current as Searched;
    const { generation, names, stored, tombstones, packs } = found;
    opened = await openNew(opened, names, stored);
    const off = packs.filter(({ isOn }) => !isOn).map(({ id }) => id);
    current = searchedOf(generation, opened, bySegment(tombstones), new Set(off));
    return current;
  }

  return {
    current() {
      const turn = lastTurn.then(refresh);
      lastTurn = turn.catch(() => undefined);
      return turn;
    },
  };
}

const stores = ["segments", "tombstones", "packs", "state"] as const;

/** Segments of an owner are named "owner/number"; the rebuilt bundled one has no owner. */
function isSearched(name: string): boolean {
  return name.includes("/");
}

function ownerOf(name: string): string {
  return name.slice(0, name.indexOf("/"));
}

/** What is open under these names: what was before, and what was stored since. */
async function openNew(
  before: ReadonlyMap<string, Opened>,
  names: readonly string[],
  stored: readonly (StoredSegment | null | undefined)[],
): Promise<ReadonlyMap<string, Opened>> {
  const opened = await Promise.all(
    names.map(async (name, at): Promise<[string, Opened][]> => {
      const segment = stored[at];
      const known = before.get(name) ?? (segment ? await openStored(name, segment) : null);
      return known === null ? [] : [[name, known]];
    }),
  );
  return new Map(opened.flat());
}

async function openStored(name: string, stored: StoredSegment): Promise<Opened> {
  const covers = coveredBy(name, stored);
  try {
    return { segment: openSegment(await readBytes(stored.bytes)), fault: "", covers };
  } catch (error) {
    const fault = error instanceof SegmentError ? error.kind : "unreadable";
    return { segment: null, fault, covers };
  }
}

function idsOf(
  covers: readonly string[],
  gone: ReadonlyMap<string, ReadonlySet<ArticleId>>,
): ReadonlySet<ArticleId> {
  return new Set(covers.flatMap((name) => [...(gone.get(name) ?? [])]));
}

function bySegment(tombstones: readonly Tombstone[]): ReadonlyMap<string, Set<ArticleId>> {
  const gone = new Map<string, Set<ArticleId>>();
  for (const { segment, article } of tombstones) {
    gone.set(segment, (gone.get(segment) ?? new Set()).add(article));
  }
  return gone;
}

function searchedOf(
  generation: number,
  loaded: ReadonlyMap<string, Opened>,
  gone: ReadonlyMap<string, ReadonlySet<ArticleId>>,
  packsOff: ReadonlySet<string>,
): Searched {
  const packs: Segment[] = [];
  const own: Segment[] = [];
  const damaged = new Map<string, string>();
  for (const [name, { segment, fault, covers }] of loaded) {
    if (packsOff.has(ownerOf(name))) continue;
    if (segment === null) damaged.set(name, fault);
    else if (ownerOf(name) === mine) own.push(withoutArticles(segment, idsOf(covers, gone)));
    else packs.push(segment);
  }
  return { generation, packs, own, damaged };
}
