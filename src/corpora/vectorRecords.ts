import type { ArticleId } from "../engine/model/index.ts";
import type { Transaction } from "../platform/storage/transaction.ts";
import type { VectorRecord } from "../platform/storage/vectorRecord.ts";
import { mine } from "./libraryState.ts";

/**
 * Returns the keys of all vectors that belong to the reader's own articles, or to a pack's segment.
 */
export function vectorsOfOwner(owner: string): IDBKeyRange {
  return IDBKeyRange.bound([owner], [owner, []]);
}

/** Returns the range of a model's complete records in the index by model. */
export function wholeVectors(model: string): IDBKeyRange {
  return IDBKeyRange.bound([model], [model, []]);
}

/**
 * Marks the vectors of an article that was indexed again: they count when its texts have been
 * checked.
 */
export async function doubtVectors(
  transaction: Transaction<"vectors", "readwrite">,
  article: ArticleId,
): Promise<void> {
  const vectors = transaction.objectStore("vectors");
  const record = await vectors.get([mine, article]);
  if (record?.model === undefined) return;
  const { model: _, ...doubted } = record;
  await vectors.put(doubted);
}

/** True if a stored value is a usable record of vectors. */
export function isSoundVectors(stored: VectorRecord | undefined): stored is VectorRecord {
  return stored?.vectors instanceof Uint8Array && Number.isInteger(stored.done);
}
