import { type FrameWord, runningName } from "../../messages/runningScript.ts";
import { browser } from "./api.ts";

/** A frame of a tab that is being read. */
export interface ReadFrame extends FrameWord {
  readonly frameId: number;
}

/** The frames of a tab that are read, the top one first. Empty where there are none, or the tab is closed to us. */
export async function readFrames(tabId: number): Promise<readonly ReadFrame[]> {
  const results = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: askFrame, args: [runningName] })
    .catch(() => []);
  const frames = results.flatMap(({ frameId, result }) =>
    isFrameWord(result) ? [{ ...result, frameId }] : [],
  );
  return frames.sort((a, b) => a.frameId - b.frameId);
}

/** Injected into the frame by itself: it may use nothing outside its own lines. */
function askFrame(name: string): FrameWord | null {
  const running = Reflect.get(globalThis, Symbol.for(name)) as { word(): FrameWord } | undefined;
  return running?.word() ?? null;
}

function isFrameWord(result: unknown): result is FrameWord {
  return typeof result === "object" && result !== null && "count" in result;
}
