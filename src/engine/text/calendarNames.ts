/**
 * Returns names of months and weekdays from the Unicode CLDR, which JavaScript engines include
 * (ECMA-402).
 */

/**
 * Returns the months (1..12) by name and abbreviation, both as they stand alone and next to a day;
 * lower case, without stops.
 */
export function namesOfMonths(locales: readonly string[]): ReadonlyMap<string, number> {
  return namesOf(locales, "month", 12, (index) => Date.UTC(2023, index, 10));
}

/** Returns the weekdays (1 = Monday .. 7) by name and abbreviation; lower case. */
export function namesOfWeekdays(locales: readonly string[]): ReadonlyMap<string, number> {
  return namesOf(locales, "weekday", 7, (index) => Date.UTC(2023, 0, 2 + index));
}

function namesOf(
  locales: readonly string[],
  part: "month" | "weekday",
  count: number,
  time: (index: number) => number,
): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const format of formats(locales, part)) {
    for (let index = 0; index < count; index++) {
      const parts = format.formatToParts(time(index));
      const written = parts.find(({ type }) => type === part)?.value ?? "";
      const name = written.replace(/[.\u200e\u200f]/g, "").toLowerCase();
      if (/^\p{L}[\p{L}\p{M}]/u.test(name) && !names.has(name)) names.set(name, index + 1);
    }
  }
  return names;
}

/** Returns the formats to ask for: next to a day a month may have a case ending, as in "мая". */
function formats(
  locales: readonly string[],
  part: "month" | "weekday",
): readonly Intl.DateTimeFormat[] {
  const settings: Intl.DateTimeFormatOptions[] = [{ [part]: "long" }];
  if (part === "month")
    settings.push({ month: "long", day: "numeric" }, { month: "short", day: "numeric" });
  return settings.flatMap((options) =>
    locales.map(
      (locale) =>
        new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", calendar: "gregory" }),
    ),
  );
}
