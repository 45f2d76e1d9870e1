import type { RowSections } from "../../engine/library/rowTables.ts";
import {
  articleColumns,
  dateColumns,
  nameColumns,
  numberColumns,
  passageColumns,
} from "../../engine/library/segmentLayout.ts";
import { ByteReader, ByteWriter } from "./byteStreams.ts";

/** The tables of numbers in an article's rows, with the length of a row. */
const tables = [
  ["textOffsets", 1],
  ["lists", 1],
  ["articles", articleColumns],
  ["passages", passageColumns],
  ["names", nameColumns],
  ["dates", dateColumns],
  ["numbers", numberColumns],
] as const;

/**
 * Encodes an article that was read: its rows with the texts, names, dates, numbers and sources of
 * its passages. Reading a text takes 12 ms, these bytes 0.2 ms, and they are 25 a passage more.
 *
 *   length of the text, its UTF-16 units
 *   for each table, its length, then each column's numbers, each as its difference from the one above
 *   length of the numbers' values, their bytes
 */
export function bytesOfRows(rows: RowSections): Uint8Array {
  const writer = new ByteWriter();
  writer.number(rows.text.length);
  for (const unit of rows.text) writer.number(unit);
  for (const [name, columns] of tables) {
    const table = rows[name];
    writer.number(table.length);
    for (let column = 0; column < columns; column++) {
      let above = 0;
      for (let at = column; at < table.length; at += columns) {
        writer.number(folded(table[at]! - above));
        above = table[at]!;
      }
    }
  }
  const { buffer, byteOffset, byteLength } = rows.numberValues;
  writer.number(rows.numberValues.length);
  writer.bytes(new Uint8Array(buffer, byteOffset, byteLength));
  return writer.written();
}

/** Decodes an article's rows. Throws RangeError if the bytes end too early. */
export function rowsOfBytes(bytes: Uint8Array): RowSections {
  const reader = new ByteReader(bytes);
  const text = new Uint16Array(reader.count());
  for (let at = 0; at < text.length; at++) text[at] = reader.number();
  const read = tables.map(([name, columns]) => {
    const table = new Uint32Array(reader.count());
    for (let column = 0; column < columns; column++) {
      let above = 0;
      for (let at = column; at < table.length; at += columns) {
        above += unfolded(reader.number());
        table[at] = above;
      }
    }
    return [name, table] as const;
  });
  const values = reader.bytes(Float64Array.BYTES_PER_ELEMENT * reader.count());
  // Numbers of eight bytes have to begin at a multiple of eight: copied.
  const numberValues = new Float64Array(values.slice().buffer);
  return { text, numberValues, ...Object.fromEntries(read) } as unknown as RowSections;
}

/** Returns a small number for a small difference, whether up or down. */
function folded(difference: number): number {
  return difference < 0 ? -2 * difference - 1 : 2 * difference;
}

function unfolded(number: number): number {
  return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
}
