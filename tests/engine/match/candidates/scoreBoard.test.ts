import { describe, expect, it } from "vitest";
import { ScoreBoard } from "../../../../src/engine/match/candidates/scoreBoard.ts";

const norms = new Float32Array(100).fill(1);
const own = (number: number) => number;

describe("a score board", () => {
  it("gives the highest, whole steps of score at a time", () => {
    const board = new ScoreBoard(norms, 1);
    for (let number = 0; number < 20; number++) board.raise(number, 1 + number);
    expect([...board.best(5, own)].sort((a, b) => a - b)).toEqual([15, 16, 17, 18, 19]);
  });

  it("of too many equals takes the first in the order it is given, however they came", () => {
    for (const numbers of [
      [9, 4, 7, 2],
      [2, 4, 7, 9],
    ]) {
      const board = new ScoreBoard(norms, 1);
      for (const number of numbers) board.raise(number, 3);
      expect(board.best(2, (number) => -number)).toEqual([9, 7]);
    }
  });

  it("lets a long passage share more without standing higher", () => {
    const board = new ScoreBoard(Float32Array.of(1, 0.25), 1);
    board.raise(0, 4);
    board.raise(1, 8);
    expect(board.best(1, own)).toEqual([0]);
  });

  it("raises only what was touched before, if asked, and nothing at or above the end", () => {
    const board = new ScoreBoard(norms, 1);
    board.raise(12, 1);
    board.raiseTouched(Uint32Array.of(2, 3, 50), 10, 40, 1);
    expect(board.best(9, own)).toEqual([12]);
    board.raiseAll(Uint32Array.of(2, 3, 50), 10, 40, 1);
    expect([...board.best(9, own)].sort()).toEqual([12, 13]);
  });

  it("is empty again when it is cleared", () => {
    const board = new ScoreBoard(norms, 1);
    board.raise(5, 3);
    board.clear();
    expect(board.best(9, own)).toEqual([]);
    board.raise(6, 1);
    expect(board.best(9, own)).toEqual([6]);
  });
});
