import {
  type ArticleOutline,
  type NumberLists,
  outlineColumns,
  passageCountOf,
} from "../../engine/library/articleOutline.ts";
import { unitCodes, unitShift } from "../../engine/library/segmentLayout.ts";

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
export function bytesOfOutline(outline: ArticleOutline): Uint8Array {
  const writer = new ByteWriter();
  const json = new TextEncoder().encode(JSON.stringify(outline.head));
  writer.number(json.length);
  writer.bytes(json);
  writer.ascending(outline.terms);
  const { passages, passageTerms, fingerprints } = outline;
  const count = passageCountOf(outline);
  writer.number(count);
  for (let i = 0; i < count; i++) {
    const [flags, start, end] = passages.subarray(i * outlineColumns) as unknown as Columns;
    writer.number(storedFlags(flags));
    writer.number(start);
    writer.number(end - start);
    writer.ascending(listAt(passageTerms, i));
    const ofPassage = listAt(fingerprints, i);
    writer.number(ofPassage.length);
    for (const fingerprint of ofPassage) writer.word(fingerprint);
  }
  return writer.written();
}

type Columns = readonly [flags: number, start: number, end: number];

function listAt({ starts, values }: NumberLists, index: number): Uint32Array {
  return values.subarray(starts[index], starts[index + 1]);
}

/** Decodes an outline. Throws RangeError if the bytes are not one. */
export function outlineOfBytes(bytes: Uint8Array): ArticleOutline {
  const reader = new ByteReader(bytes);
  const head = JSON.parse(new TextDecoder().decode(reader.bytes(reader.number())));
  const terms = new Uint32Array(reader.count());
  reader.ascending(terms, 0, terms.length);
  const count = reader.count();
  const passages = new Uint32Array(count * outlineColumns);
  const passageTerms = new ListWriter(count, reader.left);
  const fingerprints = new ListWriter(count, reader.left / fingerprintBytes);
  for (let i = 0; i < count; i++) {
    const flags = reader.number();
    const start = reader.number();
    passages.set([flagsOfStored(flags), start, start + reader.number()], i * outlineColumns);
    const termCount = reader.count();
    const last = reader.ascending(passageTerms.values, passageTerms.length, termCount);
    if (termCount > 0 && last >= terms.length) throw new RangeError(`term ${last}`);
    passageTerms.end(termCount);
    const printCount = reader.count();
    reader.words(fingerprints.values, fingerprints.length, printCount);
    fingerprints.end(printCount);
  }
  return {
    ...{ head, terms, passages },
    ...{ passageTerms: passageTerms.written(), fingerprints: fingerprints.written() },
  };
}

/** The stored codes of units; the engine's may change. */
const units = ["title", "sentence", "quote"] as const;
/** The flags below the unit are stored as they are. */
const plainFlags = (1 << unitShift) - 1;

function storedFlags(flags: number): number {
  const unit = unitCodes[flags >>> unitShift] ?? "sentence";
  return (flags & plainFlags) | (units.indexOf(unit) << unitShift);
}

function flagsOfStored(flags: number): number {
  const unit = units[flags >>> unitShift] ?? "sentence";
  return (flags & plainFlags) | (unitCodes.indexOf(unit) << unitShift);
}

/** Lists that are read one after the other. */
class ListWriter {
  readonly values: Uint32Array;
  length = 0;
  readonly #starts: Uint32Array;
  #count = 0;

  constructor(count: number, mostValues: number) {
    this.#starts = new Uint32Array(count + 1);
    this.values = new Uint32Array(mostValues);
  }

  /** Ends a list of so many values, which were put after the others. */
  end(count: number): void {
    this.length += count;
    this.#starts[++this.#count] = this.length;
  }

  written(): NumberLists {
    return { starts: this.#starts, values: this.values.slice(0, this.length) };
  }
}

const fingerprintBytes = 4;

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
    if (count > this.left) throw new RangeError(`${count} things`);
    return count;
  }

  /** The bytes that are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** Reads so many fingerprints. */
  words(into: Uint32Array, at: number, count: number): void {
    const bytes = this.bytes(fingerprintBytes * count);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let i = 0; i < count; i++) into[at + i] = view.getUint32(fingerprintBytes * i, true);
  }

  bytes(length: number): Uint8Array {
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    if (bytes.length < length) throw new RangeError(`ends after ${this.#bytes.length} bytes`);
    this.#at += length;
    return bytes;
  }

  /** Reads so many numbers; returns the last. */
  ascending(into: Uint32Array, at: number, count: number): number {
    let before = 0;
    for (let i = 0; i < count; i++) {
      before += this.number();
      into[at + i] = before;
    }
    return before;
  }

  #next(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError(`ends after ${this.#bytes.length} bytes`);
    return byte;
  }
}
