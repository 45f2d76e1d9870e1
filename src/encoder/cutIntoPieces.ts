/**
 * Cuts a text into the model's subword tokens ("pieces"): the most probable sequence that spells it
 * (Viterbi over a unigram model; Kudo 2018, "Subword Regularization"). Time: the length of the text
 * times the longest piece.
 */
import type { PieceTable } from "./pieceTable.ts";

/** The mark for a space in pieces; every text begins with one. */
const space = "\u2581";

/**
 * The cost of a character that is in no piece, above that of the least probable piece, as in
 * SentencePiece: high enough that it is never chosen where a piece fits.
 */
const unknownPenalty = 10;

/** Returns the pieces of a text in order; `table.count` for each character that is in none. */
export function cutIntoPieces(text: string, table: PieceTable): number[] {
  const normalised = normaliseForPieces(text, table);
  const length = normalised.length;
  const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
  const pieceTo = new Int32Array(length + 1);
  const cameFrom = new Int32Array(length + 1);
  const unknownScore = table.lowestScore - unknownPenalty;
  best[0] = 0;
  for (let start = 0; start < length; start++) {
    const soFar = best[start]!;
    if (soFar === Number.NEGATIVE_INFINITY) continue;
    const offer = (piece: number, end: number, score: number) => {
      if (soFar + score <= best[end]!) return;
      best[end] = soFar + score;
      pieceTo[end] = piece;
      cameFrom[end] = start;
    };
    table.visitPieces(normalised, start, (piece, end) => offer(piece, end, table.scores[piece]!));
    offer(table.count, start + widthAt(normalised, start), unknownScore);
  }
  return walkBack(length, pieceTo, cameFrom);
}

/**
 * Returns a text as the model expects it: composed, with characters replaced by the model's map,
 * and with one mark for each run of white space and at the beginning.
 */
export function normaliseForPieces(text: string, table: PieceTable): string {
  let mapped = "";
  for (const character of text.normalize("NFC")) {
    mapped += table.replacementOf(character.codePointAt(0)!) ?? character;
  }
  const words = mapped.split(" ").filter((word) => word !== "");
  return words.map((word) => space + word).join("");
}

/** Length of the character at an offset in UTF-16 units. */
function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}

function walkBack(length: number, pieceTo: Int32Array, cameFrom: Int32Array): number[] {
  const pieces: number[] = [];
  for (let at = length; at > 0; at = cameFrom[at]!) pieces.push(pieceTo[at]!);
  return pieces.reverse();
}
