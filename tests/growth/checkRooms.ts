import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import type { GrowthBounds } from "./growth.ts";
import { growthTable, measureReader, type ReaderGrowth } from "./measureReaders.ts";
import { formatPieces, prosePieces } from "./pieces.ts";
import { type Reader, readers } from "./readers.ts";

/** A few milliseconds tell; `npm run fuzz` measures all pieces with longer texts. */
const bounds = { enoughMs: 3, longest: 16_384 };
const costlyBounds = { enoughMs: 3, longest: 4_096 };
/**
 * Where many steps follow each other, the linear ones hide a slow one in short texts, so they
 * are given longer ones. Even these do not show all: quadratic work over a paragraph of colons, which
 * took a minute in 600,000 code units, is plain only from 65,536 on.
 */
const chainBounds = { enoughMs: 30, longest: 16_384 };

function boundsOf(reader: Reader): GrowthBounds {
  if (reader.isChain) return chainBounds;
  return reader.isCostly ? costlyBounds : bounds;
}

/** Adds one test for each reader of these folders: time may not grow faster than the text. */
export function checkRooms(rooms: readonly string[]): void {
  const rows: ReaderGrowth[] = [];
  afterAll(() => console.log(growthTable(rows)));
  for (const room of rooms) {
    const pieces = /^ingest\/(?:docx|formats|html|feeds|pack)/.test(room)
      ? formatPieces
      : prosePieces;
    describe(`the readers of ${room}`, () => {
      for (const reader of readers[room]!) {
        it(`take time by the length of the text: ${reader.name}`, async () => {
          // The runner is answered between the tests.
          await nextTurn();
          const row = measureReader(reader, pieces, boundsOf(reader));
          rows.push(row);
          expect(row.tooFast).toEqual([]);
        });
      }
    });
  }
}
