/** Month names of the languages that news pages are read in, by their first letters. */
const months: readonly (readonly string[])[] = [
  ["jan", "januar", "janv", "ene", "gen", "янв", "ocak", "leden", "ledna"],
  ["feb", "fév", "fev", "фев", "şub", "únor"],
  ["mar", "mär", "mrz", "maa", "мар", "březn"],
  ["apr", "avr", "abr", "апр", "nis", "dubna", "duben"],
  ["may", "mai", "mag", "mei", "мая", "май", "kvě"],
  ["jun", "juin", "giu", "июн", "haz", "červn"],
  ["jul", "juil", "lug", "июл", "temmuz", "červen"],
  ["aug", "aoû", "aou", "ago", "авг", "ağu", "srpna", "srpen"],
  ["sep", "set", "сен", "eyl", "zář"],
  ["oct", "okt", "out", "ott", "окт", "eki", "říj"],
  ["nov", "ноя", "kasım", "listopad"],
  ["dec", "dez", "déc", "dic", "дек", "aralık", "prosin"],
];

/** The month, 1..12, that a word names ("Dec", "décembre", "мая"), or null. */
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

/** True if the day exists, in a year in which news could have been printed. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1800 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** "2018", "2018-03" or "2018-03-05". */
export function isoDay(year: number, month?: number, day?: number): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}
