/**
 * Turns statements into vectors: two statements that say the same have a high cosine, whatever
 * their languages. Unrelated news sentences have .80 to .86, the same statement .87 to .97, so the
 * cosine is a feature, not a decision.
 */
import { compactVector } from "../engine/meaning/compactVector.ts";
import { batchesByLength } from "./batches.ts";
import { cutIntoPieces } from "./cutIntoPieces.ts";
import { meanVector } from "./meanVector.ts";
import type { PieceTable } from "./pieceTable.ts";
import type { PieceVectors } from "./pieceVectors.ts";
import type { Projection } from "./projection.ts";

/** Makes vectors of texts; `close` frees its memory and ends its use. */
export interface Encoder {
  /** Names the model: vectors of two versions cannot be compared. */
  readonly version: string;
  /**
   * Returns a vector of length 1 for each text, in order; a text's vector does not depend on the
   * others.
   */
  encode(texts: readonly string[]): Promise<Float32Array[]>;
  /** The same as a library stores them: projected and packed (engine/meaning/compactVector.ts). */
  encodeCompact(texts: readonly string[]): Promise<Uint8Array[]>;
  close(): Promise<void>;
}

/** The layers of the model, as a runtime has them. */
export interface Layers {
  /** Hidden states [texts, pieces, width] of embeddings of that shape; `mask` is 0 or very negative. */
  run(batch: LayersInput): Promise<Float32Array>;
  close(): Promise<void>;
}

/** The input of the layers: `texts` rows of `pieces` pieces each. */
export interface LayersInput {
  readonly embeddings: Float32Array;
  readonly mask: Float32Array;
  readonly texts: number;
  readonly pieces: number;
}

/** What an encoder is built from. */
export interface EncoderParts {
  readonly version: string;
  readonly table: PieceTable;
  readonly vectors: PieceVectors;
  readonly layers: Layers;
  readonly projection: Projection;
  /** The most pieces of a text, with its two marks; longer texts are cut off. */
  readonly longestText: number;
}

/** The model was trained with this prefix before each statement to be compared. */
const prefix = "query: ";

/**
 * The most UTF-16 units of a text that are read: 256 pieces are some 1,200, and the limit saves
 * cutting megabytes into pieces that are then dropped.
 */
const longestRead = 4_000;

/** Added to the attention score of padding, whose weight becomes 0. */
const masked = -1e9;

/** Returns an encoder with these parts, which closes them with itself. */
export function createEncoder(parts: EncoderParts): Encoder {
  const encode = async (texts: readonly string[]) => {
    const rows = texts.map((text) => rowsOf(text, parts));
    const vectors: Float32Array[] = new Array(texts.length);
    for (const batch of batchesByLength(rows.map((row) => row.length))) {
      const ofBatch = await encodeBatch(
        batch.map((index) => rows[index]!),
        parts,
      );
      batch.forEach((index, at) => {
        vectors[index] = ofBatch[at]!;
      });
    }
    return vectors;
  };
  return {
    version: parts.version,
    encode,
    encodeCompact: async (texts) =>
      (await encode(texts)).map((vector) => compactVector(parts.projection(vector))),
    close: () => parts.layers.close(),
  };
}

/** Rows of the vectors: begin, the text's pieces, end; the special rows follow the pieces' own. */
function rowsOf(text: string, { table, longestText }: EncoderParts): number[] {
  const begin = table.count;
  const pieces = cutIntoPieces(prefix + text.slice(0, longestRead), table);
  const rows = pieces.map((piece) => (piece === table.count ? begin + 2 : piece));
  return [begin, ...rows.slice(0, longestText - 2), begin + 1];
}

async function encodeBatch(
  rows: readonly (readonly number[])[],
  { vectors, layers }: EncoderParts,
): Promise<Float32Array[]> {
  const { width } = vectors;
  const pieces = Math.max(...rows.map((row) => row.length));
  const embeddings = new Float32Array(rows.length * pieces * width);
  const mask = new Float32Array(rows.length * pieces);
  rows.forEach((row, text) => {
    const start = text * pieces;
    row.forEach((of, at) => {
      vectors.copyRow(of, embeddings, (start + at) * width);
    });
    mask.fill(masked, start + row.length, start + pieces);
  });
  const hidden = await layers.run({ embeddings, mask, texts: rows.length, pieces });
  return rows.map((row, text) => meanVector(hidden, text * pieces * width, row.length, width));
}
