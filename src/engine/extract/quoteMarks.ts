import type { Span } from "../model/index.ts";
import { classOf, DIGIT, LETTER, SPACE } from "../text/characters.ts";

/**
 * What stands between quotation marks: one scan with a stack of open marks.
 *
 * Every style is read: “ ”, " ", ‘ ’, ' ', « », » «, » », ” ”, „ “, 「 」, 『 』, and ‚ ‘, › ‹ in languages with a
 * table; nested marks close inside out. A
 * mark that is never closed opens nothing, unless it opens its paragraph or follows a colon, a comma
 * or a dash: then it runs to the paragraph's end, and on into the next one if that opens with a mark
 * again, as long quotes are printed. Linear in the text; an apostrophe costs a bounded look ahead.
 */
export interface MarkedStretch extends Span {
  /** With the marks; `start` and `end` are without them. */
  readonly outer: Span;
  /** 0 for outermost, 1 inside another. */
  readonly depth: number;
  /** True if the next outermost stretch goes on in the same quote, in the next paragraph. */
  readonly goesOn: boolean;
}

/** The stretches between quotation marks in order of their beginning, nested ones included. */
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
    if (code < 0x80 ? code !== 0x22 && code !== 0x27 : !isMark(code)) continue;
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
    push(text, mark.at, at, at + 2, matching, false, found, 2);
  } else if (opens && open.length < deepest) {
    if (matching >= 0) open.length = matching;
    open.push({ at, closers: doubled });
  }
}

/** Stands for two single marks among the closers. */
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
  push(text, mark.at, at, at + 1, index, false, found);
}

function push(
  text: string,
  openAt: number,
  end: number,
  outerEnd: number,
  depth: number,
  goesOn: boolean,
  found: MarkedStretch[],
  markLength = 1,
): void {
  let start = openAt + markLength;
  let last = end;
  while (start < last && classOf(text.charCodeAt(start)) & SPACE) start++;
  while (last > start && classOf(text.charCodeAt(last - 1)) & SPACE) last--;
  if (last > start)
    found.push({ start, end: last, outer: { start: openAt, end: outerEnd }, depth, goesOn });
}

/** Settles what is open at a paragraph's end; returns the last offset of the gap. */
function endParagraph(text: string, at: number, open: OpenMark[], found: MarkedStretch[]): number {
  let next = at;
  while (next < text.length && classOf(text.charCodeAt(next)) & SPACE) next++;
  const first = open[0];
  if (first !== undefined && !isSingle(first) && isIntroduced(text, first.at)) {
    const goesOn = next < text.length && closersAt(text, next) === first.closers;
    if (goesOn || at - first.at < longestUnclosed)
      push(text, first.at, at, at, 0, goesOn, found, first.closers === doubled ? 2 : 1);
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

/** The marks that close what the mark at `at` opens, or null if it opens nothing there. */
function closersOf(text: string, at: number, code: number): string | null {
  switch (code) {
    case 0x201c:
      return '”"';
    case 0x201e:
      return "“”";
    case 0xab:
      return "»";
    case 0xbb:
      return opensByPlace(text, at) ? "«»" : null;
    case 0x201d: // ”…” in Swedish and Finnish
      return opensByPlace(text, at) ? "”" : null;
    case 0x300c:
      return "」";
    case 0x300e:
      return "』";
    case 0x2039:
      return "›";
    case 0x22:
      return opensByPlace(text, at) ? '"”' : null;
    case 0x2018:
      return !isSpaceAfter(text, at) && singleCloses(text, at, 0x2019) ? "’" : null;
    case 0x27:
      return opensByPlace(text, at) && singleCloses(text, at, 0x27) ? "'" : null;
    default:
      return null;
  }
}

/** What other languages open with marks that in English close, or are a slip. */
function moreClosersOf(text: string, at: number, code: number): string | null {
  switch (code) {
    case 0x201e: // „…", too
      return '“”"';
    case 0x201a: // ‚…‘
      return "‘’";
    case 0x203a: // ›…‹
      return opensByPlace(text, at) ? "‹" : null;
    default:
      return null;
  }
}

function isMark(code: number): boolean {
  return (
    (code >= 0x2018 && code <= 0x201e) ||
    code === 0xab ||
    code === 0xbb ||
    code === 0x2039 ||
    code === 0x203a ||
    (code >= 0x300c && code <= 0x300f)
  );
}

function isSingle({ closers }: OpenMark): boolean {
  return closers === "'" || closers === "’" || closers === "‘’";
}

/** True if a straight mark stands before a word and not after one. */
function opensByPlace(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  const isFree = at === 0 || (classOf(before) & SPACE) !== 0 || isOpener(before);
  return isFree && at + 1 < text.length && !(classOf(after) & SPACE);
}

function isSpaceBefore(text: string, at: number): boolean {
  return at === 0 || (classOf(text.charCodeAt(at - 1)) & SPACE) !== 0;
}

function isSpaceAfter(text: string, at: number): boolean {
  return (classOf(text.charCodeAt(at + 1)) & SPACE) !== 0;
}

function isOpener(code: number): boolean {
  return (
    code === 0x28 ||
    code === 0x5b ||
    code === 0x2014 ||
    code === 0x2013 ||
    code === 0x2d ||
    code === 0x201c ||
    code === 0x22 ||
    code === 0x2018 ||
    code === 0x27 ||
    code === 0x3a
  );
}

/** Whether a mark that matches an open one closes it here. */
function mayCloseHere(text: string, at: number, code: number): boolean {
  if (code === 0x2019 || code === 0x27) {
    if (!isSingleClose(text, at)) return false;
    return !(isPluralPossessive(text, at) && singleCloses(text, at, code));
  }
  if (code === 0x22) return !(opensByPlace(text, at) && isSpaceBefore(text, at));
  if (code === 0xbb || code === 0x201d) {
    const isBeforeWord = (classOf(text.charCodeAt(at + 1)) & (LETTER | DIGIT)) !== 0;
    return !(isBeforeWord && isSpaceBefore(text, at));
  }
  return true;
}

/** A closing mark has no letter after it and no space before it; an apostrophe inside a word has. */
function isSingleClose(text: string, at: number): boolean {
  const after = classOf(text.charCodeAt(at + 1));
  const before = classOf(text.charCodeAt(at - 1));
  return !(after & (LETTER | DIGIT)) && !(before & SPACE);
}

/** How far a single mark looks for its other half. */
const singleLookAhead = 400;

/** True if a closing single mark follows in the paragraph; a plural's apostrophe is no such mark. */
function singleCloses(text: string, from: number, closer: number): boolean {
  const limit = Math.min(text.length, from + singleLookAhead);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a && text.charCodeAt(at + 1) === 0x0a) return false;
    if (code !== closer && code !== 0x2019) continue;
    if (isSingleClose(text, at) && at > from + 1 && !isPluralPossessive(text, at)) return true;
  }
  return false;
}

/** "workers’ rights": s, the mark, a space and a small letter. */
function isPluralPossessive(text: string, at: number): boolean {
  const next = text.slice(at + 1, at + 3);
  return text[at - 1] === "s" && /^ \p{Ll}/u.test(next);
}

function isBlankLine(text: string, at: number): boolean {
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === 0x0a) return true;
    if (!(classOf(code) & SPACE)) return false;
  }
  return false;
}
