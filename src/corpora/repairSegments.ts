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

/** Verifies each of the reader's segments once a start, and rebuilds damaged ones. */
export async function verifyAll(
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
  rest: () => Promise<void>,
): Promise<void> {
  const { named, stored } = await storage.read(["articles", "segments"], async (all) => ({
    named: await segmentsNamed(all),
    stored: await all.objectStore("segments").getAllKeys(ownSegmentNames()),
  }));
  const covers = [...heads.values()].flatMap((head) => head.covers);
  const covered = new Set([...covers, ...stored]);
  for (const name of named) {
    if (covered.has(name)) continue;
    while (await repairSome(storage, name)) await rest();
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

/** Articles indexed in one transaction. */
const articlesAtOnce = 50;

/** Indexes the articles of a damaged segment again from their records, and removes the segment. */
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
    const sound = records.filter(isSoundRecord);
    for (const record of sound) await change.put({ ...record, segment: change.segment }, record);
    // Damaged records are left to `mendRecords`; a batch of only these must not repeat forever.
    return records.length === articlesAtOnce && sound.length > 0;
  });
}
