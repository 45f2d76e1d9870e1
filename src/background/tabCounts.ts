import type { ReadFrame } from "../platform/browser/frames.ts";

/** Adds up the matches of a tab's frames. */
export interface TabCounts {
  /** Sets a frame's number of matches; resolves to the sum of all frames of its tab. */
  add(tabId: number, frameId: number, count: number): Promise<number>;
}

/**
 * Returns the counter. The frames know what they show and are asked each time, since the background
 * may have ended. Answers on their way to a frame are remembered meanwhile, because two frames may
 * be answered at once.
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
