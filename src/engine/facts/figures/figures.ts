import type { DateMention, NumberMention } from "../../model/index.ts";
import { digitOf, type Token } from "../../text/tokens.ts";
import { parseDay } from "../dates/calendar.ts";
import { nextAnchor } from "../dates/yearAnchor.ts";
import { dateAt, weekdayAt } from "./figureDates.ts";
import { numberAt } from "./figureNumbers.ts";
import type { FigureText } from "./figureText.ts";
import type { FigureWords } from "./figureWords.ts";

/**
 * Finds numbers and dates that are written in digits, and weekdays, in a language without a table: "3,5
 * mln euro", "2億1000万円", "9 березня", "3月4日". Numbers in words and "yesterday" are not read. One
 * pass over the tokens.
 *
 * @param articleDay the ISO day that dates without a year are near to, or null
 */
export function findFigures(
  text: string,
  tokens: readonly Token[],
  articleDay: string | null,
  words: FigureWords,
): { readonly numbers: readonly NumberMention[]; readonly dates: readonly DateMention[] } {
  const day = articleDay === null ? null : parseDay(articleDay);
  const reading: FigureText = { text, plain: withLatinDigits(text), words, day, anchor: null };
  const numbers: NumberMention[] = [];
  const dates: DateMention[] = [];
  let reached = 0;
  for (const { start, kind } of tokens) {
    if (start < reached || kind === "punctuation") continue;
    const isInDigits = /\d/.test(reading.plain[start] ?? "");
    const date = isInDigits ? dateAt(reading, start) : weekdayAt(reading, start);
    if (date !== null) {
      dates.push(date);
      reading.anchor = nextAnchor(reading, date);
    }
    const number = date === null && isInDigits ? numberAt(reading, start) : null;
    if (number !== null) numbers.push(number.mention);
    reached = date?.end ?? number?.next ?? reached;
  }
  return { numbers, dates };
}

/** Returns the text, of the same length, with the digits of all scripts as Latin ones. */
function withLatinDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) =>
    digit.length === 1 ? String(digitOf(digit.charCodeAt(0))) : digit,
  );
}
