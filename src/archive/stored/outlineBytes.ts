import type { ArticleOutline, PassageOutline } from "../../engine/library/articleOutline.ts";

/**
 * Encodes an outline. Numbers are LEB128 (seven bits a byte, the lowest first):
 *
 *   length of the head, the head as JSON
 *   number of terms, the article's terms ascending, each less the one before
 *   number of passages, and for each:
 *     flags · start · length
 *     number of terms, their indices in the list above, ascending, each less the one before
 *     number of fingerprints, each as four bytes
 *
 * Most of it are terms, which hardly compress; a term of several passages is written once.
 */
export function bytesOfOutline({ head, passages }: ArticleOutline): Uint8Array {
  const writer = new ByteWriter();
  const json = new TextEncoder().encode(JSON.stringify(head));
  writer.number(json.length);
  writer.bytes(json);
  const terms = Uint32Array.from(new Set(passages.flatMap((its) => [...its.terms]))).sort();
  const placeOf = new Map(Array.from(terms, (term, place) => [term, place]));
  writer.ascending(terms);
  writer.number(passages.length);
  for (const passage of passages) {
    writer.number(flagsOf(passage));
    writer.number(passage.start);
    writer.number(passage.end - passage.start);
    writer.ascending(passage.terms.map((term) => placeOf.get(term)!).sort());
    writer.number(passage.fingerprints.length);
    for (const fingerprint of passage.fingerprints) writer.word(fingerprint);
  }
  return writer.written();
}

/** Decodes an outline. Throws RangeError if the bytes are not one. */
export function outlineOfBytes(bytes: Uint8Array): ArticleOutline {
  const reader = new ByteReader(bytes);
  const head = JSON.parse(new TextDecoder().decode(reader.bytes(reader.number())));
  const terms = reader.ascending();
  const passages = Array.from({ length: reader.count() }, (): PassageOutline => {
    const flags = reader.number();
    const start = reader.number();
    return {
      in: flags & flag.inTitle ? "title" : "body",
      unit: units[flags >>> unitShift] ?? "sentence",
      isClaim: (flags & flag.isClaim) !== 0,
      isQuoted: (flags & flag.isQuoted) !== 0,
      start,
      end: start + reader.number(),
      terms: reader.ascending(terms),
      fingerprints: reader.words(),
    };
  });
  return { head, passages };
}

const flag = { inTitle: 1, isClaim: 2, isQuoted: 4 };
const unitShift = 3;
const units = ["title", "sentence", "quote"] as const;

function flagsOf({ in: part, unit, isClaim, isQuoted }: PassageOutline): number {
  const flags =
    (part === "title" ? flag.inTitle : 0) |
    (isClaim ? flag.isClaim : 0) |
    (isQuoted ? flag.isQuoted : 0);
  return flags | (units.indexOf(unit) << unitShift);
}

class ByteWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;

  number(value: number): void {
    this.#grow(5);
    let left = value;
    while (left >= 0x80) {
      this.#bytes[this.#length++] = (left & 0x7f) | 0x80;
      left = Math.floor(left / 0x80);
    }
    this.#bytes[this.#length++] = left;
  }

  word(value: number): void {
    this.#grow(4);
    new DataView(this.#bytes.buffer).setUint32(this.#length, value, true);
    this.#length += 4;
  }

  bytes(bytes: Uint8Array): void {
    this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  ascending(values: Uint32Array): void {
    this.number(values.length);
    let before = 0;
    for (const value of values) {
      this.number(value - before);
      before = value;
    }
  }

  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(by: number): void {
    if (this.#length + by <= this.#bytes.length) return;
    const grown = new Uint8Array(2 * (this.#length + by));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

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
    if (count > this.#bytes.length - this.#at) throw new RangeError(`${count} things`);
    return count;
  }

  words(): Uint32Array {
    const values = new Uint32Array(this.count());
    const bytes = this.bytes(4 * values.length);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < values.length; at++) values[at] = view.getUint32(4 * at, true);
    return values;
  }

  bytes(length: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    if (bytes.length < length) throw new RangeError(`ends after ${this.#bytes.length} bytes`);
    this.#at += length;
    return bytes;
  }

  /** @param of the list whose indices are read, if they are indices */
  ascending(of: Uint32Array | null = null): Uint32Array {
    const values = new Uint32Array(this.count());
    let before = 0;
    for (let at = 0; at < values.length; at++) {
      before += this.number();
      values[at] = of === null ? before : (of[before] ?? 0);
    }
    return values;
  }

  #next(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError(`ends after ${this.#bytes.length} bytes`);
    return byte;
  }
}
