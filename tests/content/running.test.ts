import { describe, expect, it, vi } from "vitest";
import { replaceRunning } from "../../src/content/running.ts";
import { selectionRequestName } from "../../src/messages/runningScript.ts";

describe("a content script that is started twice in one page", () => {
  function startOn(world: object, isAlive: () => boolean) {
    const restart = vi.fn();
    const readSelection = vi.fn();
    const signals: AbortSignal[] = [];
    const start = vi.fn((signal: AbortSignal, _isForSelection: boolean) => {
      signals.push(signal);
      return { restart, readSelection, summary: () => ({ count: 0, visitedAt: 0 }) };
    });
    replaceRunning(world, isAlive, start);
    return { start, restart, readSelection, signals };
  }

  it("leaves the work to the first script, which reads the page again", () => {
    const world = {};
    const first = startOn(world, () => true);
    const second = startOn(world, () => true);
    expect(first.restart).toHaveBeenCalledTimes(1);
    expect(first.signals[0]!.aborted).toBe(false);
    expect(second.start).not.toHaveBeenCalled();
  });

  it("has the first script read the selection only if that was wanted", () => {
    const world = {};
    const wish = () => Reflect.set(world, Symbol.for(selectionRequestName), true);
    wish();
    const first = startOn(world, () => true);
    expect(first.start.mock.calls[0]?.[1]).toBe(true);
    wish();
    startOn(world, () => true);
    expect([first.readSelection, first.restart].map(({ mock }) => mock.calls.length)).toEqual([
      1, 0,
    ]);
    startOn(world, () => true);
    expect([first.readSelection, first.restart].map(({ mock }) => mock.calls.length)).toEqual([
      1, 1,
    ]);
  });

  it("replaces a first script whose extension is gone", () => {
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
