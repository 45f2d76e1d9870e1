import {
  type ArticleOutline,
  entriesOf,
  type NumberLists,
  outlineColumns,
  passageCountOf,
} from "../../engine/library/articleOutline.ts";
import { dictionaryIndexOf } from "../../engine/library/forwardEntry.ts";
import { unitCodes, unitShift } from "../../engine/library/segmentLayout.ts";
import { ByteReader, ByteWriter, wordBytes } from "./byteStreams.ts";

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
export function bytesOfOutline(outline: ArticleOutline): Uint8Array<ArrayBuffer> {
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
    writer.ascending(listAt(passageTerms, i).map(dictionaryIndexOf));
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
  const fingerprints = new ListWriter(count, reader.left / wordBytes);
  for (let i = 0; i < count; i++) {
    const row = i * outlineColumns;
    passages[row] = flagsOfStored(reader.number());
    const start = reader.number();
    passages[row + 1] = start;
    passages[row + 2] = start + reader.number();
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
    passageTerms: entriesOf(passageTerms.written(), terms.length),
    fingerprints: fingerprints.written(),
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
