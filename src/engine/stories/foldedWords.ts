import { tokenise } from "../text/tokens.ts";

/** Returns the words and numbers of a text as they are compared, without punctuation. */
export function foldedWords(text: string): readonly string[] {
  return tokenise(text).flatMap(({ kind, folded }) => (kind === "punctuation" ? [] : [folded]));
}
