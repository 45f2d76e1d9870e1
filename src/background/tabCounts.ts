import type { ReadFrame } from "../platform/browser/frames.ts";

/** Adds up what the frames of a tab have. */
export interface TabCounts {
  /** A frame has so many matches now; resolves with those of all frames of its tab. */
  add(tabId: number, frameId: number, count: number): Promise<number>;
}

/**
 * The frames themselves know what they show, and are asked each time: the background may have died
 * since. Answers that are on their way to a frame are remembered meanwhile; two frames may be
 * answered at once.
 */
export function createTabCounts(
  framesOf: (tabId: number) => Promise<readonly ReadFrame[]>,
): TabCounts {
  const answered = new Map<number, ReadonlyMap<number, number>>();
  return {
    async add(tabId, frameId, count) {
      answered.set(tabId, new Map(answered.get(tabId)).set(frameId, count));
      const frames = await framesOf(tabId);
      const known = answered.get(tabId) ?? new Map<number, number>();
      const ids = new Set([frameId, ...frames.map((frame) => frame.frameId)]);
      answered.set(tabId, new Map([...known].filter(([id]) => ids.has(id))));
      const countIn = (id: number) =>
        known.get(id) ?? frames.find((frame) => frame.frameId === id)?.count ?? 0;
      return [...ids].reduce((sum, id) => sum + countIn(id), 0);
    },
  };
}
