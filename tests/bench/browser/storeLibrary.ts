/** Runs in a page of ours, bundled for it: stores a segment as a pack's, without the pack's records. */
import { changeState } from "../../../src/corpora/libraryState.ts";
import { storedBytes } from "../../../src/platform/storage/segmentBytes.ts";
import { createStorage } from "../../../src/platform/storage/transaction.ts";

/** Resolves when the segment in this file of the extension is on disk, and is searched. */
async function store(file: string): Promise<void> {
  const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
  await createStorage().change(["segments", "articles", "state"], async (transaction) => {
    const stored = { madeFor: "", bytes: storedBytes(bytes) };
    await transaction.objectStore("segments").put(stored, "pack-bench/00000001");
    await changeState(transaction, { nextSegment: 2 });
  });
}

/** The bench's call. */
export type StoreLibrary = typeof store;

Object.assign(globalThis, { storeLibrary: store });
