import { verifySegment } from "../engine/library/segmentReader.ts";
import type { StoredSegment } from "../platform/storage/database.ts";
import { byteLengthOf, readBytes } from "../platform/storage/segmentBytes.ts";
import type { Storage, Transaction } from "../platform/storage/transaction.ts";
import { changeLibrary, coveredBy } from "./libraryChange.ts";
import { ownSegmentNames } from "./libraryState.ts";
import { listPacks, rebuildPack } from "./packs.ts";
import { isSoundRecord } from "./soundRecord.ts";

/** What is remembered of a verified segment: the bytes under a name never change. */
export interface Head {
  readonly byteLength: number;
  readonly covers: readonly string[];
}

/** What a repair needs beside the storage. */
export interface Repairing {
  /** Lets other work run between two short steps. */
  rest(): Promise<void>;
  /** Is called when articles that were not searched are searched again. */
  onRepaired(): void;
}

/** Verifies each of the reader's segments once a start, and rebuilds damaged ones. */
export async function verifyAll(
  storage: Storage,
  heads: Map<string, Head>,
  { rest, onRepaired }: Repairing,
): Promise<void> {
  for (const name of await ownSegments(storage)) {
    if (heads.has(name)) continue;
    const stored = await storage.read(["segments"], (all) => all.objectStore("segments").get(name));
    if (stored === undefined) continue;
    if (await isSound(stored)) {
      heads.set(name, { byteLength: byteLengthOf(stored.bytes), covers: coveredBy(name, stored) });
    } else {
      await repair(storage, name, stored, rest);
      onRepaired();
    }
    await rest();
  }
}

/** Resolves to the names of the reader's own segments that are stored. */
export function ownSegments(storage: Storage): Promise<readonly string[]> {
  return storage.read(["segments"], (all) =>
    all.objectStore("segments").getAllKeys(ownSegmentNames()),
  );
}

/**
 * Indexes records again whose segment is missing. Call it when all existing segments are verified:
 * `heads` says which they cover.
 */
export async function repairMissing(
  storage: Storage,
  heads: ReadonlyMap<string, Head>,
  { rest, onRepaired }: Repairing,
): Promise<void> {
  const { named, stored } = await storage.read(["articles", "segments"], async (all) => ({
    named: await segmentsNamed(all),
    stored: await all.objectStore("segments").getAllKeys(ownSegmentNames()),
  }));
  const covers = [...heads.values()].flatMap((head) => head.covers);
  const covered = new Set([...covers, ...stored]);
  for (const name of named) {
    if (covered.has(name)) continue;
    if (await repairArticles(storage, name, rest)) onRepaired();
  }
}

/** The names of all segments that records say they are indexed in. */
async function segmentsNamed(transaction: Transaction<"articles">): Promise<readonly string[]> {
  const names: string[] = [];
  const index = transaction.objectStore("articles").index("bySegment");
  let cursor = await index.openKeyCursor(ownSegmentNames(), "nextunique");
  for (; cursor; cursor = await cursor.continue()) names.push(cursor.key);
  return names;
}

/** Verifies the segments of packs once a start, and makes those of a damaged one again from its file. */
export async function verifyPacks(
  storage: Storage,
  sound: Set<string>,
  { rest, onRepaired }: Repairing,
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
    if (isDamaged && (await rebuildPack(storage, id, rest))) onRepaired();
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

/** Articles indexed in one transaction. */
const articlesAtOnce = 50;

/** Indexes the articles of a damaged segment again from their records, and removes the segment. */
async function repair(
  storage: Storage,
  name: string,
  stored: StoredSegment,
  rest: () => Promise<void>,
): Promise<void> {
  for (const covered of coveredBy(name, stored)) await repairArticles(storage, covered, rest);
  await changeLibrary(storage, (_, change) => change.dropSegment(name));
}

/** Indexes the articles of a segment again from their records; false if it has none that is sound. */
async function repairArticles(
  storage: Storage,
  segment: string,
  rest: () => Promise<void>,
): Promise<boolean> {
  let isRepaired = false;
  while ((await repairSome(storage, segment)) > 0) {
    isRepaired = true;
    await rest();
  }
  return isRepaired;
}

/** Returns how many were indexed. Damaged records are left to `mendRecords`. */
function repairSome(storage: Storage, segment: string): Promise<number> {
  return changeLibrary(storage, async (transaction, change) => {
    const index = transaction.objectStore("articles").index("bySegment");
    const records = await index.getAll(segment, articlesAtOnce);
    const sound = records.filter(isSoundRecord);
    for (const record of sound) await change.put({ ...record, segment: change.segment }, record);
    return sound.length;
  });
}
