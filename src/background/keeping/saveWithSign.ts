import type { SavedPart, SaveOutcome } from "../../messages/keptProtocol.ts";
import { flashBadge } from "../badge.ts";
import type { KeptPages } from "./keptPages.ts";

const stored: readonly SaveOutcome[] = ["new", "changed", "known"];

/**
 * Saves a page by menu or shortcut and shows the result on the button, since no window of ours is
 * open.
 */
export async function saveWithSign(
  tabId: number,
  part: SavedPart,
  pages: KeptPages,
  frameId = 0,
): Promise<void> {
  const isStored = await pages.save(tabId, part, frameId).then(
    (outcome) => stored.includes(outcome),
    () => false,
  );
  await flashBadge(tabId, isStored ? "✓" : "✗");
}
