/** The bytes of a word. */
export const wordBytes = 4;

/** Writes numbers as LEB128 (seven bits a byte, the lowest first), words and bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;

  /** Writes a number that is not negative. */
  number(value: number): void {
    this.#grow(5);
    let left = value;
    while (left >= 0x80) {
      this.#bytes[this.#length++] = (left & 0x7f) | 0x80;
      left = Math.floor(left / 0x80);
    }
    this.#bytes[this.#length++] = left;
  }

  /** Writes a word, the lowest byte first. */
  word(value: number): void {
    this.#grow(4);
    new DataView(this.#bytes.buffer).setUint32(this.#length, value, true);
    this.#length += 4;
  }

  /** Writes bytes as they are. */
  bytes(bytes: Uint8Array): void {
    this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Writes the length of a list, and each number less the one before. */
  ascending(values: Uint32Array): void {
    this.number(values.length);
    let before = 0;
    for (const value of values) {
      this.number(value - before);
      before = value;
    }
  }

  /** Returns what was written, in place. */
  written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return;
    const grown = new Uint8Array(2 * (this.#length + by));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Reads what ByteWriter wrote. Throws RangeError where the bytes end too early. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Reads a number. */
  number(): number {
    const first = this.#bytes[this.#at];
    if (first !== undefined && first < 0x80) {
      this.#at++;
      return first;
    }
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = this.#next();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** Reads the number of following items, each of which has a byte at least. */
  count(): number {
    const count = this.number();
    if (count > this.left) throw new RangeError(`${count} things`);
    return count;
  }

  /** The bytes that are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** Reads so many words. */
  words(into: Uint32Array, at: number, count: number): void {
    const bytes = this.bytes(wordBytes * count);
    for (let i = 0, from = 0; i < count; i++, from += wordBytes) {
      const low = bytes[from]! | (bytes[from + 1]! << 8) | (bytes[from + 2]! << 16);
      into[at + i] = low | (bytes[from + 3]! << 24);
    }
  }

  /** Returns so many bytes, in place. */
  bytes(length: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    if (bytes.length < length) throw this.#endsEarly();
    this.#at += length;
    return bytes;
  }

  /**
   * Reads so many numbers; returns the last. A page's outlines have half a million of them, so this
   * does not call `number` for each.
   */
  ascending(into: Uint32Array, at: number, count: number): number {
    const bytes = this.#bytes;
    let from = this.#at;
    let before = 0;
    for (let i = 0; i < count; i++) {
      let byte = bytes[from++]!;
      before += byte & 0x7f;
      for (let factor = 0x80; byte >= 0x80; factor *= 0x80) {
        byte = bytes[from++]!;
        before += (byte & 0x7f) * factor;
      }
      into[at + i] = before;
    }
    if (from > bytes.length) throw this.#endsEarly();
    this.#at = from;
    return before;
  }

  #next(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw this.#endsEarly();
    return byte;
  }

  #endsEarly(): RangeError {
    return new RangeError(`ends after ${this.#bytes.length} bytes`);
  }
}
