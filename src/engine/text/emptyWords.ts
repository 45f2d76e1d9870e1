// By a door of its own: the other tables would weigh more than the popup and the card together.
import emptyWords from "../../../assets/language/emptyWords.json";
import { once } from "./once.ts";

/** A sentence has more than one of them; fewer tell no language from another ("die", "war"). */
const fewestInText = 3;

/**
 * The words of a text's language that carry nothing when two wordings of a statement are set against
 * each other: "the", "of", "was". The language is the one that most of the text's words are such words
 * of; of a text that is too short to tell, no word counts as empty.
 * @param words in lower case, without marks around them
 */
export function emptyWordsFor(words: readonly string[]): ReadonlySet<string> {
  const counted = byLanguage()
    .map((empty) => ({ empty, count: words.filter((word) => empty.has(word)).length }))
    .toSorted((a, b) => b.count - a.count);
  const [first, second] = counted;
  const isTold = first!.count >= fewestInText && first!.count > second!.count;
  return isTold ? first!.empty : nothing;
}

const nothing: ReadonlySet<string> = new Set();

const byLanguage = once(() =>
  Object.entries(emptyWords)
    .filter(([language]) => language !== "about")
    .map(([, words]): ReadonlySet<string> => new Set(words.split(" "))),
);
