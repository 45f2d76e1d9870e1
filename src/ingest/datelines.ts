import type { BlockFeatures, BlockLabel, PublicationDate } from "../engine/model/index.ts";
import { bylineInLine } from "./metadata/byline.ts";
import { dateInLine, looksLikeDate } from "./metadata/dateLine.ts";

/** Blocks and, in the same order, what each is. */
export interface LabelledBlocks {
  readonly blocks: readonly BlockFeatures[];
  readonly labels: readonly BlockLabel[];
}

/** Returns the date of the first date line that has one, or null. */
export function dateInBlocks(labelled: LabelledBlocks): PublicationDate | null {
  return firstInDatelines(labelled, dateInLine);
}

/** Returns the first date line that has a date which cannot be read, if none of them has another. */
export function unreadableDateInBlocks(labelled: LabelledBlocks): string | null {
  if (dateInBlocks(labelled) !== null) return null;
  return firstInDatelines(labelled, (text) => (looksLikeDate(text) ? text : null));
}

/** Returns the names in the first byline ("By Ken Hanly     Jul 16, 2016"), or null. */
export function bylineInBlocks(labelled: LabelledBlocks): string | null {
  return firstInDatelines(labelled, bylineInLine);
}

function firstInDatelines<T>(
  { blocks, labels }: LabelledBlocks,
  read: (text: string) => T | null,
): T | null {
  for (let i = 0; i < blocks.length; i++) {
    const found = labels[i] === "dateline" ? read(blocks[i]!.text) : null;
    if (found !== null) return found;
  }
  return null;
}
