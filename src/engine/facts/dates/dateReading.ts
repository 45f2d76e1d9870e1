import type { DateMention } from "../../model/index.ts";
import type { Token } from "../../text/tokens.ts";
import type { YearAnchor } from "./yearAnchor.ts";

/** A text, its tokens and the day it was published, while its dates are read. */
export interface DateContext {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly day: number | null;
  /** The date that later dates without a year take theirs from; null before the first. */
  anchor: YearAnchor | null;
}

/** The dates that one pattern found, and the token after them. */
export interface DateReading {
  readonly dates: readonly DateMention[];
  readonly next: number;
}

/** Returns the date that the tokens [first, next) express. */
export function dateOf(
  { tokens }: DateContext,
  first: number,
  next: number,
  value: string | null,
  precision: DateMention["precision"],
  relative: boolean,
): DateMention {
  return { start: tokens[first]!.start, end: tokens[next - 1]!.end, value, precision, relative };
}

/** Returns a reading of one date. */
export function singleDate(date: DateMention, next: number): DateReading {
  return { dates: [date], next };
}
