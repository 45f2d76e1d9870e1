import { createEncoder, type Encoder } from "./encoder.ts";
import { type ReadModelFile, readModelFiles } from "./modelFiles.ts";
import { openPieceTable } from "./pieceTable.ts";
import { openPieceVectors } from "./pieceVectors.ts";
import { openProjection } from "./projection.ts";
import { startLayers } from "./runtime.ts";

/**
 * Loads an encoder with the model's files, which `read` returns, and the WebAssembly of its runtime.
 * Takes about a second and 90 MB. Throws EncoderError if the model is damaged or cannot run.
 */
export async function loadEncoder(
  read: ReadModelFile,
  runtime: Uint8Array<ArrayBuffer>,
): Promise<Encoder> {
  const files = await readModelFiles(read);
  const table = openPieceTable(files.pieces);
  const vectors = openPieceVectors(files.vectors);
  const layers = await startLayers(files.layers, runtime, vectors.width);
  return createEncoder({
    version: files.compactVersion,
    longestText: files.longestText,
    table,
    vectors,
    projection: openProjection(files.projection),
    layers,
  });
}
