import type { Span } from "../../model/index.ts";
import { classOf, SPACE } from "../../text/characters.ts";
import {
  closersOf,
  isOpener,
  isQuoteMark,
  isSpaceBefore,
  mayCloseHere,
  moreClosersOf,
} from "./quoteMarkRules.ts";

/**
 * A stretch between quotation marks. They are found in one scan with a stack of open marks.
 *
 * All styles are read: “ ”, " ", ‘ ’, ' ', « », » «, » », ” ”, „ “, 「 」, 『 』, and ‚ ‘, › ‹ in
 * languages with a table; nested marks close from the inside out. A mark that is never closed opens
 * nothing, unless it opens its paragraph or follows a colon, a comma or a dash. Then it runs to the
 * end of the paragraph, and into the next one if that opens with a mark again, as long quotes are
 * printed. Linear in the text; an apostrophe costs a bounded look ahead.
 */
export interface MarkedStretch extends Span {
  /** With the marks; `start` and `end` are without them. */
  readonly outer: Span;
  /** 0 for outermost, 1 inside another. */
  readonly depth: number;
  /** True if the same quote continues in the next outermost stretch, in the next paragraph. */
  readonly continues: boolean;
}

/**
 * Returns the stretches between quotation marks, nested ones included, in order of their beginning.
 */
export function findMarked(text: string, hasTable = false): readonly MarkedStretch[] {
  const found: MarkedStretch[] = [];
  const open: OpenMark[] = [];
  const more = hasTable ? moreClosersOf : null;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a && isBlankLine(text, at)) {
      at = endParagraph(text, at, open, found);
      continue;
    }
    if (code < 0x80 ? code !== 0x22 && code !== 0x27 : !isQuoteMark(code)) continue;
    if (code === 0x27 && text.charCodeAt(at + 1) === 0x27) {
      readDoubled(text, at, open, found);
      at++;
    } else readMark(text, at, code, open, found, more);
  }
  endParagraph(text, text.length, open, found);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Two straight single marks in a row are printed for a double one. */
function readDoubled(text: string, at: number, open: OpenMark[], found: MarkedStretch[]): void {
  const matching = lastIndexOfCloser(open, doubled);
  const spaceAfter = at + 2 >= text.length || (classOf(text.charCodeAt(at + 2)) & SPACE) !== 0;
  const opens =
    !spaceAfter && (at === 0 || isSpaceBefore(text, at) || isOpener(text.charCodeAt(at - 1)));
  if (matching >= 0 && !opens) {
    const mark = open[matching]!;
    open.length = matching;
    const outer = { start: mark.at, end: at + 2 };
    const inner = { start: mark.at + 2, end: at };
    pushTrimmed(text, { ...inner, outer, depth: matching, continues: false }, found);
  } else if (opens && open.length < deepest) {
    if (matching >= 0) open.length = matching;
    open.push({ at, closers: doubled });
  }
}

/** Means two single marks among the closers. */
const doubled = "\u0000";

interface OpenMark {
  readonly at: number;
  readonly closers: string;
}

/** Deeper nesting than any text has; more is not read as quotation. */
const deepest = 6;

function readMark(
  text: string,
  at: number,
  code: number,
  open: OpenMark[],
  found: MarkedStretch[],
  more: typeof moreClosersOf | null,
): void {
  const character = text[at]!;
  const matching = lastIndexOfCloser(open, character);
  const closes = matching >= 0 && mayCloseHere(text, at, code);
  if (closes) {
    closeMark(text, at, matching, open, found);
    return;
  }
  const closers = more?.(text, at, code) ?? closersOf(text, at, code);
  if (closers === null || open.length >= deepest) return;
  const same = lastIndexOfCloser(open, closers[0]!);
  if (same >= 0) open.length = same;
  open.push({ at, closers });
}

function lastIndexOfCloser(open: readonly OpenMark[], character: string): number {
  for (let index = open.length - 1; index >= 0; index--) {
    if (open[index]!.closers.includes(character)) return index;
  }
  return -1;
}

function closeMark(
  text: string,
  at: number,
  index: number,
  open: OpenMark[],
  found: MarkedStretch[],
): void {
  const mark = open[index]!;
  open.length = index;
  const outer = { start: mark.at, end: at + 1 };
  const inner = { start: mark.at + 1, end: at };
  pushTrimmed(text, { ...inner, outer, depth: index, continues: false }, found);
}

/** Adds a stretch without the white space at its ends, unless nothing is left. */
function pushTrimmed(text: string, stretch: MarkedStretch, found: MarkedStretch[]): void {
  let { start, end } = stretch;
  while (start < end && classOf(text.charCodeAt(start)) & SPACE) start++;
  while (end > start && classOf(text.charCodeAt(end - 1)) & SPACE) end--;
  if (end > start) found.push({ ...stretch, start, end });
}

/**
 * Closes or drops the marks that are open at the end of a paragraph; returns the last offset of the
 * gap.
 */
function endParagraph(text: string, at: number, open: OpenMark[], found: MarkedStretch[]): number {
  let next = at;
  while (next < text.length && classOf(text.charCodeAt(next)) & SPACE) next++;
  const first = open[0];
  if (first !== undefined && !isSingle(first) && isIntroduced(text, first.at)) {
    const continues = next < text.length && closersAt(text, next) === first.closers;
    if (continues || at - first.at < longestUnclosed) {
      const outer = { start: first.at, end: at };
      const inner = { start: first.at + (first.closers === doubled ? 2 : 1), end: at };
      pushTrimmed(text, { ...inner, outer, depth: 0, continues }, found);
    }
  }
  open.length = 0;
  return Math.max(at, next - 1);
}

function closersAt(text: string, at: number): string | null {
  const code = text.charCodeAt(at);
  if (code === 0x27 && text.charCodeAt(at + 1) === 0x27) return doubled;
  return closersOf(text, at, code);
}

/** A quote that is never closed is believed up to this length, about two long paragraphs. */
const longestUnclosed = 1500;

/** True if a mark opens its paragraph or follows what leads to speech. */
function isIntroduced(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && text.charCodeAt(before) === 0x20) before--;
  const code = text.charCodeAt(before);
  return (
    before < 0 ||
    code === 0x0a ||
    code === 0x3a ||
    code === 0x2c ||
    code === 0x2014 ||
    code === 0x2013
  );
}

function isSingle({ closers }: OpenMark): boolean {
  return closers === "'" || closers === "’" || closers === "‘’";
}

function isBlankLine(text: string, at: number): boolean {
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === 0x0a) return true;
    if (!(classOf(code) & SPACE)) return false;
  }
  return false;
}
