import { describe, expect, it, vi } from "vitest";
import { replaceRunning } from "../../src/content/running.ts";

describe("a content script that is started twice in one page", () => {
  function startOn(world: object, isAlive: () => boolean) {
    const restart = vi.fn();
    const signals: AbortSignal[] = [];
    const start = vi.fn((signal: AbortSignal) => {
      signals.push(signal);
      return { restart, word: () => ({ count: 0, visitedAt: 0 }) };
    });
    replaceRunning(world, isAlive, start);
    return { start, restart, signals };
  }

  it("leaves the work to the first, which reads the page again", () => {
    const world = {};
    const first = startOn(world, () => true);
    const second = startOn(world, () => true);
    expect(first.restart).toHaveBeenCalledTimes(1);
    expect(first.signals[0]!.aborted).toBe(false);
    expect(second.start).not.toHaveBeenCalled();
  });

  it("takes the place of a first one that lost its extension", () => {
    const world = {};
    const first = startOn(world, () => false);
    const second = startOn(world, () => true);
    expect(first.signals[0]!.aborted).toBe(true);
    expect(second.start).toHaveBeenCalledTimes(1);
    const third = startOn(world, () => true);
    expect(second.restart).toHaveBeenCalledTimes(1);
    expect(third.start).not.toHaveBeenCalled();
  });
});
