import { namesOfMonths, namesOfWeekdays } from "../../text/calendarNames.ts";
import { figureTables, numberTables, telltaleWords } from "../../text/languageTables.ts";
import { isUnparted, type WordList, wordList } from "./wordList.ts";

/**
 * What a language without a table writes around digits: decimal mark, scales ("mln", "万"), units and
 * months from the CLDR, which JavaScript engines include (ECMA-402); bounds and a few units from
 * `assets/language/figures.json`.
 */
export interface FigureWords {
  readonly decimal: "." | ",";
  /** True where a space may part groups of three digits. */
  readonly hasSpacedGroups: boolean;
  readonly scales: WordList<number>;
  readonly units: WordList<string>;
  /** Bounds, as words before and after a number. */
  readonly before: WordList<Bound>;
  readonly after: WordList<Bound>;
  /** False if the language's bounds are not known. */
  readonly hasBounds: boolean;
  /** Words between a scale and a unit: "milioni | di | euro". */
  readonly of: WordList<true>;
  /** What follows a time of day: "7時". */
  readonly clock: WordList<true>;
  readonly months: WordList<number>;
  /** 1 (Monday) .. 7; empty in languages that the table lacks, where they may be other words, too. */
  readonly weekdays: WordList<number>;
}

/** What a number's words say of its exactness. */
export type Bound = "about" | "atLeast" | "atMost";

const built = new Map<string, FigureWords | null>();

/**
 * Returns the words of a language by its BCP 47 primary tag; null for English, which has rules of its
 * own, and for languages that the engine's CLDR does not have.
 */
export function figureWords(language: string | null): FigureWords | null {
  if (language === null || language === "en") return null;
  let words = built.get(language);
  if (words === undefined) {
    words = isKnown(language) ? buildWords(language) : null;
    built.set(language, words);
  }
  return words;
}

function isKnown(language: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([language]).length > 0;
  } catch {
    return false;
  }
}

function buildWords(language: string): FigureWords {
  const table = figureTables.get(language);
  const { before = {}, after = {}, units = {}, of = "", clock = "" } = table ?? {};
  const locales = table?.locales?.split(" ") ?? [language];
  const marks = new Intl.NumberFormat(language).formatToParts(1_234_567.5);
  const telltale = new Set(telltaleWords[language]?.split(" "));
  const months = [...namesOfMonths([language])].filter(([name]) => !telltale.has(name));
  return {
    decimal: marks.some(({ type, value }) => type === "decimal" && value === ",") ? "," : ".",
    hasSpacedGroups: marks.some(({ type, value }) => type === "group" && /\s/.test(value)),
    scales: wordList(locales.flatMap(scalesOf)),
    units: wordList([...unitsOf(language), ...Object.entries(units)]),
    before: wordList(Object.entries(before) as [string, Bound][]),
    after: wordList(Object.entries(after) as [string, Bound][]),
    hasBounds: Object.keys(before).length > 0,
    of: wordList(listed(of)),
    clock: wordList(listed(clock)),
    months: wordList(months),
    weekdays: table === undefined ? [] : weekdaysOf(language, table.weekdays ?? []),
  };
}

/**
 * Returns the weekdays by name, without names that are units, too (Romanian "luni" is "months"), and
 * without those of scripts whose words touch, where they are inside a token.
 */
function weekdaysOf(language: string, forms: readonly string[]): WordList<number> {
  const units = new Set(unitsOf(language).map(([unit]) => unit));
  const written = forms.flatMap((days, index) =>
    days.split(" ").map((day) => [day, index + 1] as const),
  );
  return wordList(
    [...namesOfWeekdays([language]), ...written].filter(
      ([name]) => !units.has(name) && !isUnparted(name, name.length - 1),
    ),
  );
}

function listed(words: string): readonly (readonly [string, true])[] {
  return words === "" ? [] : words.split(" ").map((word) => [word, true] as const);
}

/** Multiples of each power of ten, because a language may have several forms of a scale. */
const counts = [1, 2, 5];
const powers = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** A single letter ("M") is not surely a scale. */
const shortestScale = 2;

function scalesOf(locale: string): readonly (readonly [string, number])[] {
  const found = new Map<string, number>();
  for (const compactDisplay of ["long", "short"] as const) {
    const format = new Intl.NumberFormat(`${locale}-u-nu-latn`, {
      notation: "compact",
      compactDisplay,
      maximumFractionDigits: 2,
    });
    for (const power of powers) {
      for (const count of [...counts, 1.5]) {
        const parts = format.formatToParts(count * 10 ** power);
        const scale = parts.find(({ type }) => type === "compact")?.value.replace(/\.$/, "");
        const shown = Number(
          parts
            .flatMap(({ type, value }) =>
              (digitParts[type] ?? false) ? [type === "decimal" ? "." : value] : [],
            )
            .join(""),
        );
        const isSure =
          scale !== undefined && (scale.length >= shortestScale || !/[a-z]/i.test(scale));
        if (isSure && !found.has(scale))
          found.set(scale, Math.round((count * 10 ** power) / shown));
      }
    }
  }
  return [...found];
}

const digitParts: Readonly<Record<string, true>> = { integer: true, decimal: true, fraction: true };

/** Units by their names in the CLDR, as `numbers.json` names them. */
const measured: readonly (readonly [string, string])[] = [
  ["percent", "percent"],
  ["second", "second"],
  ["minute", "minute"],
  ["hour", "hour"],
  ["day", "day"],
  ["week", "week"],
  ["month", "month"],
  ["year", "year"],
  ["meter", "metre"],
  ["kilometer", "kilometre"],
  ["kilogram", "kilogram"],
  ["liter", "litre"],
];

function unitsOf(language: string): readonly (readonly [string, string])[] {
  const locale = `${language}-u-nu-latn`;
  const named = measured.flatMap(([unit, name]) =>
    formsIn(locale, { style: "unit", unit, unitDisplay: "long" }).map(
      (form) => [form, name] as const,
    ),
  );
  const currencies = [...new Set(numberTables.currencySigns.values())].flatMap((currency) =>
    formsIn(locale, { style: "currency", currency, currencyDisplay: "name" }).map(
      (form) => [form, currency] as const,
    ),
  );
  return [...named, ...currencies];
}

/** Returns the text around a number in each of its forms. */
function formsIn(locale: string, options: Intl.NumberFormatOptions): readonly string[] {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, ...options });
  const forms = [...counts, 1.5].map((count) =>
    format
      .formatToParts(count)
      .filter(({ type }) => type === "unit" || type === "currency" || type === "percentSign")
      .map(({ value }) => value)
      .join(" ")
      .trim(),
  );
  return [...new Set(forms)].filter((form) => /^\p{L}[\p{L}\p{M}]|^\p{Lo}/u.test(form));
}
