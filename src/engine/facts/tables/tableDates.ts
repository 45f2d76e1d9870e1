import type { DateMention } from "../../model/index.ts";
import { parseDay } from "../dates/calendar.ts";
import { nextAnchor } from "../dates/yearAnchor.ts";
import { dayAndMonth, monthWithoutDay, numericDate, yearAlone } from "./tableAbsoluteDates.ts";
import type { TableDate, TableDateContext } from "./tableDateReading.ts";
import { countedPeriod, namedDayDate, shiftedPeriod, weekdayDate } from "./tableRelativeDates.ts";
import type { TableText } from "./tableText.ts";

/**
 * Finds dates in a language that is read by a table, as `findDates` does in English: "am 3. Mai
 * 2018", "le 1er mars", "12.03.2019", "в среду", "geçen hafta", "قبل ثلاثة أيام".
 *
 * @param articleDay the ISO day that relative dates are counted from, or null
 */
export function findTableDates(
  reading: TableText,
  articleDay: string | null,
): readonly DateMention[] {
  const day = articleDay === null ? null : parseDay(articleDay);
  const context: TableDateContext = { ...reading, day, anchor: null };
  const found: DateMention[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const date = dateAt(context, at);
    if (date === null) {
      at++;
      continue;
    }
    const { start } = reading.tokens[date.first]!;
    const { end } = reading.tokens[date.next - 1]!;
    const mention = {
      start,
      end,
      value: date.value,
      precision: date.precision,
      relative: date.relative,
    };
    found.push(mention);
    context.anchor = nextAnchor(context, mention);
    at = Math.max(date.next, at + 1);
  }
  return found;
}

function dateAt(context: TableDateContext, at: number): TableDate | null {
  const { tokens } = context;
  if (tokens[at]!.kind === "punctuation") return null;
  if (tokens[at]!.kind === "number") {
    return (
      numericDate(context, at) ??
      dayAndMonth(context, at) ??
      countedPeriod(context, at) ??
      yearAlone(context, at)
    );
  }
  return (
    (/^\d/.test(context.words[at]!) ? dayAndMonth(context, at) : null) ??
    monthWithoutDay(context, at) ??
    shiftedPeriod(context, at) ??
    weekdayDate(context, at) ??
    namedDayDate(context, at) ??
    countedPeriod(context, at)
  );
}
