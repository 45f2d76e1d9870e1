// Not imported from languageTables.ts, whose tables are larger than popup and card together.
import emptyWords from "../../../assets/language/emptyWords.json";
import { once } from "./once.ts";

/** A sentence has at least this many of them; fewer do not distinguish languages ("die", "war"). */
const fewestInText = 3;

/**
 * Returns the words that carry no meaning when two wordings are compared ("the", "of", "was"), in
 * the language that has most of them in the text. Returns no words if the text is too short to
 * decide.
 * @param words in lower case, without punctuation
 */
export function emptyWordsFor(words: readonly string[]): ReadonlySet<string> {
  const counted = byLanguage()
    .map((empty) => ({ empty, count: words.filter((word) => empty.has(word)).length }))
    .toSorted((a, b) => b.count - a.count);
  const [first, second] = counted;
  const isDecided = first!.count >= fewestInText && first!.count > second!.count;
  return isDecided ? first!.empty : nothing;
}

const nothing: ReadonlySet<string> = new Set();

const byLanguage = once(() =>
  Object.entries(emptyWords)
    .filter(([language]) => language !== "about")
    .map(([, words]): ReadonlySet<string> => new Set(words.split(" "))),
);
