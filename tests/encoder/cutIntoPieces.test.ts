import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { cutIntoPieces, normaliseForPieces } from "../../src/encoder/cutIntoPieces.ts";
import { openPieceTable, type PieceTable } from "../../src/encoder/pieceTable.ts";

interface ReferenceRow {
  readonly text: string;
  readonly pieces: readonly string[];
}

/** Made by scripts/encoder/referencePieces.py from texts of our own. */
const reference: readonly ReferenceRow[] = JSON.parse(
  readFileSync("tests/fixtures/encoder/referencePieces.json", "utf8"),
);

describe("the pieces of a text", () => {
  let table: PieceTable;

  beforeAll(() => {
    table = openPieceTable(new Uint8Array(readFileSync("assets/model/encoder/pieces.bin")));
  });

  /** Numbers of pieces that stand in the text one after the other; the reference joins unknown ones. */
  function numbersOf(pieces: readonly string[]): number[] {
    return pieces.map((piece) => {
      let number = table.count;
      table.visitPieces(piece, 0, (found, end) => {
        if (end === piece.length) number = found;
      });
      return number;
    });
  }

  function withoutRepeatedUnknown(pieces: readonly number[]): number[] {
    return pieces.filter((piece, at) => piece !== table.count || pieces[at - 1] !== table.count);
  }

  it.each(reference)("are those of the reference tokeniser: $text", ({ text, pieces }) => {
    expect(withoutRepeatedUnknown(cutIntoPieces(text, table))).toEqual(numbersOf(pieces));
  });

  it("are found in a text that is one character over and over", () => {
    for (const text of ["a", "\ud800", "ﷺ", "中"]) {
      const pieces = cutIntoPieces(text.repeat(4_000), table);
      expect(pieces.length).toBeGreaterThan(0);
    }
  });

  it("begin with a space, and white space at the ends and in rows counts once", () => {
    expect(normaliseForPieces("  two \t words\n", table)).toBe("▁two▁words");
  });

  it("are none in a text of white space", () => {
    expect(cutIntoPieces(" \n\u200b", table)).toEqual([]);
  });
});
