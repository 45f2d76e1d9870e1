/**
 * Splits a passage into clauses without a grammar: it cuts at punctuation and at words that begin a
 * clause, then joins each piece that has no verb to the piece before it. Time is linear in the
 * number of words.
 */
import { abbreviations, numberTables } from "../../text/languageTables.ts";
import type { Token } from "../../text/tokens.ts";
import { isVerbAt } from "./actions/verbs.ts";

/** The clauses of one passage, by word. */
export interface Clauses {
  /** The clause number of each word; the words of a clause follow each other. */
  readonly of: readonly number[];
  /** Whether each word is a verb. */
  readonly isVerb: readonly boolean[];
}

const clauseStarts: ReadonlySet<string> = new Set(
  (
    "that which who whom whose when where while after before because although though if unless until since as whether " +
    "but and or than"
  ).split(" "),
);

/** Cuts a passage's words into clauses. */
export function clausesOf(text: string, words: readonly Token[]): Clauses {
  const isVerb = words.map((_, index) => isVerbAt(words, index));
  const fragments = fragmentsOf(text, words);
  const hasVerb = new Set(fragments.filter((_, index) => isVerb[index]));
  const clauseOfFragment: number[] = [];
  let clause = 0;
  let isOpen = false;
  for (let fragment = 0; fragment <= (fragments.at(-1) ?? 0); fragment++) {
    if (hasVerb.has(fragment)) {
      if (isOpen) clause++;
      isOpen = true;
    }
    clauseOfFragment.push(clause);
  }
  return { of: fragments.map((fragment) => clauseOfFragment[fragment]!), isVerb };
}

/** Returns the index of the first word of a word's clause. */
export function clauseStart({ of }: Clauses, index: number): number {
  return of.indexOf(of[index]!);
}

/** Returns the index after the last word of a word's clause. */
export function clauseEnd({ of }: Clauses, index: number): number {
  return of.lastIndexOf(of[index]!) + 1;
}

const saying: ReadonlySet<string> = new Set(
  "said says say think thinks thought believe believes believed".split(" "),
);
/** Words after "said" that still belong to the saying clause. */
const withSaying: ReadonlySet<string> = new Set(
  (
    "to in on at of by for with from during about after before earlier later today yesterday monday tuesday wednesday " +
    "thursday friday saturday sunday night morning evening afternoon"
  ).split(" "),
);

/**
 * True for the first word of reported speech without "that": "said floods have", "said Monday
 * floods have".
 */
function opensReportedSpeech(words: readonly Token[], index: number): boolean {
  if (withSaying.has(words[index]!.folded)) return false;
  let before = index - 1;
  while (dayNames.test(words[before]?.folded ?? "")) before--;
  return saying.has(words[before]?.folded ?? "");
}

const dayNames =
  /^(?:today|yesterday|night|morning|evening|afternoon|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** True for the "than" of "more than 200", which belongs to the number. */
function isOfNumber(words: readonly Token[], index: number): boolean {
  const next = words[index + 1];
  if (words[index]!.folded !== "than" || next === undefined) return false;
  return next.kind === "number" || numberTables.words.has(next.folded) || next.folded === "half";
}

function fragmentsOf(text: string, words: readonly Token[]): readonly number[] {
  let fragment = 0;
  return words.map(({ start, folded }, index) => {
    const before = words[index - 1];
    if (before === undefined) return fragment;
    const between = text.slice(before.end, start);
    const isStopped = /\.\s/.test(between) && !isShortened(before.folded, text[start]!);
    const isApart = isStopped || /[,;:()—–!?]|\s-\s/.test(between) || isQuoteApart(between, before);
    const isStart = clauseStarts.has(folded) && !isOfNumber(words, index);
    if (isApart || isStart || opensReportedSpeech(words, index)) fragment++;
    return fragment;
  });
}

/** True at a quotation mark, unless it parts "to" from its verb: "not enough to “resolve” it". */
function isQuoteApart(between: string, before: Token): boolean {
  return /["“”]/.test(between) && before.folded !== "to";
}

/** True for a word whose full stop ends no sentence: "Gen. | Smith", "Dec. | 18". */
function isShortened(word: string, next: string): boolean {
  if (abbreviations.titles.has(word)) return true;
  const isShort = abbreviations.general.has(word) || abbreviations.beforeNumber.has(word);
  return isShort && !/\p{Lu}/u.test(next);
}
