/**
 * Puts the lines of a page in reading order by cutting it where white space crosses it: into columns
 * where a gutter runs through all lines, else at the widest gap between two lines, and each part
 * again (recursive X-Y cut: Nagy and Seth, "Hierarchical representation of optically scanned
 * documents", 1984). Parts without columns are joined again. O(n log n) for each of at most
 * `deepest` levels.
 */
import type { PdfLine } from "./pdfText.ts";

/** In sizes of the font. A gutter between columns of news is 1.5 wide. */
const narrowestGutter = 0.9;
const narrowestColumn = 8;
const leastLinesOfColumn = 3;
const deepest = 16;
/** A page of a newspaper has a thousand lines; one with more is a table or a map. */
const mostLines = 4_000;

interface Part {
  readonly lines: readonly PdfLine[];
  /** False for a column beside others. */
  readonly isWide: boolean;
}

/** Returns the lines of a page, column by column, from the top; parts of a line are joined. */
export function inColumns(lines: readonly PdfLine[]): readonly (readonly PdfLine[])[] {
  return cut(lines, 0).map((part) => joinedOnBaselines(part.lines));
}

function cut(lines: readonly PdfLine[], depth: number): readonly Part[] {
  const whole = [{ lines, isWide: true }];
  if (depth === deepest || lines.length > mostLines || !hasLinesBeside(lines)) return whole;
  const beside = cutBeside(lines);
  if (beside.length > 1) {
    return beside.flatMap((column) =>
      cut(column, depth + 1).map((part) => ({ ...part, isWide: false })),
    );
  }
  const below = cutBelow(lines);
  if (below === null) return whole;
  return joinedWide(below.flatMap((part) => cut(part, depth + 1)));
}

/** Joins neighbours that no columns part. */
function joinedWide(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.isWide && part.isWide) {
      joined[joined.length - 1] = { lines: [...last.lines, ...part.lines], isWide: true };
    } else joined.push(part);
  }
  return joined;
}

const topOf = ({ baseline, size }: PdfLine) => baseline + size * 0.75;
const bottomOf = ({ baseline, size }: PdfLine) => baseline - size * 0.25;

/** True if two lines stand beside each other: only then there can be columns. */
function hasLinesBeside(lines: readonly PdfLine[]): boolean {
  const falling = lines.toSorted((one, other) => other.baseline - one.baseline);
  return falling.some((line, at) => at > 0 && topOf(line) > falling[at - 1]!.baseline);
}

function medianSize(lines: readonly PdfLine[]): number {
  const sizes = lines.map(({ size }) => size).toSorted((one, other) => one - other);
  return sizes[sizes.length >> 1] ?? 0;
}

/** Lines that no gutter parts, and how far they reach. */
interface Strip {
  readonly lines: PdfLine[];
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Cuts at gutters from top to bottom; one part if there are none. */
function cutBeside(lines: readonly PdfLine[]): readonly (readonly PdfLine[])[] {
  const size = medianSize(lines);
  const rising = lines.toSorted((one, other) => one.left - other.left);
  const strips: Strip[] = [];
  for (const line of rising) {
    const last = strips.at(-1);
    const isBeside = last === undefined || line.left - last.right >= size * narrowestGutter;
    if (last !== undefined && !(isBeside && isColumn(last, size))) add(last, line);
    else strips.push(add({ lines: [], ...edges }, line));
  }
  const last = strips.at(-1);
  if (last !== undefined && strips.length > 1 && !isColumn(last, size)) {
    strips.pop();
    for (const line of last.lines) add(strips.at(-1)!, line);
  }
  return strips.map((strip) => strip.lines);
}

const [far, near] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
const edges = { left: far, right: near, bottom: far, top: near };

function add(strip: Strip, line: PdfLine): Strip {
  strip.lines.push(line);
  strip.left = Math.min(strip.left, line.left);
  strip.right = Math.max(strip.right, line.right);
  strip.bottom = Math.min(strip.bottom, bottomOf(line));
  strip.top = Math.max(strip.top, topOf(line));
  return strip;
}

/** False for a list's numbers, and the columns of most tables. */
function isColumn({ lines, left, right, bottom, top }: Strip, size: number): boolean {
  return (
    lines.length >= leastLinesOfColumn &&
    right - left >= size * narrowestColumn &&
    top - bottom >= size * leastLinesOfColumn
  );
}

/** Cuts at the widest gap between lines; null if all touch each other. */
function cutBelow(lines: readonly PdfLine[]): readonly (readonly PdfLine[])[] | null {
  const falling = lines.toSorted((one, other) => topOf(other) - topOf(one));
  let widest = 0;
  let place = 0;
  let bottom = Number.POSITIVE_INFINITY;
  for (const [at, line] of falling.entries()) {
    if (at > 0 && bottom - topOf(line) > widest) {
      widest = bottom - topOf(line);
      place = at;
    }
    bottom = Math.min(bottom, bottomOf(line));
  }
  return place === 0 ? null : [falling.slice(0, place), falling.slice(place)];
}

/** In sizes of the font: lines whose baselines differ less are one. */
const sameBaseline = 0.45;
/** A number this much smaller than the line that it stands in marks a footnote. */
const markShare = 0.75;

/** Returns the lines from the top, each whole, without marks of footnotes. */
function joinedOnBaselines(lines: readonly PdfLine[]): readonly PdfLine[] {
  const falling = lines.toSorted((one, other) => other.baseline - one.baseline);
  const rows: PdfLine[][] = [];
  for (const line of falling) {
    const row = rows.at(-1);
    const isSame =
      row !== undefined &&
      row[0]!.baseline - line.baseline < Math.max(row[0]!.size, line.size) * sameBaseline;
    if (isSame) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => joined(row) ?? []);
}

function joined(row: readonly PdfLine[]): PdfLine | null {
  const largest = row.reduce((most, { size }) => Math.max(most, size), 0);
  const own = row.filter(
    ({ text, size }) => size > largest * markShare || !/^[\d*†‡]{1,3}$/.test(text),
  );
  const rising = own.toSorted((one, other) => one.left - other.left);
  const [first] = rising;
  if (first === undefined) return null;
  const inOrder = rising.some(({ text }) => isRightToLeft(text)) ? rising.toReversed() : rising;
  const longest = rising.reduce((best, part) =>
    part.text.length > best.text.length ? part : best,
  );
  return {
    text: inOrder.map(({ text }) => text).join(" "),
    left: first.left,
    right: rising.reduce((most, { right }) => Math.max(most, right), first.right),
    baseline: longest.baseline,
    size: longest.size,
  };
}

/** True for a line of Hebrew or Arabic letters. */
export function isRightToLeft(text: string): boolean {
  return /^[^\p{L}]*[\u0590-\u08ff]/u.test(text);
}
