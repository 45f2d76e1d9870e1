import { isStopword } from "../../../text/stems.ts";
import type { Token } from "../../../text/tokens.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import { isSayingVerb } from "../holders.ts";
import { coreWords } from "../quotes/quotedWords.ts";
import type { WordAlignment } from "./wordAlignment.ts";

/** The most content words of an exchange at either end. A longer one goes on in another way. */
const mostAtEnds = 3;

/**
 * True if both passages have words of their own in one place of what else is the same: "Two police
 * officers were killed" beside "Two firefighters were killed". Who says it may differ.
 */
export function hasExchangedWords(
  page: PreparedPassage,
  corpus: PreparedPassage,
  alignment: WordAlignment,
): boolean {
  const own = ownWordsOf(page, alignment.page);
  const other = ownWordsOf(corpus, alignment.corpus);
  return own.some((words, place) => {
    const sides = [words, other[place]!].map((its) => its.filter(isContent));
    if (sides.some(({ length }) => length === 0)) return false;
    if ([...words, ...other[place]!].some(isSayingVerb)) return false;
    const isAtEnd = place === 0 || place === own.length - 1;
    return !isAtEnd || sides.every(({ length }) => length <= mostAtEnds);
  });
}

/** Returns the words of a passage's core before, between and after the aligned ones. */
function ownWordsOf(passage: PreparedPassage, aligned: readonly number[]): readonly Token[][] {
  const core = new Set(coreWords(passage));
  return [...aligned, passage.words.length].map((end, place) =>
    passage.words.filter((_, at) => at > (aligned[place - 1] ?? -1) && at < end && core.has(at)),
  );
}

function isContent({ folded }: Token): boolean {
  return !isStopword(folded);
}
