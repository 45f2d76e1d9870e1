import { createEncoder, type Encoder } from "../../../src/encoder/encoder.ts";
import { readModelFiles } from "../../../src/encoder/modelFiles.ts";
import { openPieceTable } from "../../../src/encoder/pieceTable.ts";
import { openPieceVectors } from "../../../src/encoder/pieceVectors.ts";
import { openProjection } from "../../../src/encoder/projection.ts";
import { startLayers } from "../../../src/encoder/runtime.ts";
import { compactVector, vectorBytes } from "../../../src/engine/meaning/compactVector.ts";
import { readProjectModel, readRuntime } from "../../support/projectEncoder.ts";
import { startNativeLayers } from "./nativeLayers.ts";
import { TextTable } from "./textTable.ts";

/**
 * The encoder's vectors of texts, of which each is worked out once for a version of the model: a
 * table on the disk keeps them, since hundreds of thousands take most of an hour.
 */
export interface EncodedTexts {
  /** A vector of length 1 for each text, in their order. */
  of(texts: readonly string[]): Promise<Float32Array[]>;
  /** The same as a library keeps them. */
  compact(texts: readonly string[]): Promise<Uint8Array[]>;
}

/** Values are kept as 16-bit parts of one. */
const one = 32767;
/** Texts worked out between two writes. */
const chunk = 512;

let opened: Promise<EncodedTexts> | null = null;

/** The table of the project's model, opened once a run. */
export function openEncodedTexts(): Promise<EncodedTexts> {
  opened ??= open();
  return opened;
}

async function open(): Promise<EncodedTexts> {
  const files = await readModelFiles(readProjectModel);
  const vectors = openPieceVectors(files.vectors);
  const projection = openProjection(files.projection);
  const known = new TextTable(`vectors-${files.version}`, 2 * vectors.width);
  const compact = new TextTable(`compact-${files.compactVersion}`, vectorBytes);
  let encoder: Promise<Encoder> | null = null;

  async function startEncoder(): Promise<Encoder> {
    const layers =
      (await startNativeLayers(files.layers, vectors.width)) ??
      (await startLayers(files.layers, await readRuntime(), vectors.width));
    const table = openPieceTable(files.pieces);
    return createEncoder({ ...files, table, vectors, projection, layers });
  }

  async function encodeNew(texts: readonly string[]): Promise<void> {
    if (texts.length === 0) return;
    encoder ??= startEncoder();
    const { encode } = await encoder;
    // Texts of like length in a row are padded least.
    const inOrder = [...texts].sort((a, b) => a.length - b.length);
    for (let at = 0; at < inOrder.length; at += chunk) {
      const some = inOrder.slice(at, at + chunk);
      known.add(some, (await encode(some)).map(packed));
      if (texts.length > chunk && process.stderr.isTTY)
        process.stderr.write(`\rencoded ${at + some.length} of ${texts.length}`);
    }
  }

  async function of(texts: readonly string[]): Promise<Float32Array[]> {
    await encodeNew([...new Set(texts)].filter((text) => known.get(text) === undefined));
    return texts.map((text) => unpacked(known.get(text)!));
  }

  return {
    of,
    async compact(texts) {
      const missing = [...new Set(texts)].filter((text) => compact.get(text) === undefined);
      for (let at = 0; at < missing.length; at += chunk * 16) {
        const some = missing.slice(at, at + chunk * 16);
        const made = (await of(some)).map((vector) => compactVector(projection(vector)));
        compact.add(some, made.map(Buffer.from));
      }
      return texts.map((text) => compact.get(text)!);
    },
  };
}

function packed(vector: Float32Array): Buffer {
  const record = Buffer.alloc(2 * vector.length);
  vector.forEach((value, i) => {
    record.writeInt16LE(Math.round(value * one), 2 * i);
  });
  return record;
}

function unpacked(record: Buffer): Float32Array {
  const vector = new Float32Array(record.length / 2);
  for (let i = 0; i < vector.length; i++) vector[i] = record.readInt16LE(2 * i) / one;
  return vector;
}
