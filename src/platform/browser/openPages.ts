import type { SavedPart } from "../../messages/keptProtocol.ts";
import { browser } from "./api.ts";

/**
 * Injects the script that reads pages for saving into a frame, and returns what it read, unchecked.
 * Null if the browser forbids it.
 */
export async function readOpenPage(
  tabId: number,
  frameId: number,
  part: SavedPart,
): Promise<unknown> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await browser.scripting.executeScript({ target, files: ["savePage.js"] });
    const [read] = await browser.scripting.executeScript({
      target,
      func: callReader,
      args: [part],
    });
    return read?.result ?? null;
  } catch {
    return null;
  }
}

/** Runs in the page, by its words alone. */
function callReader(part: unknown): unknown {
  const reader = Reflect.get(globalThis, Symbol.for("second-source read open page"));
  return (reader as (part: unknown) => unknown)(part);
}
