import type { FuzzedReader } from "./fuzzedReaders.ts";

/** How far each reader is: all that a run needs to go on. */
export interface FuzzState {
  readonly seed: number;
  /** Tells the code that was run: figures of two codes do not add up. */
  readonly code: string;
  readonly readers: Readonly<Record<string, ReaderFigures>>;
}

/** What came of a reader's cases so far. */
export interface ReaderFigures {
  readonly cases: number;
  readonly read: number;
  readonly refused: number;
  readonly ms: number;
  /** The first ones, in words. */
  readonly faults: readonly string[];
  readonly faultCount: number;
}

const none: ReaderFigures = { cases: 0, read: 0, refused: 0, ms: 0, faults: [], faultCount: 0 };

/** What is lost when a run is ended, at most: a second or two of work. */
const batchCases = 1_000;
/** Some words of each fault are kept; a thousand of them say no more than ten. */
const mostFaults = 10;

/**
 * Gives each reader cases until it has had as many as are wanted, a batch at a time, the readers in turn,
 * so that a run that is ended has tried them all. Each batch has a seed of its own, by its number: a run
 * that was ended and goes on is the same as one that was not.
 *
 * @param onBatch is given the state after each batch, to be kept
 */
export function runLong(
  readers: readonly FuzzedReader[],
  start: FuzzState,
  wanted: number,
  onBatch: (state: FuzzState) => void,
): FuzzState {
  let state = start;
  for (let isWaiting = true; isWaiting; ) {
    isWaiting = false;
    for (const reader of readers) {
      const before = state.readers[reader.name] ?? none;
      if (before.cases >= wanted) continue;
      isWaiting = true;
      const after = oneBatch(reader, before, wanted, state.seed);
      state = { ...state, readers: { ...state.readers, [reader.name]: after } };
      onBatch(state);
    }
  }
  return state;
}

function oneBatch(
  reader: FuzzedReader,
  before: ReaderFigures,
  wanted: number,
  seed: number,
): ReaderFigures {
  const cases = Math.min(batchCases, wanted - before.cases);
  const startedAt = performance.now();
  const { read, refused, faults } = reader.read(cases, seed + before.cases);
  return {
    cases: before.cases + cases,
    read: before.read + read,
    refused: before.refused + refused,
    ms: before.ms + Math.round(performance.now() - startedAt),
    faults: [...before.faults, ...faults].slice(0, mostFaults),
    faultCount: before.faultCount + faults.length,
  };
}

/** The figures of all readers as a table. */
export function fuzzTable({ readers }: FuzzState): string {
  const head = row(["reader", "cases", "read", "refused", "faults", "seconds"]);
  const rows = Object.entries(readers).map(([name, its]) => {
    const numbers = [its.cases, its.read, its.refused, its.faultCount, Math.round(its.ms / 1000)];
    return row([name, ...numbers.map((number) => number.toLocaleString("en"))]);
  });
  return [head, ...rows].join("\n");
}

function row([name = "", ...numbers]: readonly string[]): string {
  return name.padEnd(16) + numbers.map((number) => number.padStart(12)).join("");
}
