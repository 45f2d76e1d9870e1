import { isStopword, stem } from "./stems.ts";
import { termHash } from "./termHash.ts";
import { slotOf } from "./wordSlots.ts";
import { traitsOf } from "./wordTraits.ts";

/** A word as it is compared, with what is known of it whatever it stands beside. */
export interface WordForm {
  readonly folded: string;
  /** What the language tables know of it, as bits. See wordTraits. */
  readonly traits: number;
  readonly stem: string;
  readonly isStopword: boolean;
  /** The word, and its stem, as the index holds them. */
  readonly wordHash: number;
  readonly stemHash: number;
  /** Where tables by form keep what they know of it; others may have the same. */
  readonly slot: number;
}

/** The form of a folded word. */
export function formOf(folded: string): WordForm {
  const stemmed = stem(folded);
  return {
    folded,
    traits: traitsOf(folded),
    stem: stemmed,
    isStopword: isStopword(folded),
    wordHash: termHash("wordRun", folded),
    stemHash: termHash("stem", stemmed),
    slot: slotOf(folded, 0, folded.length),
  };
}
