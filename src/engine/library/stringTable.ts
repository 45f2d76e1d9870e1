import { growableU16, growableU32 } from "./growable.ts";
import { none } from "./segmentLayout.ts";

/** Longer strings, such as titles and bodies, are hardly ever equal: each is stored every time. */
const longestShared = 64;

/**
 * Collects strings and numbers them in the order of storing; equal short strings are stored once.
 */
export class StringTable {
  readonly #numbers = new Map<string, number>();
  readonly #text = growableU16();
  readonly #ends = growableU32();

  /** Returns the number of a string, which is stored once if it is short. */
  numberOf(text: string): number {
    if (text.length > longestShared) return this.#store(unitsOf(text));
    return this.#numberOfShort(text, () => unitsOf(text));
  }

  /** The number of a string given as code units; a long one is copied without being read. */
  numberOfUnits(units: Uint16Array): number {
    if (units.length > longestShared) return this.#store(units);
    return this.#numberOfShort(String.fromCharCode(...units), () => units);
  }

  /** `none` for null. */
  numberOrNone(text: string | null): number {
    return text === null ? none : this.numberOf(text);
  }

  /** The sections `text` and `textOffsets`. */
  sections(): { text: Uint16Array; offsets: Uint32Array } {
    const offsets = new Uint32Array(this.#ends.length + 1);
    offsets.set(this.#ends.values(), 1);
    return { text: this.#text.values(), offsets };
  }

  #numberOfShort(text: string, units: () => Uint16Array): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#store(units());
    this.#numbers.set(text, number);
    return number;
  }

  #store(units: Uint16Array): number {
    this.#text.append(units);
    this.#ends.push(this.#text.length);
    return this.#ends.length - 1;
  }
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
