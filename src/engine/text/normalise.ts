import { classOf, INVISIBLE, MARK, SPACE } from "./characters.ts";

/**
 * Normalises the many ways to write the same text to one, and keeps a map to the original offsets.
 *
 * Quotation marks become `"` and `'`, hyphens `-`, dashes (and single hyphens between spaces, and `--`)
 * `–`, the ellipsis three stops. Ligatures and full-width letters are spelled out; a letter and its
 * combining marks become one character if there is one; invisible characters are removed. White space
 * becomes one space, or a blank line where there was one, and is removed at the ends.
 * One pass, linear; a text in which nothing changes is returned itself.
 */
export interface NormalisedText {
  readonly text: string;
  /**
   * Returns the offset in the original text where the character at an offset of `text` begins.
   * `text.length` maps to the end of the last character that was kept.
   */
  toOriginal(offset: number): number;
}

/** Returns the normalised text, with the way back to offsets in the original. */
export function normalise(text: string): NormalisedText {
  const changesAt = firstChange(text);
  if (changesAt === text.length) return { text, toOriginal: (offset) => offset };
  return rewrite(text);
}

const singles: ReadonlyMap<number, string> = new Map(
  Object.entries({
    '"': "“”„‟«»〝〞「」『』＂",
    "'": "‘’‚‛‹›′´`ʼ＇",
    "-": "‐‑⁃﹣－",
    "–": "—―⸺⸻−",
    "...": "…",
    ff: "ﬀ",
    fi: "ﬁ",
    fl: "ﬂ",
    ffi: "ﬃ",
    ffl: "ﬄ",
    st: "ﬅﬆ",
  }).flatMap(([to, from]) => [...from].map((character) => [character.charCodeAt(0), to] as const)),
);

const HYPHEN = 0x2d;
const SPACE_CODE = 0x20;

/** Returns the first offset at which the normalised form differs, or the length. */
function firstChange(text: string): number {
  const length = text.length;
  if (length === 0) return 0;
  if (isSpace(text.charCodeAt(0))) return 0;
  let previous = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE_CODE) {
      if (previous === SPACE_CODE || at === length - 1) return at;
    } else if (code === HYPHEN) {
      if (previous === HYPHEN || previous === SPACE_CODE) return at;
    } else if (code < 0x21 || code === 0x60 || code > 0x7e) {
      if (changes(code)) return at;
    }
    previous = code;
  }
  return length;
}

function changes(code: number): boolean {
  if (code > 0xff00 && code < 0xff5f) return true;
  return (classOf(code) & (SPACE | INVISIBLE | MARK)) !== 0 || singles.has(code);
}

function isSpace(code: number): boolean {
  return (classOf(code) & SPACE) !== 0;
}

function rewrite(text: string): NormalisedText {
  const out = new Rewriter(text.length);
  let at = 0;
  while (at < text.length) at = writeNext(text, at, out);
  return out.finish();
}

/** Writes the normalised form of the characters at `at` and returns the offset after them. */
function writeNext(text: string, at: number, out: Rewriter): number {
  const code = text.charCodeAt(at);
  const kind = classOf(code);
  if (kind & INVISIBLE) return at + 1;
  if (kind & SPACE) return writeSpace(text, at, out);
  if (code === HYPHEN) return writeHyphen(text, at, out);
  if (classOf(text.charCodeAt(afterInvisible(text, at + 1))) & MARK) {
    return writeCluster(text, at, out);
  }
  if (code > 0xff00 && code < 0xff5f && !singles.has(code)) {
    out.write(String.fromCharCode(code - 0xfee0), at, at + 1);
  } else {
    out.write(singles.get(code) ?? text[at]!, at, at + 1);
  }
  return at + 1;
}

function writeSpace(text: string, start: number, out: Rewriter): number {
  let at = start;
  let lineEnds = 0;
  while (at < text.length && classOf(text.charCodeAt(at)) & (SPACE | INVISIBLE)) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x2028) lineEnds++;
    else if (code === 0x2029) lineEnds += 2;
    else if (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a) lineEnds++;
    at++;
  }
  if (start > 0 && at < text.length && !out.isEmpty)
    out.write(lineEnds > 1 ? "\n\n" : " ", start, at);
  return at;
}

/** A hyphen inside a word stays; one between spaces, or two in a row, are a dash. */
function writeHyphen(text: string, start: number, out: Rewriter): number {
  let hyphens = 0;
  let end = start;
  let next = start;
  while (text.charCodeAt(next) === HYPHEN) {
    hyphens++;
    end = next + 1;
    next = afterInvisible(text, end);
  }
  const standsAlone = out.endsInSpace && isSpace(text.charCodeAt(next));
  out.write(hyphens > 1 || standsAlone ? "–" : "-", start, end);
  return end;
}

/** The first offset from `at` on that is not invisible: what is dropped parts nothing. */
function afterInvisible(text: string, at: number): number {
  while (classOf(text.charCodeAt(at)) & INVISIBLE) at++;
  return at;
}

/** Longest run of combining marks composed as one: more than any language uses. */
const longestCluster = 16;

function writeCluster(text: string, start: number, out: Rewriter): number {
  let cluster = text[start]!;
  let end = start + 1;
  let next = afterInvisible(text, end);
  while (cluster.length < longestCluster && classOf(text.charCodeAt(next)) & MARK) {
    cluster += text[next];
    end = next + 1;
    next = afterInvisible(text, end);
  }
  out.write(cluster.normalize("NFC"), start, end);
  return end;
}

/** Collects the new text and, for each of its code units, the offset it came from. */
class Rewriter {
  private readonly pieces: string[] = [];
  private origins: Uint32Array;
  private length = 0;
  private end = 0;

  constructor(expected: number) {
    this.origins = new Uint32Array(expected + 16);
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  get endsInSpace(): boolean {
    return /\s$/.test(this.pieces.at(-1) ?? "");
  }

  write(piece: string, start: number, end: number): void {
    if (this.length + piece.length >= this.origins.length) this.grow(piece.length);
    for (let unit = 0; unit < piece.length; unit++) this.origins[this.length++] = start;
    this.pieces.push(piece);
    this.end = end;
  }

  finish(): NormalisedText {
    const text = this.pieces.join("");
    const origins = this.origins;
    const { length, end } = this;
    return {
      text,
      toOriginal: (offset) => (offset < length ? origins[Math.max(0, offset)]! : end),
    };
  }

  private grow(by: number): void {
    const larger = new Uint32Array(this.origins.length * 2 + by);
    larger.set(this.origins);
    this.origins = larger;
  }
}
