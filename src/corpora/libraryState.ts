import type { ArticleId } from "../engine/model/index.ts";
import {
  emptyState,
  stateKey as key,
  type LibraryLimits,
  type LibraryState,
  type SeenClock,
} from "../platform/storage/database.ts";
import { byteLengthOf } from "../platform/storage/segmentBytes.ts";
import type { Transaction } from "../platform/storage/transaction.ts";

/** The owner of the reader's own segments; those of packs have other owners. */
export const mine = "mine";

/** The stores that a change of the state may read: a lost state is computed again. */
export type StateTransaction = Transaction<"state" | "articles" | "segments", "readwrite">;

/** Resolves to the state as stored; what is missing or malformed is that of an empty library. */
export async function readState(transaction: Transaction<"state">): Promise<LibraryState> {
  const stored: unknown = await transaction.objectStore("state").get(key);
  return soundState(stored) ?? { ...emptyState, limits: limitsIn(stored) };
}

/**
 * Returns the state that a change begins with: the stored one, or one computed from the records.
 */
export async function stateToChange(transaction: StateTransaction): Promise<LibraryState> {
  const stored: unknown = await transaction.objectStore("state").get(key);
  return soundState(stored) ?? (await recoveredState(transaction, limitsIn(stored)));
}

/** Stores changes that affect the search, and so raises the generation. */
export async function changeState(
  transaction: StateTransaction,
  changes: Partial<Omit<LibraryState, "generation">>,
): Promise<void> {
  const state = await stateToChange(transaction);
  const next = { ...state, ...changes, generation: state.generation + 1 };
  await transaction.objectStore("state").put(next, key);
}

/** Stores changes that do not affect the search, so that segments in memory stay valid. */
export async function changeUnsearched(
  transaction: StateTransaction,
  changes: Pick<LibraryState, "clock" | "lookedTo" | "noRoomAt">,
): Promise<void> {
  const state = await stateToChange(transaction);
  await transaction.objectStore("state").put({ ...state, ...changes }, key);
}

/** Returns a name that no segment had before: in memory a name always means the same bytes. */
export function segmentName(owner: string, number: number): string {
  return `${owner}/${number.toString().padStart(8, "0")}`;
}

/** Returns the names of all of the reader's own segments. */
export function ownSegmentNames(): IDBKeyRange {
  return IDBKeyRange.bound(`${mine}/`, `${mine}/\uffff`);
}

const counters = ["generation", "nextSegment", "articles", "articleBytes", "segmentBytes"] as const;

/** Null if a counter is missing or wrong. */
function soundState(stored: unknown): LibraryState | null {
  if (typeof stored !== "object" || stored === null) return null;
  const state = stored as Record<string, unknown>;
  if (!counters.every((counter) => isCount(state[counter]))) return null;
  const { clock, lookedTo, noRoomAt, ...others } = state;
  return {
    ...(others as unknown as LibraryState),
    limits: limitsIn(stored),
    ...(isClock(clock) ? { clock } : {}),
    ...(typeof lookedTo === "string" ? { lookedTo: lookedTo as ArticleId } : {}),
    ...(isCount(noRoomAt) ? { noRoomAt } : {}),
  };
}

function limitsIn(stored: unknown): LibraryLimits {
  const limits = (stored as { limits?: Partial<LibraryLimits> | null } | undefined)?.limits;
  const { mostBytes, readDays } = limits ?? {};
  return {
    mostBytes: isCount(mostBytes) ? mostBytes : emptyState.limits.mostBytes,
    readDays:
      readDays === null || Number.isFinite(readDays)
        ? (readDays as number | null)
        : emptyState.limits.readDays,
  };
}

function isClock(stored: unknown): stored is SeenClock {
  if (typeof stored !== "object" || stored === null) return false;
  const { seenAt, provenAt } = stored as Partial<SeenClock>;
  return Number.isFinite(seenAt) && (provenAt === null || Number.isFinite(provenAt));
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/** Computes a lost state from all records and segments. The next change finds it stored. */
async function recoveredState(
  transaction: StateTransaction,
  limits: LibraryLimits,
): Promise<LibraryState> {
  const totals = { articles: 0, articleBytes: 0, segmentBytes: 0 };
  let nextSegment = 1;
  // Names that only records mention are taken as well.
  const taken = (name: unknown) => {
    const number = Number(/\/(\d+)$/.exec(String(name))?.[1] ?? 0);
    nextSegment = Math.max(nextSegment, number + 1);
  };
  for await (const { value } of transaction.objectStore("articles")) {
    totals.articles += 1;
    totals.articleBytes += isCount(value.bytes) ? value.bytes : 0;
    taken(value.segment);
  }
  for await (const { primaryKey, value } of transaction.objectStore("segments")) {
    taken(primaryKey);
    if (primaryKey.startsWith(`${mine}/`)) totals.segmentBytes += byteLengthOf(value?.bytes);
  }
  return { ...emptyState, ...totals, limits, nextSegment };
}
