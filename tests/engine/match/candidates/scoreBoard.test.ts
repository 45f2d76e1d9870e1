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

  it("tells scores an eighth of a bit apart, up to 127 bits", () => {
    const higherOf = (one: number, other: number) => {
      const board = new ScoreBoard(norms, 1);
      board.raise(0, one);
      board.raise(1, other);
      return board.best(1, own);
    };
    expect(higherOf(3, 3.125)).toEqual([1]);
    expect(higherOf(3, 3.12)).toEqual([0]);
    expect(higherOf(127.8, 127.9)).toEqual([1]);
    expect(higherOf(127.9, 128)).toEqual([0]);
    expect(higherOf(128, 400)).toEqual([0]);
  });

  it("counts those on the lowest step that is left as well", () => {
    const board = new ScoreBoard(norms, 1);
    for (const [number, step] of [10, 20, 30, 11].entries()) board.raise(number, step / 8);
    expect(board.best(2, own)).toEqual([1, 2]);
  });

  it("takes of the step below only where the steps above give less than a quarter", () => {
    const countOf = (most: number, above: number) => {
      const board = new ScoreBoard(norms, 1);
      for (let number = 0; number < 20; number++) board.raise(number, number < above ? 5 : 3);
      return board.best(most, own).length;
    };
    expect(countOf(8, 1)).toBe(8);
    expect(countOf(8, 2)).toBe(2);
  });

  it("gives what is left over to the first of equals, by their number where nothing tells", () => {
    const board = new ScoreBoard(norms, 1);
    for (const number of [7, 3, 9, 5]) board.raise(number, 3);
    expect(board.best(2, () => 0)).toEqual([3, 5]);
  });

  it("takes the number at the end for one that is above it", () => {
    const board = new ScoreBoard(norms, 1);
    board.raise(50, 1);
    board.raise(49, 1);
    board.raiseTouched(Uint32Array.of(39, 40), 10, 40, 1);
    expect(board.best(1, (number) => -number)).toEqual([49]);
    board.clear();
    board.raiseAll(Uint32Array.of(39, 40), 10, 40, 1);
    expect(board.best(9, own)).toEqual([49]);
  });
});
