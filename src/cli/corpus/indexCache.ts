import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { corpusFiles } from "./corpusFiles.ts";
import { removeIfThere } from "./partFiles.ts";

/** A corpus as it was read once: its segments, and the vectors of its passages if they were made. */
export interface CachedIndex {
  readonly segments: readonly Uint8Array[];
  /** In the format of corpora/vectorFile.ts. */
  readonly vectors: Uint8Array | null;
}

/**
 * Keeps the indexes of corpora on disk, so that a corpus is read once. It ignores its own failures.
 */
export interface IndexCache {
  /** Null if nothing whole is kept under that name. */
  read(key: string): CachedIndex | null;
  write(key: string, index: CachedIndex): void;
}

/** A cache that keeps nothing. */
export const noIndexCache: IndexCache = { read: () => null, write: () => undefined };

/** The most corpora that are kept; the one unused for longest is dropped first. */
const mostKept = 12;

/**
 * Keeps them in a folder, one file each: a line of JSON with the lengths of the parts and their
 * checksum, then the parts.
 */
export function createIndexCache(folder: string): IndexCache {
  const fileOf = (key: string) => path.join(folder, `${key}.index`);
  return {
    read(key) {
      try {
        const file = fileOf(key);
        if (!existsSync(file)) return null;
        const index = unpacked(readFileSync(file));
        const now = new Date();
        if (index !== null) utimesSync(file, now, now);
        return index;
      } catch {
        return null;
      }
    },
    write(key, index) {
      const part = `${fileOf(key)}.${process.pid}.part`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(part, packed(index));
        renameSync(part, fileOf(key));
        removeOldest(folder);
      } catch {
        // The disk is full or the folder is not writable: the corpus is read again each time.
        removeIfThere(part);
      }
    },
  };
}

interface Head {
  readonly checksum: string;
  readonly lengths: readonly number[];
  readonly hasVectors: boolean;
}

function packed({ segments, vectors }: CachedIndex): Uint8Array {
  const parts = [...segments, ...(vectors === null ? [] : [vectors])];
  const lengths = parts.map((part) => part.byteLength);
  const head: Head = { checksum: checksumOf(parts), lengths, hasVectors: vectors !== null };
  return Buffer.concat([new TextEncoder().encode(`${JSON.stringify(head)}\n`), ...parts]);
}

function unpacked(bytes: Uint8Array): CachedIndex | null {
  const end = bytes.indexOf(10);
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  let at = end + 1;
  const parts = head.lengths.map((length) => {
    // A copy, which begins where numbers of four bytes may.
    const part = bytes.slice(at, at + length);
    at += length;
    return new Uint8Array(part);
  });
  if (at !== bytes.byteLength || checksumOf(parts) !== head.checksum) return null;
  const vectors = head.hasVectors ? parts.pop()! : null;
  return { segments: parts, vectors };
}

function checksumOf(parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

function removeOldest(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => name.endsWith(".index"))
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, usedAt: statSync(file).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt);
  for (const { file } of kept.slice(mostKept)) rmSync(file, { force: true });
}

const noFile = { size: -1, mtimeMs: 0 };

/**
 * Returns a name for the present contents of files and folders, for programs of the same build: by
 * name, length and time of the last change, as build tools do.
 */
export function indexKey(places: readonly string[], build: string): string {
  const hash = createHash("sha256").update(build);
  for (const place of places) {
    for (const file of corpusFiles(path.resolve(place))) {
      const { size, mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? noFile;
      hash.update(`\n${file}\t${size}\t${mtimeMs}`);
    }
  }
  return hash.digest("hex").slice(0, 40);
}
