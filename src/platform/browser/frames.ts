import { type FrameSummary, runningName } from "../../messages/runningScript.ts";
import { browser } from "./api.ts";

/** A frame of a tab that is being read. */
export interface ReadFrame extends FrameSummary {
  readonly frameId: number;
}

/**
 * Returns the frames of a tab that are read, the top one first; empty if the browser does not let
 * us look.
 */
export async function readFrames(tabId: number): Promise<readonly ReadFrame[]> {
  const results = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: askFrame, args: [runningName] })
    .catch(() => []);
  const frames = results.flatMap(({ frameId, result }) =>
    isFrameSummary(result) ? [{ ...result, frameId }] : [],
  );
  return frames.sort((a, b) => a.frameId - b.frameId);
}

/** Injected into the frame by itself: it may use nothing outside its own lines. */
function askFrame(name: string): FrameSummary | null {
  const running = Reflect.get(globalThis, Symbol.for(name)) as
    | { summary(): FrameSummary }
    | undefined;
  return running?.summary() ?? null;
}

function isFrameSummary(result: unknown): result is FrameSummary {
  return typeof result === "object" && result !== null && "count" in result;
}
