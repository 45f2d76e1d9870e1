import { createEncoder, type Encoder } from "../../../src/encoder/encoder.ts";
import { readModelFiles } from "../../../src/encoder/modelFiles.ts";
import { openPieceTable } from "../../../src/encoder/pieceTable.ts";
import { openPieceVectors } from "../../../src/encoder/pieceVectors.ts";
import { openProjection } from "../../../src/encoder/projection.ts";
import { readProjectModel } from "../../support/projectEncoder.ts";
import { startNativeLayers } from "./nativeLayers.ts";

/** The project's model on the native runtime, one thread; null where that is not installed. */
export async function loadNativeEncoder(): Promise<Encoder | null> {
  const files = await readModelFiles(readProjectModel);
  const vectors = openPieceVectors(files.vectors);
  const layers = await startNativeLayers(files.layers, vectors.width);
  if (layers === null) return null;
  const table = openPieceTable(files.pieces);
  const projection = openProjection(files.projection);
  return createEncoder({ ...files, table, vectors, projection, layers });
}
