import { describe, expect, it } from "vitest";
import { Ranking } from "../../../../src/engine/match/candidates/ranking.ts";
import { randomSource } from "../../../support/randomSource.ts";

describe("a ranking", () => {
  it("keeps the few highest, highest first, as sorting them all would", () => {
    const random = randomSource(3);
    const scores = Array.from({ length: 500 }, () => Math.floor(random() * 40));
    const ranking = new Ranking(16, (number) => -number);
    for (const [number, score] of scores.entries()) ranking.offer(number, score);
    const sorted = scores
      .map((score, number) => ({ score, number }))
      .sort((a, b) => b.score - a.score || b.number - a.number);
    expect(ranking.take()).toEqual(sorted.slice(0, 16).map(({ number }) => number));
  });

  it("gives what was offered since it was last asked", () => {
    const ranking = new Ranking(2, (number) => number);
    ranking.offer(7, 1);
    expect(ranking.take()).toEqual([7]);
    ranking.offer(8, 0.5);
    expect(ranking.take()).toEqual([8]);
    expect(ranking.take()).toEqual([]);
  });

  it("asks for the order of equals alone", () => {
    const asked: number[] = [];
    const ranking = new Ranking(2, (number) => {
      asked.push(number);
      return number;
    });
    for (const [number, score] of [3, 2, 1, 5].entries()) ranking.offer(number, score);
    expect(asked).toEqual([]);
    ranking.offer(9, 3);
    expect(asked).toContain(9);
    expect(ranking.take()).toEqual([3, 0]);
  });
});
