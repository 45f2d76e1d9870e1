import type { Segment } from "../engine/library/segment.ts";
import { SegmentError } from "../engine/library/segmentError.ts";
import { openSegment } from "../engine/library/segmentReader.ts";
import { withoutArticles } from "../engine/library/withoutArticles.ts";
import type { ArticleId } from "../engine/model/index.ts";
import type { StoredSegment, Tombstone } from "../platform/storage/database.ts";
import { readBytes } from "../platform/storage/segmentBytes.ts";
import { createSerialQueue } from "../platform/storage/serialQueue.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import { coveredBy } from "./libraryChange.ts";
import { mine, readState } from "./libraryState.ts";

/** The stored segments as they are at one generation. */
export interface Searched {
  readonly generation: number;
  /** Segments of packs, which are public. */
  readonly packs: readonly Segment[];
  /** The names under which these are stored, in the same order. */
  readonly packNames: readonly string[];
  /**
   * Segments of the reader's own articles, which are private: pages must not learn which of them
   * match.
   */
  readonly own: readonly Segment[];
  /** Unusable segments, each with its fault. */
  readonly damaged: ReadonlyMap<string, string>;
  /** Why all of it is still in an earlier version's form, and cannot be changed; null where it is in ours. */
  readonly updateFault: string | null;
}

/** The stored segments of public corpora, and whether there are others. */
export interface SearchedPublic {
  readonly packs: readonly Segment[];
  /** True if the reader has articles of their own. */
  readonly hasOwn: boolean;
}

/** The stored segments, opened. All throw StorageError. */
export interface SearchedSegments {
  /** Returns what is stored now; the same object as before if nothing has changed. */
  current(): Promise<Searched>;
  /**
   * The same for public corpora alone. It reads nothing private, so that what a page can see takes
   * no longer for a reader who keeps much.
   */
  currentPublic(): Promise<SearchedPublic>;
  /** Returns the present generation, and reads no segment. */
  generation(): Promise<number>;
}

/**
 * Keeps the segments of packs and of the reader's own articles in memory, each in a part of its own.
 * A segment's bytes never change under its name, so only new ones are read when the generation has risen.
 */
export function createSearchedSegments(storage: Storage): SearchedSegments {
  const packs = createPart(storage, (owner) => owner !== mine);
  const own = createPart(storage, (owner) => owner === mine);
  let current: { readonly of: readonly Part[]; readonly searched: Searched } | null = null;
  let currentPublic: { readonly of: Part; readonly searched: SearchedPublic } | null = null;
  return {
    async current() {
      const parts = [await packs(), await own()] as const;
      // The database may have been closed and opened again since.
      const updateFault = await storage.updateFault();
      const isSame =
        current?.searched.updateFault === updateFault &&
        parts.every((part, at) => part === current?.of[at]);
      if (current === null || !isSame) {
        const [{ segments, names, damaged }, its] = parts;
        const searched: Searched = {
          generation: its.generation,
          packs: segments,
          packNames: names,
          own: its.segments,
          damaged: new Map([...damaged, ...its.damaged]),
          updateFault,
        };
        current = { of: parts, searched };
      }
      return current.searched;
    },
    async currentPublic() {
      const part = await packs();
      if (currentPublic?.of !== part) {
        const before = currentPublic?.searched.packs ?? [];
        const searched = {
          packs: areSame(before, part.segments) ? before : part.segments,
          hasOwn: part.hasOthers,
        };
        currentPublic = { of: part, searched };
      }
      return currentPublic.searched;
    },
    async generation() {
      const state = await storage.read(["state"], (transaction) => readState(transaction));
      return state.generation;
    },
  };
}

/** The segments of some owners, as they are at one generation. */
interface Part {
  readonly generation: number;
  readonly segments: readonly Segment[];
  readonly names: readonly string[];
  readonly damaged: ReadonlyMap<string, string>;
  /** True if there are segments of other owners too. */
  readonly hasOthers: boolean;
}

interface Opened {
  /** Null if the segment cannot be used. */
  readonly segment: Segment | null;
  readonly fault: string;
  readonly covers: readonly string[];
}

/** Returns what reads one part; the same object as before if nothing has changed. */
function createPart(storage: Storage, isOwner: (owner: string) => boolean): () => Promise<Part> {
  let opened: ReadonlyMap<string, Opened> = new Map();
  let current: Part | null = null;
  const takeTurn = createSerialQueue();

  async function refresh(): Promise<Part> {
    const found = await storage.read(stores, async (transaction) => {
      const { generation } = await readState(transaction);
      if (current !== null && current.generation === generation) return null;
      const searched = (await transaction.objectStore("segments").getAllKeys()).filter(isSearched);
      const names = searched.filter((name) => isOwner(ownerOf(name)));
      const [stored, tombstones, packs] = await Promise.all([
        Promise.all(
          names.map((name) =>
            opened.has(name) ? null : transaction.objectStore("segments").get(name),
          ),
        ),
        transaction.objectStore("tombstones").getAll(),
        transaction.objectStore("packs").getAll(),
      ]);
      const hasOthers = searched.length > names.length;
      return { generation, names, stored, tombstones, packs, hasOthers };
    });
    if (found === null) return current as Part;
    const { generation, names, stored, tombstones, packs, hasOthers } = found;
    opened = await openNew(opened, names, stored);
    const off = new Set(packs.filter(({ isOn }) => !isOn).map(({ id }) => id));
    current = { ...partOf(opened, bySegment(tombstones), off), generation, hasOthers };
    return current;
  }

  return () => takeTurn(refresh);
}

const stores = ["segments", "tombstones", "packs", "state"] as const;

function areSame(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.length === b.length && a.every((segment, at) => segment === b[at]);
}

/** True for a segment of an owner ("owner/number"); false for the rebuilt bundled one. */
function isSearched(name: string): boolean {
  return name.includes("/");
}

function ownerOf(name: string): string {
  return name.slice(0, name.indexOf("/"));
}

/** Returns the open segments under these names: those from before, and those stored since. */
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

function partOf(
  loaded: ReadonlyMap<string, Opened>,
  gone: ReadonlyMap<string, ReadonlySet<ArticleId>>,
  packsOff: ReadonlySet<string>,
): Pick<Part, "segments" | "names" | "damaged"> {
  const segments: Segment[] = [];
  const names: string[] = [];
  const damaged = new Map<string, string>();
  for (const [name, { segment, fault, covers }] of loaded) {
    if (packsOff.has(ownerOf(name))) continue;
    if (segment === null) {
      damaged.set(name, fault);
      continue;
    }
    const isOwn = ownerOf(name) === mine;
    segments.push(isOwn ? withoutArticles(segment, idsOf(covers, gone)) : segment);
    names.push(name);
  }
  return { segments, names, damaged };
}
