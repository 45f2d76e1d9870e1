import { emptyState, type LibraryState } from "../platform/storage/database.ts";
import type { Transaction } from "../platform/storage/transaction.ts";

const key = "library";

/** The state as stored, or that of an empty library. */
export async function readState(transaction: Transaction<"state">): Promise<LibraryState> {
  return (await transaction.objectStore("state").get(key)) ?? emptyState;
}

/** Stores the changes; what is searched has changed, so the generation rises. */
export async function changeState(
  transaction: Transaction<"state", "readwrite">,
  changes: Partial<Omit<LibraryState, "generation">>,
): Promise<void> {
  const state = await readState(transaction);
  const next = { ...state, ...changes, generation: state.generation + 1 };
  await transaction.objectStore("state").put(next, key);
}

/** A name that no segment had before: in memory a name always means the same bytes. */
export function segmentName(owner: string, number: number): string {
  return `${owner}/${number.toString().padStart(8, "0")}`;
}
