import { ArticleDataError } from "../knownData.ts";
import type { PdfLine } from "./pdfText.ts";

/** A character of a page as PDFium gives it. Lengths are in points. */
export interface PdfChar {
  readonly code: number;
  /** True for a hyphen that parts a word at the end of a line. */
  readonly isHyphen: boolean;
  /** Where its sign begins, on the baseline; the letters of a ligature share it. */
  readonly x: number;
  readonly y: number;
  /** Its box. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  /** The font's size. */
  readonly size: number;
  /** How far it is turned to the right, in radians. */
  readonly angle: number;
}

/** In sizes of the font: a wider gap parts columns, a higher step lines. */
const widestGap = 1.2;
const highestStep = 0.5;
/** A sign of another size this much smaller is a mark of a footnote. */
const smallestShare = 0.75;
/** Text that is turned otherwise than the page is a credit along a picture. */
const mostTurned = 0.1;

/**
 * Returns a reader of the lines of one page after the other, which throws ArticleDataError after
 * `mostChars` characters of all pages.
 */
export function createPdfLines(
  mostChars: number,
): (count: number, charAt: (at: number) => PdfChar) => readonly PdfLine[] {
  let chars = 0;
  return (count, charAt) => {
    chars += count;
    if (chars > mostChars) {
      throw new ArticleDataError("refusedTooLong", mostChars);
    }
    const lines: PdfLine[] = [];
    let line: GrowingLine | null = null;
    const end = () => {
      const text = line === null ? "" : [...line.signs, line.sign].join("").trim();
      if (line !== null && text !== "") lines.push({ ...placeOf(line), text });
      line = null;
    };
    const turn = usualTurn(count, charAt);
    for (let at = 0; at < count; at++) {
      const char = charAt(at);
      const text = char.isHyphen ? "-" : textOf(char.code);
      if (text === "\n") end();
      else if (text.trim() === "") {
        if (line !== null && text !== "") space(line);
      } else if (isPlaced(char) && isTurnedLike(char, turn)) {
        const place = upright(char, turn);
        if (line !== null && !belongsTo(line, place)) end();
        line = line === null ? begun(text, place) : grown(line, text, place);
      }
    }
    end();
    return lines;
  };
}

/** False for a sign at no place, or of no size, as hostile files have. */
function isPlaced({ x, y, left, right, bottom, top, size }: PdfChar): boolean {
  return size > 0 && Number.isFinite(x + y + left + right + bottom + top + size);
}

const quarter = Math.PI / 2;
/** As many characters tell how a page is turned. */
const sampledChars = 200;

/** Returns by how many quarters most of a page's text is turned: pages of plans and tables are. */
function usualTurn(count: number, charAt: (at: number) => PdfChar): number {
  const counts = [0, 0, 0, 0];
  for (let at = 0; at < count; at += Math.ceil(count / sampledChars)) {
    const turn = Math.round(charAt(at).angle / quarter) & 3;
    counts[turn]! += 1;
  }
  return counts.indexOf(Math.max(...counts));
}

function isTurnedLike({ angle }: PdfChar, turn: number): boolean {
  return Math.abs(Math.sin((angle - turn * quarter) / 2)) <= mostTurned;
}

/** The place of a sign on a page that is turned back. */
interface Place {
  readonly origin: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

function upright({ x, y, left, right, bottom, top, size }: PdfChar, turn: number): Place {
  if (turn === 1) return { origin: -y, left: -top, right: -bottom, baseline: x, size };
  if (turn === 2) return { origin: -x, left: -right, right: -left, baseline: -y, size };
  if (turn === 3) return { origin: y, left: bottom, right: top, baseline: -x, size };
  return { origin: x, left, right, baseline: y, size };
}

interface GrowingLine {
  readonly signs: string[];
  /** The letters of the last sign: ligatures have several. */
  sign: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** Where the last sign is. */
  last: { readonly origin: number; readonly left: number; readonly right: number };
}

function placeOf({ left, right, baseline, size }: GrowingLine): Omit<PdfLine, "text"> {
  return { left, right, baseline, size };
}

function begun(text: string, { origin, left, right, baseline, size }: Place): GrowingLine {
  const place = { left, right, baseline, size };
  return { ...place, signs: [], sign: text, last: { origin, left, right } };
}

function belongsTo({ last, baseline, size }: GrowingLine, char: Place): boolean {
  const gap = Math.max(char.left - last.right, last.left - char.right);
  const isNear =
    gap <= widestGap * size && Math.abs(char.baseline - baseline) <= highestStep * size;
  return isNear && char.size >= size * smallestShare && size >= char.size * smallestShare;
}

const rightToLeft = /^[\u0590-\u08ff]$/;

function grown(line: GrowingLine, text: string, { origin, left, right }: Place): GrowingLine {
  const { last } = line;
  if (origin === last.origin && rightToLeft.test(text) && /\p{L}/u.test(text)) {
    // A ligature's letters come from left to right, although the line was turned.
    line.sign = text + line.sign;
  } else {
    line.signs.push(line.sign);
    line.sign = text;
    line.last = { origin, left, right };
  }
  line.left = Math.min(line.left, left);
  line.right = Math.max(line.right, right);
  return line;
}

function space(line: GrowingLine): void {
  line.signs.push(line.sign, " ");
  line.sign = "";
}

/** Signs of symbol fonts, which stand for bullets. */
const isPrivate = (code: number) => code >= 0xe000 && code <= 0xf8ff;
/** Ligatures and positional forms of letters: "ﬁ", "ﻻ". */
const isForm = (code: number) =>
  (code >= 0xfb00 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);

/** Returns a code as text; line ends as "\n", what has no meaning as "". */
function textOf(code: number): string {
  if (code === 10 || code === 13) return "\n";
  if (code === 9 || code === 0xa0) return " ";
  const isNothing = code < 32 || (code >= 127 && code < 160) || code === 0xfffe || code === 0xffff;
  if (isNothing || code > 0x10ffff) return "";
  if (isPrivate(code)) return "•";
  const text = String.fromCodePoint(code);
  return isForm(code) ? text.normalize("NFKC") : text;
}
