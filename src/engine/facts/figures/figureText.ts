import type { YearAnchor } from "../dates/yearAnchor.ts";
import type { FigureWords } from "./figureWords.ts";

/** A text while its figures are read. Offsets are those of `text`, and the same in `plain`. */
export interface FigureText {
  readonly text: string;
  /** The text with Latin digits. */
  readonly plain: string;
  readonly words: FigureWords;
  /** The article's day, as days since 1970-01-01; null if it is not known. */
  readonly day: number | null;
  /** The date that later dates without a year take theirs from; null before the first. */
  anchor: YearAnchor | null;
}

/** Returns the offset after one space at an offset, or the offset itself. */
export function pastSpace(text: string, at: number): number {
  return /^[ \u00a0\u202f\u2009]/.test(text.slice(at, at + 1)) ? at + 1 : at;
}

/** Returns what a sticky pattern finds at an offset, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
