import type { Article } from "../engine/model/index.ts";
import { segmentOfArticles } from "../engine/segmentOfArticles.ts";
import { bounds } from "../ingest/bounds.ts";
import { PackError } from "../ingest/pack/packError.ts";
import { type PackHead, readPackHead } from "../ingest/pack/packHead.ts";
import { checkRatio, type PackManifest } from "../ingest/pack/packManifest.ts";
import { createPackRecordReader } from "../ingest/pack/packRecords.ts";
import type { PackRecord } from "../platform/storage/packRecord.ts";
import { type StoredBytes, storedBytes } from "../platform/storage/segmentBytes.ts";
import type { Storage, Transaction } from "../platform/storage/transaction.ts";
import { changeState, segmentName, stateToChange } from "./libraryState.ts";
import { type ClaimingArticle, createClaims } from "./packClaims.ts";
import {
  type Namesakes,
  namesakesOf,
  type PackReplacement,
  replacementFor,
} from "./packReplacement.ts";
import { vectorsOfOwner } from "./vectorRecords.ts";

/** The origin of a pack. */
export interface PackSource {
  /** The address that the reader gave; null for a file. */
  readonly address: string | null;
  readonly etag: string | null;
  readonly now: number;
}

/** Called after each part is indexed; throws to stop. Resolves when other work has had its turn. */
export type PackProgress = (articlesDone: number, manifest: PackManifest) => Promise<void>;

/**
 * Checks a whole pack, indexes it and stores it in one transaction, which also removes an older
 * version from the same address. An installed pack of the same name and publisher from elsewhere
 * stays, and the new one waits for the reader's answer. Throws PackError or StorageError; then nothing
 * has changed.
 */
export function addPack(
  storage: Storage,
  bytes: Uint8Array<ArrayBuffer>,
  source: PackSource,
  progress: PackProgress,
): Promise<PackRecord> {
  return storePack(storage, bytes, source, progress, (namesakes) =>
    replacementFor(namesakes, source.address),
  );
}

async function storePack(
  storage: Storage,
  bytes: Uint8Array<ArrayBuffer>,
  source: PackSource,
  progress: PackProgress,
  chooseReplacement: (namesakes: Namesakes) => PackReplacement,
): Promise<PackRecord> {
  const head = await checkedHead(bytes);
  const { manifest } = head;
  // Converted at once to the stored form, which browsers keep out of memory.
  const segments: StoredBytes[] = [];
  const claims = createClaims();
  let done = 0;
  for (const records of articleParts(bytes, head)) {
    const segment = segmentOfArticles(records.map(({ article }) => article));
    claims.take(segment, records);
    segments.push(storedBytes(segment));
    done += records.length;
    await progress(done, manifest);
  }
  return storage.change(packStores, async (transaction) => {
    // A removed pack can no longer be restored, because the new one may need its id.
    await dropRemoved(transaction);
    const packs = await transaction.objectStore("packs").getAll();
    const replacement = chooseReplacement(namesakesOf(manifest, packs));
    const { id, before } = replacement;
    if (before !== null) await dropSegments(transaction, before);
    const state = await stateToChange(transaction);
    const names = segments.map((_, at) => segmentName(id, state.nextSegment + at));
    for (const [at, segment] of segments.entries()) {
      const stored = { madeFor: "", bytes: segment };
      await transaction.objectStore("segments").put(stored, names[at]);
    }
    for (const { part, ...claim } of claims.taken) {
      await transaction.objectStore("vectors").put({ ...claim, owner: names[part]! });
    }
    const record = recordOf(replacement, manifest, bytes, source, names);
    await transaction.objectStore("packs").put(record);
    await transaction.objectStore("packFiles").put(bytes, id);
    await changeState(transaction, { nextSegment: state.nextSegment + segments.length });
    return record;
  });
}

const packStores = ["packs", "packFiles", "segments", "vectors", "articles", "state"] as const;
type PackTransaction = Transaction<(typeof packStores)[number], "readwrite">;

/**
 * Applies the reader's answer about a waiting pack: it replaces the installed one, or is removed.
 */
export function answerPack(storage: Storage, id: string, isWanted: boolean): Promise<void> {
  if (!isWanted) return removePack(storage, id);
  return storage.change(packStores, async (transaction) => {
    const packs = transaction.objectStore("packs");
    const record = await packs.get(id);
    if (record?.waitsFor === undefined) return;
    const other = await packs.get(record.waitsFor);
    if (other !== undefined) await dropPack(transaction, other);
    const { waitsFor: _, ...rest } = record;
    await packs.put({ ...rest, isOn: other?.isOn ?? true });
    await changeState(transaction, {});
  });
}

async function checkedHead(bytes: Uint8Array<ArrayBuffer>): Promise<PackHead> {
  const head = readPackHead(bytes);
  checkRatio(head.manifest, bytes.length - head.articlesFrom);
  const digest = await crypto.subtle.digest("SHA-256", bytes.subarray(head.checkedFrom));
  const hex = [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  if (hex !== head.checksum) throw new PackError("damaged", "its checksum is wrong");
  return head;
}

const articlesAtOnce = 100;
const pushedBytes = 1 << 16;

function* articleParts(bytes: Uint8Array, head: PackHead): Generator<readonly ClaimingArticle[]> {
  let waiting: ClaimingArticle[] = [];
  let chars = 0;
  for (const record of articlesIn(bytes, head)) {
    const { length } = record.article.body;
    if (waiting.length > 0 && chars + length > bounds.batchChars) {
      yield waiting;
      waiting = [];
      chars = 0;
    }
    waiting.push(record);
    chars += length;
    if (waiting.length < articlesAtOnce) continue;
    yield waiting;
    waiting = [];
    chars = 0;
  }
  if (waiting.length > 0) yield waiting;
}

function* articlesIn(bytes: Uint8Array, head: PackHead): Generator<ClaimingArticle> {
  const reader = createPackRecordReader(head.manifest);
  const source = { kind: "pack", name: head.manifest.name } as const;
  const withSource = (article: Article): ClaimingArticle => ({
    article: { ...article, source },
    carried: reader.vectorsOf(article),
  });
  for (let at = head.articlesFrom; at < bytes.length; at += pushedBytes) {
    for (const article of reader.push(bytes.subarray(at, at + pushedBytes))) {
      yield withSource(article);
    }
  }
  for (const article of reader.end()) yield withSource(article);
}

function recordOf(
  { id, before, waitsFor }: PackReplacement,
  manifest: PackManifest,
  { length }: Uint8Array,
  { address, etag, now }: PackSource,
  segments: readonly string[],
): PackRecord {
  const { name, publisher, licence, date, version, articles } = manifest;
  return {
    ...{ id, name, publisher, licence, date, version, segments, etag, address },
    articleCount: articles,
    fileBytes: length,
    isOn: waitsFor === undefined && (before?.waitsFor !== undefined || (before?.isOn ?? true)),
    ...(waitsFor === undefined ? {} : { waitsFor }),
    addedAt: now,
  };
}

async function dropSegments(transaction: PackTransaction, { segments }: PackRecord): Promise<void> {
  for (const name of segments) {
    await transaction.objectStore("segments").delete(name);
    await transaction.objectStore("vectors").delete(vectorsOfOwner(name));
  }
}

/** Returns the installed and waiting packs, without damaged records, which upkeep repairs. */
export async function listPacks(storage: Storage): Promise<readonly PackRecord[]> {
  const packs = await storage.read(["packs"], (all) => all.objectStore("packs").getAll());
  return packs.filter((pack) => isSoundPack(pack) && pack.removed === undefined);
}

/** True if a stored value is the record of a pack. */
export function isSoundPack(stored: PackRecord): boolean {
  const { id, name, publisher, licence, date, version, segments } = stored;
  const texts: readonly unknown[] = [id, name, publisher, licence, date, version];
  return texts.every((text) => typeof text === "string") && Array.isArray(segments);
}

/** Switches on or off whether pages are compared with a pack. */
export function switchPack(storage: Storage, id: string, isOn: boolean): Promise<void> {
  return storage.change(packStores, async (transaction) => {
    const record = await transaction.objectStore("packs").get(id);
    if (record === undefined || record.waitsFor !== undefined) return;
    await transaction.objectStore("packs").put({ ...record, isOn });
    await changeState(transaction, {});
  });
}

/**
 * Removes a pack. It can be restored until the next one is removed, or until `dropRemovedPacks`.
 */
export function removePack(storage: Storage, id: string): Promise<void> {
  return storage.change(packStores, async (transaction) => {
    await dropRemoved(transaction);
    const packs = transaction.objectStore("packs");
    const record = await packs.get(id);
    if (record === undefined) return;
    const madeWayFor = await installOrphans(transaction, id);
    const removed = { wasOn: record.isOn, madeWayFor };
    await packs.put({ ...record, isOn: false, removed });
    await changeState(transaction, {});
  });
}

/**
 * Restores the pack that was removed last; the packs installed in its place wait for an answer
 * again.
 */
export function restorePack(storage: Storage): Promise<void> {
  return storage.change(packStores, async (transaction) => {
    const packs = transaction.objectStore("packs");
    for (const { removed, ...record } of await packs.getAll()) {
      if (removed === undefined) continue;
      await packs.put({ ...record, isOn: removed.wasOn });
      for (const id of removed.madeWayFor) {
        const other = await packs.get(id);
        if (other !== undefined) await packs.put({ ...other, isOn: false, waitsFor: record.id });
      }
    }
    await changeState(transaction, {});
  });
}

/** Deletes the removed pack with its file, segments and vectors. */
export function dropRemovedPacks(storage: Storage): Promise<void> {
  return storage.change(packStores, async (transaction) => {
    if (await dropRemoved(transaction)) await changeState(transaction, {});
  });
}

async function dropRemoved(transaction: PackTransaction): Promise<boolean> {
  const packs = await transaction.objectStore("packs").getAll();
  const removed = packs.filter((pack) => pack.removed !== undefined);
  for (const record of removed) await dropPack(transaction, record);
  return removed.length > 0;
}

async function dropPack(transaction: PackTransaction, record: PackRecord): Promise<void> {
  await dropSegments(transaction, record);
  await transaction.objectStore("packs").delete(record.id);
  await transaction.objectStore("packFiles").delete(record.id);
}

/** Installs the packs that waited to replace a removed one; returns their ids. */
async function installOrphans(
  transaction: PackTransaction,
  removed: string,
): Promise<readonly string[]> {
  const packs = transaction.objectStore("packs");
  const waiting = (await packs.getAll()).filter(({ waitsFor }) => waitsFor === removed);
  for (const { waitsFor: _, ...pack } of waiting) await packs.put({ ...pack, isOn: true });
  return waiting.map(({ id }) => id);
}

/** Rebuilds the segments of a pack from its file; false if the file is missing. */
export async function rebuildPack(
  storage: Storage,
  id: string,
  progress: PackProgress,
): Promise<boolean> {
  const { record, file } = await storage.read(["packs", "packFiles"], async (transaction) => ({
    record: await transaction.objectStore("packs").get(id),
    file: await transaction.objectStore("packFiles").get(id),
  }));
  if (record === undefined || file === undefined) return false;
  const { address, etag, addedAt } = record;
  const source = { address, etag, now: addedAt };
  await storePack(storage, new Uint8Array(file), source, progress, () => ({
    ...record,
    before: record,
  }));
  return true;
}
