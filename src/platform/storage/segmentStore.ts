import { readBytes, storedBytes } from "./segmentBytes.ts";
import type { Storage } from "./transaction.ts";

/** Keeps rebuilt segments, so that the next start need not rebuild them. */
export interface SegmentStore {
  /** The bytes stored under the name for this version, or null. */
  read(name: string, madeFor: string): Promise<Uint8Array | null>;
  /** Resolves when the bytes are on disk. */
  write(name: string, madeFor: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Segments made from the extension's own files. */
export function createSegmentStore(storage: Storage): SegmentStore {
  return {
    async read(name, madeFor) {
      const stored = await storage.read(["segments"], (transaction) =>
        transaction.objectStore("segments").get(name),
      );
      return stored?.madeFor === madeFor ? readBytes(stored.bytes) : null;
    },
    async write(name, madeFor, bytes) {
      await storage.change(["segments"], (transaction) =>
        transaction.objectStore("segments").put({ madeFor, bytes: storedBytes(bytes) }, name),
      );
    },
    remove: (name) =>
      storage.change(["segments"], (transaction) =>
        transaction.objectStore("segments").delete(name),
      ),
  };
}
