import { type GrowthBounds, growthOf, timeOfWork } from "./growth.ts";
import { type Piece, textOf } from "./pieces.ts";
import type { Reader } from "./readers.ts";

/** What was measured of one reader. */
export interface ReaderGrowth {
  readonly reader: string;
  readonly pieces: number;
  /** The piece whose time grew fastest, and how: 2 is linear. */
  readonly fastest: string;
  readonly ratio: number;
  /** The piece that takes longest, in milliseconds for 100,000 code units. */
  readonly slowest: string;
  readonly ms: number;
  /** Pieces for which time grows faster than the text, in words. */
  readonly tooFast: readonly string[];
}

/**
 * Measures a reader with each piece. A piece for which time grows too fast is measured anew after all
 * others, and counts if it is too fast again: what else the machine does comes and goes.
 */
export function measureReader(
  { name, prepare }: Reader,
  pieces: readonly Piece[],
  bounds: GrowthBounds,
): ReaderGrowth {
  const measure = (piece: Piece) => ({
    piece,
    growth: growthOf(
      (length) => textOf(piece, length),
      (text) => timeOfWork(prepare(text)),
      bounds,
    ),
  });
  const first = pieces.map(measure);
  const suspects = first.filter(({ growth }) => growth.isTooFast).map(({ piece }) => piece);
  const again = suspects.map(measure);
  const steady = first.filter(({ growth }) => !growth.isTooFast);
  let [fastest, ratio, slowest, ms] = ["", 0, "", 0];
  for (const { piece, growth } of [...steady, ...again]) {
    if (growth.ratio > ratio) [fastest, ratio] = [piece.name, growth.ratio];
    const msOfAll = (growth.ms / growth.length) * 100_000;
    if (msOfAll > ms) [slowest, ms] = [piece.name, msOfAll];
  }
  const tooFast = again
    .filter(({ growth }) => growth.isTooFast)
    .map(
      ({ piece, growth }) =>
        `${piece.name}: ${growth.ratio.toFixed(1)} × for twice the text, ` +
        `${growth.ms.toFixed(0)} ms for ${growth.length} code units`,
    );
  return { reader: name, pieces: pieces.length, fastest, ratio, slowest, ms, tooFast };
}

/** The table that is printed: a line a reader. */
export function growthTable(rows: readonly ReaderGrowth[]): string {
  const head =
    "reader                                   pieces  ratio  fastest growing  |  slowest";
  const lines = rows.map(
    ({ reader, pieces, fastest, ratio, slowest, ms }) =>
      `${reader.padEnd(40)} ${String(pieces).padStart(6)}  ${ratio.toFixed(1).padStart(5)}  ` +
      `${fastest || "(too quick to tell)"}  |  ${slowest}, ${ms.toFixed(1)} ms a 100,000`,
  );
  return [head, ...lines].join("\n");
}
