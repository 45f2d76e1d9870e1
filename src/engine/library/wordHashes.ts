import { remember } from "../text/remember.ts";
import { isStopword, stem } from "../text/stems.ts";
import { termHash } from "./termHash.ts";

/** What a word is in the index: by its form, and by its stem. */
export interface WordHashes {
  readonly word: number;
  readonly stem: number;
  /** Whether it is a function word, which is no term. */
  readonly isStopword: boolean;
}

/** The vocabulary of some days of news; each costs about a hundred bytes. */
const cachedWords = 30_000;

/** The hashes of a folded word. */
export const wordHashes: (folded: string) => WordHashes = /* @__PURE__ */ remember(
  cachedWords,
  (folded) => ({
    word: termHash("wordRun", folded),
    stem: termHash("stem", stem(folded)),
    isStopword: isStopword(folded),
  }),
);
