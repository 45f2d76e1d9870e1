import { wordKey } from "../../facts/names/nameKey.ts";
import { termHash } from "../../text/termHash.ts";
import type { WordForm } from "../../text/wordForm.ts";
import { rememberByForm } from "../../text/wordForms.ts";
import { groupsOf } from "./relatedWords.ts";

/** What the comparison needs to know of a word besides its form. */
export interface WordFacts {
  /** The hash of its stem, as a unit's only part. */
  readonly parts: readonly number[];
  /** The indices of its groups of related words. */
  readonly groups: readonly number[];
  readonly isNegation: boolean;
}

/** Returns the facts of a word. */
export const wordFacts: (form: WordForm) => WordFacts = /* @__PURE__ */ rememberByForm((form) => ({
  parts: [form.stemHash],
  groups: groupsOf(form.stem),
  isNegation: isNegation(form.folded),
}));

/** Returns the hash that is equal for all spellings of a word in a name. */
export const nameWordHash: (form: WordForm) => number = /* @__PURE__ */ rememberByForm(
  ({ folded }) => termHash("name", wordKey(folded)),
);

const negations: ReadonlySet<string> = new Set(
  "not no never none neither nobody without cannot dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont cant couldnt deny denied denies denying incorrect false untrue baseless".split(
    " ",
  ),
);

/** True for a negation. */
function isNegation(folded: string): boolean {
  return negations.has(folded) || folded.endsWith("n't");
}
