/**
 * What the code with all changes in it calls at each place that can be changed: every function is given the
 * id of a change and does what the code says, or what the change says while that one is switched on.
 *
 * While recording it also notes each change that would have given another value there. A run without any
 * such place is the same run with the change, so its tests need not be run to know that they pass.
 */

/** A process that is given a change loads its modules changed; any other begins with a record. */
let active = Number(process.env.SECOND_SOURCE_CHANGE ?? -1);
let differing: Set<number> | null = active === -1 ? new Set() : null;
let steps = 0;
let mostSteps = Number.POSITIVE_INFINITY;

/** Thrown where a change has made a loop endless. */
export class EndlessError extends Error {}

/** Switches one change on; with -1 all are off. Beyond so many steps, an error is thrown. */
export function switchOn(id: number, most = Number.POSITIVE_INFINITY): void {
  active = id;
  steps = 0;
  mostSteps = most;
}

/** The changes that would have given another value somewhere in a run, and the run's length. */
export interface Trace {
  readonly differing: ReadonlySet<number>;
  readonly steps: number;
}

/** Returns the record since the last one, and starts the next. */
export function nextTrace(): Trace {
  const last = { differing: differing ?? new Set<number>(), steps };
  differing = new Set();
  steps = 0;
  return last;
}

/** Ends recording. */
export function endTraces(): void {
  differing = null;
}

export function less(id: number, a: number, b: number): boolean {
  return chosen(id, a < b, a <= b);
}

export function atMost(id: number, a: number, b: number): boolean {
  return chosen(id, a <= b, a < b);
}

export function greater(id: number, a: number, b: number): boolean {
  return chosen(id, a > b, a >= b);
}

export function atLeast(id: number, a: number, b: number): boolean {
  return chosen(id, a >= b, a > b);
}

export function same(id: number, a: unknown, b: unknown): boolean {
  return chosen(id, a === b, a !== b);
}

export function other(id: number, a: unknown, b: unknown): boolean {
  return chosen(id, a !== b, a === b);
}

export function not(id: number, value: unknown): unknown {
  return chosen<unknown>(id, !value, value);
}

/** A named number, or one of those that the changes `id` and `id + 1` make of it. */
export function number(id: number, value: number, low: number, high: number): number {
  return chosen(id, chosen(id + 1, value, high), low);
}

/*
 * `a && b` becomes   (skipsLeft(1) || keep(1, true, a)) && (skipsRight(0, true) ? kept() : right(0, true, b))
 * `a || b` becomes   (!skipsLeft(1) && keep(1, false, a)) || (skipsRight(0, false) ? kept() : right(0, false, b))
 * so that each side is evaluated only where it would be.
 */
let left: unknown;

export function skipsLeft(id: number): boolean {
  step();
  return id === active;
}

/** Notes that a left side which decides would be missed. */
export function keep<T>(id: number, isAnd: boolean, value: T): T {
  if (differing !== null && Boolean(value) !== isAnd) differing.add(id);
  left = value;
  return value;
}

export function skipsRight(id: number, isAnd: boolean): boolean {
  if (differing !== null && left !== isAnd) differing.add(id);
  return id === active;
}

export function kept(): unknown {
  return left;
}

export function right<T>(id: number, isAnd: boolean, value: T): T {
  if (differing !== null && value !== isAnd) differing.add(id);
  return value;
}

function chosen<T>(id: number, value: T, changed: T): T {
  step();
  if (differing !== null && value !== changed) differing.add(id);
  return id === active ? changed : value;
}

function step(): void {
  if (++steps > mostSteps) throw new EndlessError();
}
