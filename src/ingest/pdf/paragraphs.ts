/**
 * Joins the lines of a PDF into paragraphs. A new one begins after a wider gap, with another size of
 * the font, with an indentation, with a bullet, or where the line before ended although the next word
 * had room in it. A paragraph that is cut by the end of a column continues in the next. Linear.
 */
import { endsLikeSentence } from "../../engine/body/blockMeasures.ts";
import { bulletSigns } from "../bullets.ts";
import { inColumns, isRightToLeft } from "./columns.ts";
import { createHyphens, type Hyphens } from "./hyphens.ts";
import type { PdfLine, PdfParagraph } from "./pdfText.ts";
import { withoutRunningHeads } from "./runningHeads.ts";

/** A column of a page, from the top. */
export interface PdfColumn {
  readonly lines: readonly PdfLine[];
  readonly page: number;
}

/** Sizes that differ by less are one: fonts are scaled a little to fit. */
const sameSize = 1.1;
/** In the usual distance of lines; paragraphs are at least this far apart. */
const widerGap = 1.3;
/** In sizes of the font. */
const leastIndent = 0.6;
/** In sizes of the font: so much room beside a line is no raggedness if the next word is shorter. */
const leastRoom = 1;
/** A line with this share of its column empty was ended by its writer, even inside a sentence. */
const emptyShare = 0.35;

/** Returns the paragraphs of pages in reading order, without running heads. */
export function paragraphsOfPages(pages: readonly (readonly PdfLine[])[]): readonly PdfParagraph[] {
  const columns = withoutRunningHeads(pages).flatMap((lines, page) =>
    inColumns(lines).map((column) => ({ lines: column, page })),
  );
  return paragraphsOf(columns);
}

/** Returns the paragraphs of columns in reading order. */
export function paragraphsOf(columns: readonly PdfColumn[]): readonly PdfParagraph[] {
  const hyphens = createHyphens(columns.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const paragraphs: Growing[] = [];
  for (const { lines, page } of columns) {
    const column = measured(lines);
    let before: PdfLine | null = null;
    for (const line of column.lines) {
      const open = before === null ? cutOff(paragraphs, line, column) : paragraphs.at(-1)!;
      const isNew = open === null || (before !== null && startsAfter(before, line, column));
      if (isNew) paragraphs.push(begun(line, column, page));
      else grow(open, line, column, hyphens);
      before = line;
    }
  }
  return paragraphs.map(({ lines, size, isItem, page }) => ({
    ...{ text: lines.join("").replaceAll("\u00ad", ""), size, isItem, page },
  }));
}

interface Growing {
  /** Each as it stands in front of the next. */
  readonly lines: string[];
  readonly size: number;
  readonly isItem: boolean;
  readonly page: number;
  /** True if its last line reaches the end of its column. */
  isFull: boolean;
}

const bullet = new RegExp(`^[${bulletSigns}·–—*-]\\s+(?=\\S)|^[${bulletSigns}]`);

function begun(line: PdfLine, column: Measured, page: number): Growing {
  const isItem = bullet.test(line.text);
  return {
    lines: [isItem ? line.text.replace(bullet, "").trim() : line.text],
    ...{ size: line.size, isItem, page },
    isFull: isFull(line, column),
  };
}

function grow(open: Growing, line: PdfLine, column: Measured, hyphens: Hyphens): void {
  const last = open.lines.pop()!;
  open.lines.push(hyphens.before(line.text, last), line.text);
  open.isFull = isFull(line, column);
}

/** A column with its measures; lines of a text from right to left are mirrored. */
interface Measured {
  readonly lines: readonly PdfLine[];
  readonly left: number;
  readonly right: number;
  /** Returns the usual distance of two baselines of a size. */
  leadingOf(size: number): number;
}

function measured(lines: readonly PdfLine[]): Measured {
  const turned = lines.filter(({ text }) => isRightToLeft(text)).length * 2 > lines.length;
  const own = turned
    ? lines.map((line) => ({ ...line, left: -line.right, right: -line.left }))
    : lines;
  return {
    lines: own,
    left: usualLeft(own),
    right: own.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
    leadingOf: leadings(own),
  };
}

/** In sizes of the font. */
const widestLeading = 1.8;

/** The lower quartile of each size's distances: the upper ones part paragraphs. */
function leadings(lines: readonly PdfLine[]): (size: number) => number {
  const steps = new Map<number, number[]>();
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before === undefined || !isSameSize(line.size, before.size)) continue;
    const size = Math.round(line.size);
    const own = steps.get(size) ?? [];
    steps.set(size, own);
    own.push(before.baseline - line.baseline);
  }
  for (const own of steps.values()) own.sort((one, other) => one - other);
  return (size) => {
    const own = steps.get(Math.round(size)) ?? [];
    return Math.min(own[own.length >> 2] ?? Number.POSITIVE_INFINITY, size * widestLeading);
  };
}

/** The edge at which most lines begin: lists and quotations stand inside it. */
function usualLeft(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>();
  for (const { left } of lines) {
    counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([one, its], [other, others]) => others - its || one - other);
  return most?.[0] ?? 0;
}

function isSameSize(one: number, other: number): boolean {
  return Math.max(one, other) <= Math.min(one, other) * sameSize;
}

function startsAfter(before: PdfLine, line: PdfLine, column: Measured): boolean {
  if (!isSameSize(before.size, line.size) || bullet.test(line.text)) return true;
  if (before.baseline - line.baseline > column.leadingOf(line.size) * widerGap) return true;
  if (continues(before.text, line.text)) return false;
  const indent = (of: PdfLine) => of.left - column.left > of.size * leastIndent;
  if (indent(line) && !indent(before)) return true;
  const room = column.right - before.right;
  const needed = firstWordWidth(line) + line.size * leastRoom;
  if (endsLikeSentence(before.text)) return room > needed;
  return room > (column.right - column.left) * emptyShare && room > needed;
}

/** True if a sentence goes on in the next line. */
function continues(before: string, next: string): boolean {
  return !endsLikeSentence(before) && /^\p{Ll}/u.test(next);
}

function firstWordWidth({ text, left, right }: PdfLine): number {
  const space = text.indexOf(" ");
  const length = space < 0 ? text.length : space;
  return ((right - left) * length) / text.length;
}

function isFull(line: PdfLine, column: Measured): boolean {
  return column.right - line.right < line.size * 2;
}

/** Paragraphs of another size, such as notes, that may stand between the parts of one. */
const mostBetween = 4;

/** Returns the paragraph that a column's first line continues; null if it begins one. */
function cutOff(paragraphs: readonly Growing[], line: PdfLine, column: Measured): Growing | null {
  const open = paragraphs.slice(-mostBetween).findLast(({ size }) => isSameSize(size, line.size));
  if (open === undefined || bullet.test(line.text) || endsLikeSentence(open.lines.at(-1)!))
    return null;
  const isIndented = line.left - column.left > line.size * leastIndent;
  const isCut = open.isFull && open.lines.length > 1 && !isIndented;
  return /^\p{Ll}/u.test(line.text) || isCut ? open : null;
}
