import { classOf, INVISIBLE, SPACE } from "../../engine/text/characters.ts";

/**
 * A block's text as a reader sees it, with a map to the text nodes it came from.
 *
 * White space of any kind collapses to one space and is removed at both ends; soft hyphens, zero-width
 * characters and direction marks are left out. The remaining characters are recorded in runs:
 *
 *   nodes   "He said \n " │ "\u201Cwe shall re\u00ADturn"
 *   text    "He said “we shall return"
 *   runs    [He said ] [“we shall re][turn]      each unit for unit in one node
 *
 * A space for a line break, or for the gap between two boxes, belongs to no run; nor do the marks
 * that a browser prints around a `<q>`.
 */
export interface BlockText {
  readonly text: string;
  /** In order of the text, without overlap. */
  readonly runs: readonly TextRun[];
  /** The number of code units of `text` that are inside links. */
  readonly linkChars: number;
}

/** `length` code units of the block's text from `start` are those of `node` from `nodeStart`. */
export interface TextRun {
  readonly start: number;
  readonly length: number;
  readonly node: Text;
  readonly nodeStart: number;
  /** True if something that does not belong to the block is between this run and the one before. */
  readonly isInterrupted: boolean;
}

const SPACE_CODE = 0x20;

/** White space that is written if something visible follows. */
interface WaitingSpace {
  readonly node: Text | null;
  readonly at: number;
  isBeforeInterruption: boolean;
}

/** Collects the text of one block, node by node. Linear in the text. */
export class BlockTextBuilder {
  readonly #parts: string[] = [];
  readonly #runs: TextRun[] = [];
  #length = 0;
  #linkChars = 0;
  #lastUnit = 0;
  /** White space since the last visible character: the place of its last unit, or no node. */
  #pending: WaitingSpace | null = null;
  #isInterrupted = false;
  #isInLink = false;

  /** True while nothing visible has been added. */
  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** True if the next visible character would touch the last one. */
  get isOpenEnded(): boolean {
    return this.#length > 0 && this.#pending === null;
  }

  /** The last visible code unit, 0 when there is none. */
  get lastUnit(): number {
    return this.#lastUnit;
  }

  /** Adds a text node's characters. */
  addNode(node: Text, isInLink: boolean): void {
    const data = node.data;
    this.#isInLink = isInLink;
    let runStart = -1;
    let hasOddSpace = false;
    for (let at = 0; at < data.length; at++) {
      const code = data.charCodeAt(at);
      const kind = code > SPACE_CODE && code < 0x7f ? 0 : classOf(code) & (SPACE | INVISIBLE);
      if (kind === 0) {
        if (runStart >= 0) continue;
        runStart = this.#startRun(node, at);
        hasOddSpace = runStart < at && data.charCodeAt(runStart) !== SPACE_CODE;
      } else if (kind === SPACE && runStart >= 0 && isVisible(data.charCodeAt(at + 1))) {
        if (code !== SPACE_CODE) hasOddSpace = true;
      } else {
        if (runStart >= 0) this.#endRun(node, runStart, at, hasOddSpace);
        runStart = -1;
        if (kind === SPACE) this.#pending = { node, at, isBeforeInterruption: false };
      }
    }
    if (runStart >= 0) this.#endRun(node, runStart, data.length, hasOddSpace);
  }

  /** Adds a space that is in no node: a line break, the gap between two boxes. */
  addGap(): void {
    this.#pending ??= { node: null, at: 0, isBeforeInterruption: false };
  }

  /** Adds an opening quotation mark that is in no node, after the white space before it. */
  addOpeningMark(mark: string): void {
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null && this.#length > 0) this.#pushSpace(pending);
    this.addClosingMark(mark);
  }

  /** Adds a closing quotation mark that is in no node, next to the last visible character. */
  addClosingMark(mark: string): void {
    this.#parts.push(mark);
    this.#length += mark.length;
    this.#lastUnit = mark.charCodeAt(mark.length - 1);
  }

  /** Records that something here does not belong to the block. */
  interrupt(): void {
    this.#isInterrupted = this.#length > 0;
    if (this.#pending) this.#pending.isBeforeInterruption = true;
  }

  /** True if the text so far ends as a sentence does. */
  get endsSentence(): boolean {
    return this.isEmpty || sentenceEnds.has(this.#lastUnit);
  }

  /** Returns the text of the block that was walked, with the runs of nodes in it. */
  finish(): BlockText {
    return { text: this.#parts.join(""), runs: this.#runs, linkChars: this.#linkChars };
  }

  /** Writes the white space that waits, and returns where in the node the run begins. */
  #startRun(node: Text, at: number): number {
    const pending = this.#pending;
    this.#pending = null;
    if (pending === null || this.#length === 0) return at;
    if (pending.node === node && pending.at === at - 1) return at - 1;
    this.#pushSpace(pending);
    return at;
  }

  #pushSpace({ node, at, isBeforeInterruption }: WaitingSpace): void {
    if (node) {
      const isInterrupted = !isBeforeInterruption && this.#takeInterruption();
      this.#pushRun(node, at, 1, isInterrupted);
    }
    this.#parts.push(" ");
    this.#length++;
  }

  #endRun(node: Text, from: number, to: number, hasOddSpace: boolean): void {
    const slice = node.data.slice(from, to);
    this.#parts.push(hasOddSpace ? slice.replace(/[\s\u0085]/g, " ") : slice);
    this.#pushRun(node, from, to - from, this.#takeInterruption());
    this.#length += to - from;
    if (this.#isInLink) this.#linkChars += to - from;
    this.#lastUnit = slice.charCodeAt(slice.length - 1);
  }

  #pushRun(node: Text, nodeStart: number, length: number, isInterrupted: boolean): void {
    this.#runs.push({ start: this.#length, length, node, nodeStart, isInterrupted });
  }

  #takeInterruption(): boolean {
    const wasInterrupted = this.#isInterrupted;
    this.#isInterrupted = false;
    return wasInterrupted;
  }
}

const sentenceEnds: ReadonlySet<number> = new Set(
  [...'.!?…:;"”’»)]。！？'].map((character) => character.charCodeAt(0)),
);

/** False for white space, for characters that are left out, and after the end of a text (NaN). */
function isVisible(code: number): boolean {
  if (code > SPACE_CODE && code < 0x7f) return true;
  return code >= SPACE_CODE && (classOf(code) & (SPACE | INVISIBLE)) === 0;
}

/** Returns the index of the run at an offset of the text, or of the first one after it. */
export function runAt(runs: readonly TextRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (run.start + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
