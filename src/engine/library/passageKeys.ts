import type { ArticleReading } from "../model/index.ts";
import { tokeniseIn } from "../text/languages.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import { termsOfPassage } from "./terms.ts";

/** The keys that a passage is found by: see terms.ts and fingerprints.ts. */
export interface PassageKeys {
  readonly terms: Uint32Array;
  readonly fingerprints: Uint32Array;
}

/** Returns the terms and fingerprints of each passage of an article. */
export function keysOfPassages({ article, passages }: ArticleReading): readonly PassageKeys[] {
  return passages.map((passage) => {
    const tokens = tokeniseIn(passage.text, article.language);
    return {
      terms: termsOfPassage(passage, tokens),
      fingerprints: fingerprintsOf(passage.text, tokens),
    };
  });
}
