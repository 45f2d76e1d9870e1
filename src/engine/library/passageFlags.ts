import type { ReadPassage } from "../model/index.ts";
import { passageFlag, unitCodes, unitShift } from "./segmentLayout.ts";

/** Returns what the flags of a passage say of the passage itself, without its source. */
export function flagsOf(
  passage: Pick<ReadPassage, "in" | "unit" | "isClaim" | "isQuoted">,
): number {
  return (
    (passage.in === "title" ? passageFlag.inTitle : 0) |
    (passage.isClaim ? passageFlag.isClaim : 0) |
    (passage.isQuoted ? passageFlag.isQuoted : 0) |
    (Math.max(0, unitCodes.indexOf(passage.unit)) << unitShift)
  );
}
