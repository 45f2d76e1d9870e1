import { GrowableU32 } from "./growable.ts";
import { none } from "./segmentLayout.ts";

/** Collects strings, each once; `numberOf` gives the number under which it is stored. */
export class StringTable {
  readonly #numbers = new Map<string, number>();
  #units = 0;

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    this.#units += text.length;
    return number;
  }

  /** `none` for null. */
  numberOrNone(text: string | null): number {
    return text === null ? none : this.numberOf(text);
  }

  /** The sections `text` and `textOffsets`. */
  sections(): { text: Uint16Array; offsets: Uint32Array } {
    const text = new Uint16Array(this.#units);
    const offsets = new Uint32Array(this.#numbers.size + 1);
    let at = 0;
    let number = 0;
    for (const string of this.#numbers.keys()) {
      for (let i = 0; i < string.length; i++) text[at++] = string.charCodeAt(i);
      offsets[++number] = at;
    }
    return { text, offsets };
  }
}

/** Collects lists of strings end to end. */
export class ListTable {
  readonly #strings: StringTable;
  readonly numbers = new GrowableU32();

  constructor(strings: StringTable) {
    this.#strings = strings;
  }

  /** Where the list was put, and its length. */
  put(list: readonly string[]): readonly [start: number, count: number] {
    const start = this.numbers.length;
    for (const item of list) this.numbers.push(this.#strings.numberOf(item));
    return [start, list.length];
  }
}
