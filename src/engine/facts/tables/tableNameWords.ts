import type { LanguageTable } from "../../text/languages.ts";
import { isStopword } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";
import { isCapitalised, isGivenName } from "../names/nameSequences.ts";
import { type TableText, wordBefore } from "./tableText.ts";

/** What an article shows of its capitalised words, in a language that capitalises nouns. Folded. */
export interface SeenWords {
  /** Words that follow an article somewhere: nouns. */
  readonly nouns: ReadonlySet<string>;
  /** Words that follow a given name or title somewhere, whatever they end in: "Wolfgang Clement". */
  readonly lastNames: ReadonlySet<string>;
}

/** Of a word on its own. */
export const nothingSeen: SeenWords = { nouns: new Set(), lastNames: new Set() };

/** True for a capitalised word that is not a function word, day, title or role. */
export function isNameWord(reading: TableText, at: number, seen: SeenWords): boolean {
  const { text, tokens, table, words, joined } = reading;
  const word = words[at];
  if (word === undefined || !isCapitalised(text, tokens[at])) return false;
  if (table.functionWords.has(word) || table.titles.has(word)) return false;
  if (isNoun(reading, at, seen) || table.calendar.days.has(word)) return false;
  if (table.calendar.weekdays.has(word) && table.capitalisedNouns) return false;
  if (isStopword(word) && !isUsedAsName(reading, at)) return false;
  if (isMonth(reading, at)) return false;
  if (table.speech.verbs.has(word)) return false;
  if (table.organisationWords.has(word)) return true;
  return !table.roles.has(word) && !table.roles.has(joined[at]!);
}

/**
 * True for Latin letters and for marks, which belong to every script: a name stays in one script.
 */
export function isLatin(text: string, { start, kind }: Token): boolean {
  return (
    kind !== "word" ||
    /[A-Za-z\u00c0-\u024f]/.test(text[start]!) ||
    !/[\u0370-\u05ff]/.test(text[start]!)
  );
}

/** True for a month ("Mai", "3 May"), unless a title or another word of a name precedes it. */
function isMonth(reading: TableText, at: number): boolean {
  const { text, tokens, table, words } = reading;
  if (!table.calendar.months.has(words[at]!) || isUsedAsName(reading, at)) return false;
  if (tokens[at - 1]?.kind === "number") return true;
  if (isGivenName(text, tokens[at]) && isCapitalised(text, tokens[at + 1])) return false;
  return !isCapitalised(text, tokens[at - 1]);
}

/** True after a title or first name, and before a verb of saying: "Theresa | May", "May sagte". */
function isUsedAsName({ text, tokens, table, words }: TableText, at: number): boolean {
  if (table.titles.has(words[wordBefore(words, at)] ?? "")) return true;
  if (isGivenName(text, tokens[at - 1])) return true;
  return speaksAfter(words, at + 1, table);
}

/** True for a verb of saying at a token, or an auxiliary and its participle. */
export function speaksAfter(
  words: readonly string[],
  at: number,
  { speech }: LanguageTable,
): boolean {
  if (speech.verbs.has(words[at] ?? "")) return true;
  return speech.auxiliaries.has(words[at] ?? "") && speech.participles.has(words[at + 1] ?? "");
}

/**
 * True, in languages that capitalise nouns, for a noun of the table, a word that follows an article
 * somewhere in the text, and one that ends as nouns do; never for a last name.
 */
export function isNoun(reading: TableText, at: number, seen: SeenWords): boolean {
  const { table, words } = reading;
  if (!table.capitalisedNouns) return false;
  const word = words[at]!;
  if (seen.lastNames.has(word)) return false;
  if (seen.nouns.has(word) || table.nouns.has(word) || table.organisationWords.has(word))
    return true;
  const endsAsNouns = word.length > 5 && table.nounEndings.some((ending) => word.endsWith(ending));
  return endsAsNouns && !isCalledByOffice(reading, at);
}

/**
 * True if an office or title precedes a name: "Außenminister Lawrow", "M. Macron", "г-н Песков". A stop may
 * follow a title only: "… dit le ministre. | Lavrov".
 */
export function isCalledByOffice({ words, joined, table }: TableText, first: number): boolean {
  const at = wordBefore(words, first);
  const [word, whole] = [words[at] ?? "", joined[at] ?? ""];
  if (table.titles.has(word) || table.titles.has(whole)) return true;
  return at === first - 1 && (table.roles.has(word) || table.roles.has(whole));
}

/** True for a small word with the ending of an adjective: "begeisterten", "gemeinsamer". */
export function isAdjective({ text, tokens, words, table }: TableText, at: number): boolean {
  const word = words[at]!;
  const ending = table.adjectiveEndings.find((one) => word.endsWith(one));
  if (ending === undefined || word.length < ending.length + shortestStem) return false;
  if (tokens[at]!.kind !== "word" || isCapitalised(text, tokens[at])) return false;
  return !table.functionWords.has(word) && !table.speech.verbs.has(word);
}

/** Letters of an adjective before its ending. */
const shortestStem = 2;
