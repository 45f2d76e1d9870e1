import { isStopword, stem } from "./stems.ts";
import { termHash } from "./termHash.ts";
import { slotOf } from "./wordSlots.ts";
import { traitsOf } from "./wordTraits.ts";

/** A word as it is compared, with the properties that do not depend on its context. */
export interface WordForm {
  readonly folded: string;
  /** What the language tables know of it, as bits. See wordTraits. */
  readonly traits: number;
  readonly stem: string;
  readonly isStopword: boolean;
  /** The word, and its stem, as the index holds them. */
  readonly wordHash: number;
  readonly stemHash: number;
  /** The slot where tables by form keep their entry; other forms may share it. */
  readonly slot: number;
}

/** Returns the form of a folded word. */
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
