import { resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import type { GrowthBounds } from "./growth.ts";
import { growthTable, measureReader, type ReaderGrowth } from "./measureReaders.ts";
import { formatPieces, prosePieces } from "./pieces.ts";
import type { readers as allReaders, Reader } from "./readers.ts";

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

/** Adds one test for each reader of the chosen folders: time may not grow faster than the text. */
export async function checkRooms(isChosen: (room: string) => boolean): Promise<void> {
  const readers = await bundledReaders();
  const rooms = Object.keys(readers).filter(isChosen);
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

/** The readers in one script, as in the products: between the test runner's modules each call takes longer. */
async function bundledReaders(): Promise<typeof allReaders> {
  const outfile = resolve(`node_modules/.cache/tests/readers-${process.pid}.mjs`);
  await build({
    ...{ entryPoints: ["tests/growth/readers.ts"], outfile, bundle: true, packages: "external" },
    ...{ format: "esm", platform: "node", target: "node20", logLevel: "warning" },
  });
  const { readers } = await import(/* @vite-ignore */ pathToFileURL(outfile).href);
  return readers;
}
