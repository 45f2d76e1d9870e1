/** Month names of the languages that news pages are read in, by their first letters. */
const months: readonly (readonly string[])[] = [
  "jan januar janv ene gen янв січ ocak leden ledna sty ιαν يناير जनवरी",
  "feb fév fev фев лют şub únor lut φεβ فبراير شباط फ़रवरी फरवरी",
  "mar mär mrz maa мар бер březn μαρ μάρ مارس آذار मार्च",
  "apr avr abr апр кві nis dubna duben kwi απρ أبريل نيسان अप्रैल",
  "may mai mag mei maj мая май тра kvě μαΐ μάι مايو أيار",
  "jun juin giu июн чер haz červn cze ιουν ιούν يونيو حزيران जून",
  "jul juil lug июл лип temmuz červen lip ιουλ ιούλ يوليو تموز जुलाई",
  "aug aoû aou ago agu авг сер ağu srpna srpen sie αυγ αύγ أغسطس अगस्त",
  "sep set сен вер eyl zář wrz σεπ سبتمبر أيلول सितंबर सितम्बर",
  "oct okt out ott окт жов eki říj paź οκτ أكتوبر अक्टूबर अक्तूबर",
  "nov ноя лис kasım listopad lis νοε نوفمبر नवंबर नवम्बर",
  "dec dez déc dic des дек гру aralık prosin gru δεκ ديسمبر दिसंबर दिसम्बर",
].map((names) => names.split(" "));

/** Returns the month, 1..12, that a word names ("Dec", "décembre", "мая"), or null. */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  if (lower.length < 3) return null;
  let best = 0;
  let bestLength = 0;
  months.forEach((starts, i) => {
    for (const start of starts) {
      if (start.length > bestLength && lower.startsWith(start)) {
        best = i + 1;
        bestLength = start.length;
      }
    }
  });
  return bestLength === 0 ? null : best;
}

/** Outside these years a number is not a date of news. */
const firstYear = 1800;
/** The last year in which a number is taken for a date. */
export const lastYear = 2100;

/** True if the day exists, in a year in which news could have been printed. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** "2018", "2018-03" or "2018-03-05". */
export function isoDay(year: number, month?: number, day?: number): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

const isoDate =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** True for a year, month, day or time in ISO 8601 that the calendar has, as articles have them. */
export function isIsoDate(value: string): boolean {
  const [, year, month = 1, day = 1] = isoDate.exec(value) ?? [];
  return year !== undefined && isDay(Number(year), Number(month), Number(day));
}
