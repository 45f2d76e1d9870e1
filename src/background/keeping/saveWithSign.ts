import type { SavedPart, SaveOutcome } from "../../messages/keptProtocol.ts";
import { flashBadge } from "../badge.ts";
import type { KeptPages } from "./keptPages.ts";

const stored: readonly SaveOutcome[] = ["new", "changed", "known"];

/** Saves by menu or shortcut, where no window of ours can tell how it went: the button shows it. */
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
