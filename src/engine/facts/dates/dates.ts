import type { DateMention } from "../../model/index.ts";
import { type Token, tokenise } from "../../text/tokens.ts";
import { DATE_WORD } from "../../text/wordTraits.ts";
import { readDayMonth, readIso, readMonth, readYear } from "./absoluteDates.ts";
import { parseDay } from "./calendar.ts";
import type { DateContext, DateReading } from "./dateReading.ts";
import { readCount, readNamedDay, readShifted, readWeekday } from "./relativeDates.ts";
import { nextAnchor } from "./yearAnchor.ts";

/**
 * Finds dates and their values. Absolute dates have their own year ("Dec. 29, 2018", "29 December
 * 2018", "2018-12-29", "January 2017", "early 2019"). Relative dates are counted from the article's
 * day ("Saturday", "last week", "three days ago", "July 15" without a year) and have no value if
 * that day is not known. After a date far from the article's day, dates without a year belong to
 * the year of that date ("On 19 December 2018 … On 28 December"). One pass over the tokens, each
 * pattern tried at its first word.
 *
 * @param articleDay the ISO day that relative dates are counted from, or null
 */
export function findDates(
  text: string,
  articleDay: string | null,
  tokens: readonly Token[] = tokenise(text),
): readonly DateMention[] {
  const day = articleDay === null ? null : parseDay(articleDay);
  const context: DateContext = { text, tokens, day, anchor: null };
  const found: DateMention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const reading = readAt(context, at);
    if (reading === null) {
      at++;
      continue;
    }
    for (const date of reading.dates) {
      found.push(date);
      context.anchor = nextAnchor(context, date);
    }
    at = reading.next;
  }
  return found;
}

function readAt(context: DateContext, at: number): DateReading | null {
  const token = context.tokens[at]!;
  if (token.kind === "number") {
    return (
      readIso(context, at) ??
      readDayMonth(context, at) ??
      readCount(context, at) ??
      readYear(context, at)
    );
  }
  if (token.kind !== "word" || (token.traits & DATE_WORD) === 0) return null;
  return (
    readMonth(context, at) ??
    readShifted(context, at) ??
    readWeekday(context, at, 0) ??
    readNamedDay(context, at) ??
    readCount(context, at)
  );
}
