import { EncoderError } from "./encoderError.ts";
import { readFileHead } from "./fileHead.ts";

/**
 * The vocabulary of the model and its map of characters, used in place.
 *
 *     "SSPC" · version · pieces · units · mapped · map units
 *     offsets u32[pieces + 1] · scores f32[pieces] · text u16[units], padded to 4 bytes
 *     mapped code points u32[mapped] · offsets u32[mapped + 1] · replacements u16[map units]
 *
 * Pieces are sorted by their UTF-16 units, so that a piece is found by narrowing a range, unit by unit:
 * nothing has to be built when the file is opened.
 */
export interface PieceTable {
  /** The number of pieces; a piece's number is below it. */
  readonly count: number;
  /** Natural logarithm of each piece's probability. */
  readonly scores: Float32Array;
  /** The least of the scores. */
  readonly lowestScore: number;
  /** Calls `found(piece, end)` for each piece in `text` at `start`, shortest first. */
  visitPieces(text: string, start: number, found: (piece: number, end: number) => void): void;
  /** Returns the replacement of a code point in normalisation; null if it stays. */
  replacementOf(codePoint: number): string | null;
}

const headBytes = 24;

/** Opens the bytes of pieces.bin, which must begin at a multiple of four. Throws EncoderError if they cannot be used. */
export function openPieceTable(bytes: Uint8Array): PieceTable {
  const [count, units, mapped, mapUnits] = readFileHead(bytes, "SSPC", 4) as Four;
  const textBytes = Math.ceil(units / 2) * 4;
  const mapAt = headBytes + 4 * (count + 1) + 4 * count + textBytes;
  if (bytes.byteLength !== mapAt + 4 * mapped + 4 * (mapped + 1) + 2 * mapUnits) {
    throw new EncoderError("damaged", `pieces.bin has ${bytes.byteLength} bytes`);
  }
  const { buffer, byteOffset } = bytes;
  const offsetsAt = byteOffset + headBytes;
  const scoresAt = offsetsAt + 4 * (count + 1);
  const offsets = new Uint32Array(buffer, offsetsAt, count + 1);
  const scores = new Float32Array(buffer, scoresAt, count);
  const text = new Uint16Array(buffer, scoresAt + 4 * count, units);
  const visitPieces = createPieceVisitor(offsets, text);
  const replacementOf = openCharacterMap(buffer, byteOffset + mapAt, mapped, mapUnits);
  const lowestScore = scores.reduce((lowest, score) => Math.min(lowest, score), 0);
  return { count, scores, lowestScore, visitPieces, replacementOf };
}

type Four = [number, number, number, number];

function createPieceVisitor(offsets: Uint32Array, units: Uint16Array): PieceTable["visitPieces"] {
  /** The unit of a piece, or -1 after its end: shorter pieces come before those that they begin. */
  const unitOf = (piece: number, at: number) => {
    const index = offsets[piece]! + at;
    return index < offsets[piece + 1]! ? units[index]! : -1;
  };
  /** The first piece of [from, to) whose unit at `at` is `unit` or more. */
  const firstFrom = (from: number, to: number, at: number, unit: number) => {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (unitOf(middle, at) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (text, start, found) => {
    let from = 0;
    let to = offsets.length - 1;
    for (let at = 0; start + at < text.length; at++) {
      const unit = text.charCodeAt(start + at);
      from = firstFrom(from, to, at, unit);
      to = firstFrom(from, to, at, unit + 1);
      if (from === to) return;
      if (unitOf(from, at + 1) === -1) found(from, start + at + 1);
    }
  };
}

function openCharacterMap(
  buffer: ArrayBufferLike,
  at: number,
  count: number,
  unitCount: number,
): PieceTable["replacementOf"] {
  const codePoints = new Uint32Array(buffer, at, count);
  const offsets = new Uint32Array(buffer, at + 4 * count, count + 1);
  const units = new Uint16Array(buffer, at + 4 * count + 4 * (count + 1), unitCount);
  const replacements = new Map<number, string>();
  codePoints.forEach((codePoint, index) => {
    const of = units.subarray(offsets[index]!, offsets[index + 1]!);
    replacements.set(codePoint, String.fromCharCode(...of));
  });
  return (codePoint) => replacements.get(codePoint) ?? null;
}
