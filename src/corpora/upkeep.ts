import { mergeSegments } from "../engine/library/mergeSegments.ts";
import type { Segment } from "../engine/library/segment.ts";
import { openSegment } from "../engine/library/segmentReader.ts";
import { withoutArticles } from "../engine/library/withoutArticles.ts";
import type { ArticleId } from "../engine/model/index.ts";
import type { Tombstone } from "../platform/storage/database.ts";
import { readBytes } from "../platform/storage/segmentBytes.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import { changeLibrary, type LibraryTransaction } from "./libraryChange.ts";
import { mendPacksAndImports, mendRecords } from "./mendStored.ts";
import type { ReaderLibrary } from "./readerLibrary.ts";
import {
  type Head,
  ownSegments,
  type Repairing,
  repairMissing,
  verifyAll,
  verifyPacks,
} from "./repairSegments.ts";

/**
 * Maintains the stored data in idle time: repairs damaged records or sets them aside, rebuilds
 * damaged or missing segments from the records, merges small ones, and rewrites those with removed
 * articles so that nothing of these is left. Every step ends with one transaction, or changes
 * nothing.
 */
export interface Upkeep {
  /** Does what there is to do; resolves at once if it is already under way. */
  run(): Promise<void>;
}

/**
 * Returns the upkeep of a library; it does nothing until it is asked.
 * @param now the clock, in ms since 1970
 */
export function createUpkeep(
  storage: Storage,
  library: ReaderLibrary,
  repairing: Repairing,
  now: () => number,
): Upkeep {
  const { rest } = repairing;
  const heads = new Map<string, Head>();
  const soundPacks = new Set<string>();
  let isRunning = false;
  let isMended = false;

  /** Checks records that nobody has asked for, once a start. */
  async function mend(): Promise<void> {
    if (isMended) return;
    await mendPacksAndImports(storage, now(), repairing);
    await mendRecords(storage, now(), repairing);
    isMended = true;
  }

  return {
    async run() {
      if (isRunning) return;
      isRunning = true;
      try {
        while ((await library.ageOut()) > 0) await rest();
        await mend();
        await verifyPacks(storage, soundPacks, repairing);
        do {
          await verifyAll(storage, heads, repairing);
          await repairMissing(storage, heads, repairing);
        } while (await mergeOnce(storage, heads, rest));
      } finally {
        isRunning = false;
      }
    },
  };
}

/** A segment that might be merged. */
interface Candidate extends Head {
  readonly name: string;
  /** Its articles that were removed. */
  readonly gone: ReadonlySet<ArticleId>;
}

/** Merges one group of segments; false if there is none to merge. */
async function mergeOnce(
  storage: Storage,
  heads: ReadonlyMap<string, Head>,
  rest: () => Promise<void>,
): Promise<boolean> {
  const names = new Set(await ownSegments(storage));
  const tombstones = await storage.read(["tombstones"], (all) =>
    all.objectStore("tombstones").getAll(),
  );
  const group = groupToMerge(
    [...heads]
      .filter(([name]) => names.has(name))
      .map(([name, head]) => ({ name, ...head, gone: goneFrom(head.covers, tombstones) })),
  );
  if (group.length === 0) return false;
  const opened = await Promise.all(group.map((candidate) => openCandidate(storage, candidate)));
  const steps = mergeSegments(opened);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await rest();
  return replaceGroup(storage, group, step.value);
}

function goneFrom(
  covers: readonly string[],
  tombstones: readonly Tombstone[],
): ReadonlySet<ArticleId> {
  return new Set(
    tombstones.filter(({ segment }) => covers.includes(segment)).map(({ article }) => article),
  );
}

async function openCandidate(storage: Storage, { name, gone }: Candidate): Promise<Segment> {
  const stored = await storage.read(["segments"], (all) => all.objectStore("segments").get(name));
  return withoutArticles(openSegment(await readBytes(stored?.bytes ?? new Uint8Array())), gone);
}

/**
 * Segments of one size class are merged when there are this many; so each article is copied only a
 * few times.
 */
const groupSize = 4;
const smallestClassBytes = 64_000;
/** Larger ones are left alone, unless something is to be removed from them. */
const mostMergedBytes = 64_000_000;

/**
 * Returns a segment with something to remove, by itself; else the smallest size class with enough
 * segments.
 */
function groupToMerge(all: readonly Candidate[]): readonly Candidate[] {
  const withGone = all.find(({ gone }) => gone.size > 0);
  if (withGone !== undefined) return [withGone];
  const classes = new Map<number, Candidate[]>();
  for (const candidate of all) {
    const bytes = candidate.byteLength;
    if (bytes * groupSize > mostMergedBytes) continue;
    const sizeClass = Math.max(
      0,
      Math.floor(Math.log(bytes / smallestClassBytes) / Math.log(groupSize)),
    );
    classes.set(sizeClass, [...(classes.get(sizeClass) ?? []), candidate]);
  }
  const [smallest] = [...classes]
    .sort(([one], [other]) => one - other)
    .filter(([, group]) => group.length >= groupSize);
  return smallest?.[1] ?? [];
}

/** False if the group has changed under the merge: then nothing is done. */
function replaceGroup(
  storage: Storage,
  group: readonly Candidate[],
  bytes: Uint8Array,
): Promise<boolean> {
  return changeLibrary(storage, async (transaction, change) => {
    const late: Tombstone[] = [];
    for (const { name, covers, gone } of group) {
      if ((await transaction.objectStore("segments").getKey(name)) === undefined) return false;
      for (const covered of covers) {
        const range = IDBKeyRange.bound([covered], [covered, []]);
        const found = await transaction.objectStore("tombstones").getAll(range);
        late.push(...found.filter(({ article }) => !gone.has(article)));
      }
    }
    for (const { name } of group) await change.dropSegment(name);
    const left = await stillThere(
      transaction,
      group.flatMap(({ covers }) => covers),
    );
    if (left.length > 0) await change.putSegment(bytes, left);
    for (const tombstone of late) {
      if (left.includes(tombstone.segment))
        await transaction.objectStore("tombstones").put(tombstone);
    }
    return true;
  });
}

/** Returns the covered names that a record still has; the others are empty. */
async function stillThere(
  transaction: LibraryTransaction,
  covers: readonly string[],
): Promise<readonly string[]> {
  const index = transaction.objectStore("articles").index("bySegment");
  const left: string[] = [];
  for (const covered of covers) if ((await index.count(covered)) > 0) left.push(covered);
  return left;
}
