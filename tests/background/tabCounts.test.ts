import { describe, expect, it } from "vitest";
import { createTabCounts } from "../../src/background/tabCounts.ts";
import type { ReadFrame } from "../../src/platform/browser/frames.ts";

const frame = (frameId: number, count: number): ReadFrame => ({ frameId, count, visitedAt: 0 });

describe("the count of a tab", () => {
  it("is that of all its frames", async () => {
    const counts = createTabCounts(async () => [frame(0, 0), frame(3, 4)]);
    expect(await counts.add(1, 0, 2)).toBe(6);
  });

  it("holds frames that are answered at once, before they know of it themselves", async () => {
    const counts = createTabCounts(async () => [frame(0, 0), frame(3, 0)]);
    const [, last] = await Promise.all([counts.add(1, 0, 2), counts.add(1, 3, 4)]);
    expect(last).toBe(6);
  });

  it("leaves out frames that are gone, and other tabs", async () => {
    const frames = [frame(0, 0), frame(3, 0)];
    const counts = createTabCounts(async () => frames);
    await counts.add(1, 3, 4);
    await counts.add(2, 3, 9);
    frames.pop();
    expect(await counts.add(1, 0, 2)).toBe(2);
  });

  it("is the frame's own where the tab is closed to us", async () => {
    expect(await createTabCounts(async () => []).add(1, 5, 3)).toBe(3);
  });
});
