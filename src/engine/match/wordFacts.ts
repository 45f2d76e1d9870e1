import { wordKey } from "../facts/nameKey.ts";
import { termHash } from "../library/termHash.ts";
import { wordHashes } from "../library/wordHashes.ts";
import { remember } from "../text/remember.ts";
import { stem } from "../text/stems.ts";
import { groupsOf } from "./relatedWords.ts";

/** What comparing asks of a word, worked out once for each form. */
export interface WordFacts {
  /** The word as it is, and its stem, as hashes. */
  readonly word: number;
  readonly stemHash: number;
  readonly stem: string;
  /** Groups of related words. */
  readonly groups: readonly number[];
  readonly isStopword: boolean;
  readonly isNegation: boolean;
}

/** The vocabulary of some days of news; each costs about 200 bytes. */
const cachedWords = 30_000;

/** The facts of a folded word. */
export const wordFacts: (folded: string) => WordFacts = /* @__PURE__ */ remember(
  cachedWords,
  (folded) => {
    const { word, stem: stemHash, isStopword } = wordHashes(folded);
    const stemmed = stem(folded);
    return {
      ...{ word, stemHash, stem: stemmed, groups: groupsOf(stemmed) },
      ...{ isStopword, isNegation: isNegation(folded) },
    };
  },
);

/** The hash under which a word of a name meets its other spellings. */
export const nameWordHash: (folded: string) => number = /* @__PURE__ */ remember(
  cachedWords,
  (folded) => termHash("name", wordKey(folded)),
);

const negations: ReadonlySet<string> = new Set(
  "not no never none neither nobody without cannot dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont cant couldnt deny denied denies denying incorrect false untrue baseless".split(
    " ",
  ),
);

/** True for a word that turns its clause into the contrary. */
function isNegation(folded: string): boolean {
  return negations.has(folded) || folded.endsWith("n't");
}
