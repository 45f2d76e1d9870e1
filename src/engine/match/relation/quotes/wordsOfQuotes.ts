import type { Span } from "../../../model/index.ts";
import { stem } from "../../../text/stems.ts";
import type { Token } from "../../../text/tokens.ts";
import type { PreparedPassage } from "../../candidates/preparedPassage.ts";
import { quotesIn } from "./quotedWords.ts";

/** The words of one quote. */
export interface QuotedWords {
  readonly text: string;
  readonly words: readonly Token[];
  /** Equal for words that mean the same: contractions and spelling variants are resolved. */
  readonly keys: readonly string[];
  /** Equal for all forms of one word. */
  readonly stems: readonly string[];
  /**
   * True for a whole clause, which begins with a capital. A fragment is not expected to be
   * complete.
   */
  readonly isClause: boolean;
}

/** Returns the words of each quote in a passage. */
export function quotedWordsOf(passage: PreparedPassage): readonly QuotedWords[] {
  return quotesIn(passage).map((span) => wordsIn(passage, span));
}

function wordsIn({ text, words }: PreparedPassage, { start, end }: Span): QuotedWords {
  const inside = words.filter(
    (word) => word.start >= start && word.end <= end && !isBracketed(text, word.start, start),
  );
  const expanded = inside.flatMap((word) => keysOf(word.folded).map((key) => ({ word, key })));
  const keys = expanded.map(({ key }) => key);
  return {
    text,
    words: expanded.map(({ word }) => word),
    keys,
    stems: keys.map(stem),
    isClause: beginsClause(text, start, end),
  };
}

/** True for a quote that begins with a capital, at the start of a sentence or after a colon or comma. */
function beginsClause(text: string, start: number, end: number): boolean {
  const first = text.slice(start, end).trimStart()[0] ?? "";
  const before = text.slice(0, start).replace(/(?<!["'“”‘’«»„\s])["'“”‘’«»„\s]+$/u, "");
  return (
    first !== first.toLowerCase() &&
    /(?:^|[.,:;!?–—-]|\b(?:said|says|saying|wrote|asked|tweeted))$/.test(before)
  );
}

/** True for an editor's insertion: "the issue (of the budget)", "[Mr.] Smith". */
function isBracketed(text: string, at: number, from: number): boolean {
  const before = text.slice(from, at);
  return brackets.some(([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close));
}

const brackets = [
  ["[", "]"],
  ["(", ")"],
] as const;

/** Folded words have straight apostrophes. */
const shortForms: readonly (readonly [ending: RegExp, word: string])[] = [
  [/n't$/, "not"],
  [/'re$/, "are"],
  [/'ll$/, "will"],
  [/'ve$/, "have"],
  [/'m$/, "am"],
  [/'d$/, "would"],
];

/** Titles that some outlets shorten before a name. */
const titles: ReadonlyMap<string, string> = new Map(
  "sen senator;rep representative;gov governor;gen general;lt lieutenant;sgt sergeant;dr doctor;prof professor"
    .split(";")
    .map((pair) => pair.split(" ") as [string, string]),
);

/**
 * Returns the normalised words of a token: "can't" and "cannot" become "can not", "organise"
 * becomes "organize".
 */
function keysOf(folded: string): readonly string[] {
  if (folded === "cannot" || folded === "can't") return ["can", "not"];
  // The tokeniser folds the country "US" to "usa" to separate it from the pronoun. In capitals the
  // two look alike, so both count as "us".
  if (folded === "usa") return ["us"];
  const title = titles.get(folded);
  if (title !== undefined) return [title];
  if (folded === "won't") return ["will", "not"];
  for (const [ending, word] of shortForms) {
    if (ending.test(folded)) return [folded.replace(ending, ""), word];
  }
  return [folded.replace(/is(e|ed|es|ing|ation)$/, "iz$1").replace(/our(s|ed|ing)?$/, "or$1")];
}
