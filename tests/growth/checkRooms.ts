import { afterAll, describe, expect, it } from "vitest";
import { growthTable, measureReader, type ReaderGrowth } from "./measureReaders.ts";
import { formatPieces, prosePieces } from "./pieces.ts";
import { readers } from "./readers.ts";

/** A few milliseconds tell; `npm run fuzz` measures all pieces with longer texts. */
const bounds = { enoughMs: 3, longest: 32_768 };
const costlyBounds = { enoughMs: 3, longest: 4_096 };

/** One test a reader of these folders: time may not grow faster than the text. */
export function checkRooms(rooms: readonly string[]): void {
  const rows: ReaderGrowth[] = [];
  afterAll(() => console.log(growthTable(rows)));
  for (const room of rooms) {
    const pieces = /^ingest\/(?:formats|html|feeds|pack)/.test(room) ? formatPieces : prosePieces;
    describe(`the readers of ${room}`, () => {
      for (const reader of readers[room]!) {
        it(`take time by the length of the text: ${reader.name}`, () => {
          const row = measureReader(reader, pieces, reader.isCostly ? costlyBounds : bounds);
          rows.push(row);
          expect(row.tooFast).toEqual([]);
        });
      }
    });
  }
}
