import type { Segment } from "../engine/library/segment.ts";
import { SegmentError } from "../engine/library/segmentError.ts";
import { openSegment, verifySegment } from "../engine/library/segmentReader.ts";
import type { Article } from "../engine/model/index.ts";
import { segmentOfArticles } from "../engine/segmentOfArticles.ts";
import type { LibraryProblem } from "../messages/protocol.ts";
import { ReaderError } from "../messages/router.ts";
import type { SegmentStore } from "../platform/storage/segmentStore.ts";

/**
 * The sources of the bundled corpus: the extension's own files, and storage for a rebuilt segment.
 */
export interface BundledSources {
  readonly version: string;
  readBytes(): Promise<Uint8Array>;
  readArticles(): Promise<string>;
  readonly store: SegmentStore;
}

/** A usable segment, and what was done to repair it. */
export interface LoadedSegment {
  readonly segment: Segment;
  readonly bytes: Uint8Array;
  readonly problem: LibraryProblem | null;
}

const storeName = "bundled";

/**
 * Returns the bundled segment as shipped. If its header or bounds are wrong it is set aside and
 * rebuilt. Checksums are not verified here; `verifyBundled` does that in idle time.
 */
export async function loadBundled(sources: BundledSources): Promise<LoadedSegment> {
  try {
    const bytes = await sources.readBytes();
    return { segment: openSegment(bytes), bytes, problem: null };
  } catch (error) {
    return rebuildBundled(sources, describe(error));
  }
}

/** Returns the same segment if its checksums are right, else a rebuilt one. */
export async function verifyBundled(
  loaded: LoadedSegment,
  sources: BundledSources,
): Promise<LoadedSegment> {
  try {
    verifySegment(loaded.bytes);
    return loaded;
  } catch (error) {
    return rebuildBundled(sources, describe(error));
  }
}

function describe(error: unknown): string {
  return error instanceof SegmentError ? error.kind : "unreadable";
}

async function rebuildBundled(sources: BundledSources, fault: string): Promise<LoadedSegment> {
  const bytes = (await readStored(sources)) ?? (await rebuild(sources));
  return {
    segment: openSegment(bytes),
    bytes,
    problem: { code: "bundledRebuilt", fault },
  };
}

/**
 * Returns a segment that was rebuilt at an earlier start; null if there is none, or it is damaged.
 */
async function readStored(sources: BundledSources): Promise<Uint8Array | null> {
  try {
    const bytes = await sources.store.read(storeName, sources.version);
    if (bytes) verifySegment(bytes);
    return bytes;
  } catch {
    return null;
  }
}

async function rebuild(sources: BundledSources): Promise<Uint8Array> {
  let articles: Article[];
  try {
    articles = JSON.parse(await sources.readArticles());
  } catch {
    throw new ReaderError("bundledUnreadable");
  }
  const bytes = segmentOfArticles(articles);
  // Stored for the next start. If the disk is full, it is rebuilt again then.
  await sources.store.write(storeName, sources.version, bytes).catch(() => undefined);
  return bytes;
}
