import { findDates } from "../facts/dates/dates.ts";
import { findNumbers } from "../facts/numbers/numbers.ts";
import type {
  DateMention,
  NameMention,
  NumberMention,
  Passage,
  ReadPassage,
  Span,
  TextPart,
} from "../model/index.ts";
import { classOf, IDEOGRAPH, SPACE } from "../text/characters.ts";
import type { Token } from "../text/tokens.ts";
import { tokenise } from "../text/tokens.ts";
import { firstEndingAfter, spansWithin } from "./locate.ts";
import type { Quotation } from "./quotes/quotes.ts";

/** The numbers, dates and names of one text, each in order; numbers inside dates are left out. */
export interface Facts {
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  readonly names: readonly NameMention[];
}

/** Finds the facts in one part of an article. */
export function findFacts(
  text: string,
  articleDay: string | null,
  names: readonly NameMention[],
  tokens: readonly Token[] = tokenise(text),
): Facts {
  const dates = findDates(text, articleDay, tokens);
  return { numbers: withoutDates(findNumbers(text, tokens), dates), dates, names };
}

/** Returns the numbers that are not part of a date. */
export function withoutDates(
  numbers: readonly NumberMention[],
  dates: readonly DateMention[],
): readonly NumberMention[] {
  return numbers.filter((number) => {
    const around = spansWithin(dates, { start: number.start - 24, end: number.end + 24 });
    return !around.some((date) => date.start <= number.start && number.end <= date.end);
  });
}

/** Returns a passage with the facts in it. */
export function readPassage(
  text: string,
  passage: Passage,
  facts: Facts,
  attributions: readonly number[],
  isQuoted: boolean,
): ReadPassage {
  const { in: part, unit, start, end } = passage;
  const words = text.slice(start, end);
  const numbers = spansWithin(facts.numbers, passage);
  const dates = spansWithin(facts.dates, passage);
  const names = spansWithin(facts.names, passage);
  const isClaim = isQuoted || statesSomething(words, names.length + numbers.length);
  return {
    in: part,
    unit,
    start,
    end,
    text: words,
    numbers,
    dates,
    names,
    attributions,
    isQuoted,
    isClaim,
  };
}

/** The fewest words of a claim: shorter sentences ("Not so.") say nothing by themselves. */
const fewestWords = 4;

/**
 * True if a sentence states something that can be checked: it is not a question or an exclamation
 * of three words.
 */
function statesSomething(words: string, facts: number): boolean {
  if (asks.test(words)) return false;
  const count = countUpTo(words, fewestWords);
  return count >= fewestWords || (facts > 0 && count >= 3);
}

const asks = /[?？؟]["”’»)\]]*$/;

/** Returns the number of words, counted up to `most`. */
function countUpTo(words: string, most: number): number {
  let count = 1;
  let unparted = 0;
  for (let at = 1; at < words.length && count < most; at++) {
    const kind = classOf(words.charCodeAt(at));
    const startsWord = (classOf(words.charCodeAt(at - 1)) & SPACE) !== 0 && (kind & SPACE) === 0;
    // Two characters are a word where no space parts them.
    if (kind & IDEOGRAPH) unparted++;
    if (startsWord || (kind & IDEOGRAPH && unparted % 2 === 0)) count++;
  }
  return count;
}

/**
 * Returns the passages of a body: its sentences, and its quotes that are not within one; in order.
 */
export function layOutPassages(
  sentences: readonly Span[],
  quotations: readonly Quotation[],
): readonly Passage[] {
  const passages: Passage[] = sentences.map((sentence) => passageOf("body", "sentence", sentence));
  for (const { start, end } of quotations) {
    const sentence = sentences[firstEndingAfter(sentences, start)];
    const isWithin = sentence !== undefined && sentence.start <= start && end <= sentence.end;
    if (!isWithin) passages.push(passageOf("body", "quote", { start, end }));
  }
  return passages.sort((a, b) => a.start - b.start || a.end - b.end);
}

function passageOf(part: TextPart, unit: Passage["unit"], { start, end }: Span): Passage {
  return { in: part, unit, start, end };
}
