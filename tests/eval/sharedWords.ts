import { tokenise } from "../../src/engine/text/tokens.ts";

/** The words of a text, folded, each once, punctuation left out. */
export function wordFormsOf(text: string): ReadonlySet<string> {
  return new Set(
    tokenise(text)
      .filter(({ kind }) => kind !== "punctuation")
      .map(({ folded }) => folded),
  );
}
