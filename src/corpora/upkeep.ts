import { mergeSegments } from "../engine/library/mergeSegments.ts";
import type { Segment } from "../engine/library/segment.ts";
import { openSegment, verifySegment } from "../engine/library/segmentReader.ts";
import { withoutArticles } from "../engine/library/withoutArticles.ts";
import type { ArticleId } from "../engine/model/index.ts";
import type { StoredSegment, Tombstone } from "../platform/storage/database.ts";
import { byteLengthOf, readBytes } from "../platform/storage/segmentBytes.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import { coveredBy, type LibraryTransaction, mine } from "./libraryChange.ts";
import { listPacks, rebuildPack } from "./packs.ts";
import { changeLibrary, type ReaderLibrary } from "./readerLibrary.ts";

/**
 * What is done for the reader's segments when nothing waits: damaged ones are made again from the
 * records, small ones merged, and those rewritten of which articles were removed, so that nothing
 * is left of these. Every step ends with one transaction, or changes nothing.
 */
export interface Upkeep {
  /** Does what there is to do; resolves at once if it is already under way. */
  run(): Promise<void>;
}

/** @param rest lets others have their turn between two short steps */
export function createUpkeep(
  storage: Storage,
  library: ReaderLibrary,
  rest: () => Promise<void>,
): Upkeep {
  const heads = new Map<string, Head>();
  const soundPacks = new Set<string>();
  let isRunning = false;
  return {
    async run() {
      if (isRunning) return;
      isRunning = true;
      try {
        while ((await library.ageOut()) > 0) await rest();
        await verifyPacks(storage, soundPacks, rest);
        do await verifyAll(storage, heads, rest);
        while (await mergeOnce(storage, heads, rest));
      } finally {
        isRunning = false;
      }
    },
  };
}

/** What is kept of a verified segment: its bytes never change under its name. */
interface Head {
  readonly byteLength: number;
  readonly covers: readonly string[];
}

const ownRange = () => IDBKeyRange.bound(`${mine}/`, `${mine}/\uffff`);

/** Verifies each segment once a start, and makes those again that do not hold. */
async function verifyAll(
  storage: Storage,
  heads: Map<string, Head>,
  rest: () => Promise<void>,
): Promise<void> {
  for (const name of await ownSegments(storage)) {
    if (heads.has(name)) continue;
    const stored = await storage.read(["segments"], (all) => all.objectStore("segments").get(name));
    if (stored === undefined) continue;
    if (await isSound(stored)) {
      heads.set(name, { byteLength: byteLengthOf(stored.bytes), covers: coveredBy(name, stored) });
    } else await repair(storage, name, stored, rest);
    await rest();
  }
}

function ownSegments(storage: Storage): Promise<readonly string[]> {
  return storage.read(["segments"], (all) => all.objectStore("segments").getAllKeys(ownRange()));
}

/** Verifies the segments of packs once a start, and makes those of a damaged one again from its file. */
async function verifyPacks(
  storage: Storage,
  sound: Set<string>,
  rest: () => Promise<void>,
): Promise<void> {
  for (const { id, segments } of await listPacks(storage)) {
    let isDamaged = false;
    for (const name of segments) {
      if (sound.has(name)) continue;
      const stored = await storage.read(["segments"], (all) =>
        all.objectStore("segments").get(name),
      );
      if (stored !== undefined && (await isSound(stored))) sound.add(name);
      else isDamaged = true;
      await rest();
    }
    if (isDamaged) await rebuildPack(storage, id, rest);
  }
}

async function isSound({ bytes }: StoredSegment): Promise<boolean> {
  try {
    verifySegment(await readBytes(bytes));
    return true;
  } catch {
    return false;
  }
}

/** So many articles are indexed in one transaction. */
const articlesAtOnce = 50;

/** Indexes the articles of a damaged segment anew, from their records, and takes it away. */
async function repair(
  storage: Storage,
  name: string,
  stored: StoredSegment,
  rest: () => Promise<void>,
): Promise<void> {
  for (const covered of coveredBy(name, stored)) {
    while (await repairSome(storage, covered)) await rest();
  }
  await changeLibrary(storage, (_, change) => change.dropSegment(name));
}

function repairSome(storage: Storage, segment: string): Promise<boolean> {
  return changeLibrary(storage, async (transaction, change) => {
    const index = transaction.objectStore("articles").index("bySegment");
    const records = await index.getAll(segment, articlesAtOnce);
    for (const record of records) await change.put({ ...record, segment: change.segment }, record);
    return records.length === articlesAtOnce;
  });
}

/** A segment that might be merged. */
interface Candidate extends Head {
  readonly name: string;
  /** Its articles that are there no more. */
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

/** Segments of one size class are merged when there are so many; each article is so copied a few times only. */
const groupSize = 4;
const smallestClassBytes = 64_000;
/** Larger ones are left alone, unless something is to be removed from them. */
const mostMergedBytes = 64_000_000;

/** Those with something to remove, each by itself; else the smallest size class with enough of them. */
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

/** The covered names that a record still bears; the others have nothing left. */
async function stillThere(
  transaction: LibraryTransaction,
  covers: readonly string[],
): Promise<readonly string[]> {
  const index = transaction.objectStore("articles").index("bySegment");
  const left: string[] = [];
  for (const covered of covers) if ((await index.count(covered)) > 0) left.push(covered);
  return left;
}
