import { classOf, DIGIT, LETTER, LOWER, MARK, SPACE, UPPER } from "./characters.ts";
import { foldWord } from "./foldWord.ts";
import type { LanguageTable } from "./languages.ts";
import { abbreviations, otherAbbreviations } from "./languageTables.ts";
import { isNetworkName } from "./networkName.ts";

/** What is known of the words before a stop. */
export interface StopWords {
  /** The table of the language; null for English and languages without one. */
  readonly table: LanguageTable | null;
  /** Abbreviations that never end a sentence, in languages without a table. */
  readonly neverLast: ReadonlySet<string>;
}

const neverLastIn = new Map<string, ReadonlySet<string>>();

/** Returns the abbreviations of a language without a table that never end a sentence. */
export function abbreviationsOf(language: string | null): ReadonlySet<string> {
  const listed = otherAbbreviations.get(language ?? "");
  if (language === null || listed === undefined) return none;
  const words = neverLastIn.get(language) ?? new Set(listed.split(" "));
  neverLastIn.set(language, words);
  return words;
}

const none: ReadonlySet<string> = new Set();

/** The longest word that is looked up before a stop; longer words are not abbreviations. */
const longestAbbreviation = 12;

/**
 * True if the single full stop at `at` ends the sentence that began at `start`. `end` is the offset
 * after its closing marks, `next` that of the next word, which is not in lower case.
 */
export function stopEndsSentence(
  text: string,
  start: number,
  at: number,
  end: number,
  next: number,
  { table, neverLast }: StopWords,
): boolean {
  const from = wordStart(text, start, at);
  if (from === at) return true;
  if (at - from > longestAbbreviation) return true;
  const word = text.slice(from, at);
  if (neverLast.has(word.toLowerCase())) return false;
  if (table !== null) {
    if (isNumber(word) && isListMark(text, start, from, at, next)) return false;
    const mayGoOn =
      isAbbreviated(table, word) &&
      (end === at + 1 || text[at + 1] === ")") &&
      !isNetworkName(text, from);
    const following = wordAt(text, next);
    const isInitial = following.length === 1 && text[next + 1] === ".";
    return !mayGoOn || (!isInitial && table.sentenceStarters.has(following));
  }
  if (isNumber(word)) return !isListMark(text, start, from, at, next);
  if (end > at + 1 && text.charCodeAt(at + 1) !== 0x29) return true;
  const isInitials = word.includes(".");
  if (word.length === 1) return afterInitial(text, word, start, from, next);
  const folded = word.toLowerCase();
  if (abbreviations.clock.has(folded) && (isInitials || followsNumber(text, from))) {
    return !goesOnAfterClock(text, next);
  }
  if (abbreviations.titles.has(folded) && isTitleHere(text, word, next)) return false;
  if (abbreviations.beforeNumber.has(folded)) return !(classOf(text.charCodeAt(next)) & DIGIT);
  const mayGoOn = isInitials
    ? initials.test(word)
    : abbreviations.general.has(folded) && isAbbreviationHere(text, from, folded);
  return mayGoOn ? startsSentence(text, next) : true;
}

/**
 * True for "3." and "XX." in languages where those are ordinals, "z. B.", "т.е.", "M.", "г.", and
 * initials: the sentence may continue after them.
 */
function isAbbreviated(table: LanguageTable, word: string): boolean {
  if (isNumber(word)) return table.ordinalStops && word.length <= longestOrdinal;
  if (word.length === 1) return /[\p{Lu}\p{Lo}]/u.test(word) || isListed(table, word);
  if (table.ordinalStops && /^[IVX]+$/.test(word)) return true;
  return initials.test(word) || isListed(table, word);
}

function isListed({ abbreviations: listed, titles }: LanguageTable, word: string): boolean {
  return listed.has(word.toLowerCase()) || titles.has(foldWord(word));
}

/** Years and other numbers of more digits end sentences; days and centuries do not. */
const longestOrdinal = 2;

/**
 * Returns the offset where the word before the stop begins: letters, digits, inner stops and
 * apostrophes.
 */
function wordStart(text: string, start: number, at: number): number {
  let from = at;
  while (from > start && at - from <= longestAbbreviation) {
    const code = text.charCodeAt(from - 1);
    if (!(classOf(code) & (LETTER | DIGIT | MARK)) && code !== 0x2e && code !== 0x26) break;
    from--;
  }
  while (from < at && text.charCodeAt(from) === 0x2e) from++;
  return from;
}

function isNumber(word: string): boolean {
  return (classOf(word.charCodeAt(0)) & DIGIT) !== 0 && /^[\d.,]+$/.test(word);
}

/** True for a short number that opens the sentence and numbers what follows: "1. Russia". */
function isListMark(text: string, start: number, from: number, at: number, next: number): boolean {
  return (
    from === start && at - from <= 2 && next > at + 1 && !(classOf(text.charCodeAt(next)) & DIGIT)
  );
}

/**
 * True if a sentence ends after a single letter, which is an initial ("J. Smith") unless a common
 * first word follows.
 */
function afterInitial(
  text: string,
  letter: string,
  start: number,
  from: number,
  next: number,
): boolean {
  if (!(classOf(letter.charCodeAt(0)) & UPPER)) {
    if (from === start) return false;
    return !(abbreviations.titles.has(letter) || abbreviations.beforeNumber.has(letter));
  }
  if (letter === "I" && !isAfterName(text, from)) return true;
  if (isNetworkName(text, from)) return true;
  return startsSentence(text, next);
}

/** True if the word before `from` is capitalised, so that the initial continues a name. */
function isAfterName(text: string, from: number): boolean {
  let at = from - 2;
  while (classOf(text.charCodeAt(at)) & LETTER && from - at < 30) at--;
  return (classOf(text.charCodeAt(at + 1)) & UPPER) !== 0;
}

/** True for an abbreviated title before a name. "No" and "St" are titles only with a capital. */
function isTitleHere(text: string, word: string, next: number): boolean {
  const isCapital = (classOf(word.charCodeAt(0)) & UPPER) !== 0;
  if (!isCapital) return word === "vs" || word === "v" || word === "cf";
  return (classOf(text.charCodeAt(next)) & UPPER) !== 0 || word === "St" || word === "Ft";
}

/** "U.S", "N.Y", "Ph.D": letters each with a stop between. */
const initials = /^(?:\p{L}\.)+\p{L}$|^ph\.d$/iu;

/**
 * True for a listed abbreviation: a capitalised one (states, companies), or "etc." and units in
 * lower case.
 */
function isAbbreviationHere(text: string, from: number, folded: string): boolean {
  if (classOf(text.charCodeAt(from)) & UPPER) return true;
  return uncapitalised.has(folded);
}

const uncapitalised: ReadonlySet<string> = new Set(
  "etc al vs inc ltd co lb lbs oz yd sq cu approx incl excl resp bn mn tn mln bln dlrs pct cts bzw usw ggf evtl".split(
    " ",
  ),
);

function followsNumber(text: string, from: number): boolean {
  let at = from - 1;
  if (classOf(text.charCodeAt(at)) & SPACE) at--;
  return (classOf(text.charCodeAt(at)) & DIGIT) !== 0;
}

function goesOnAfterClock(text: string, next: number): boolean {
  const word = wordAt(text, next);
  return abbreviations.timeZones.has(word) || dayOrMonth.test(word);
}

const dayOrMonth =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|January|February|March|April|May|June|July|August|September|October|November|December)s?$/;

/** True if what begins at `next` is more likely a new sentence than the rest of a name. */
function startsSentence(text: string, next: number): boolean {
  const kind = classOf(text.charCodeAt(next));
  if (kind & (DIGIT | LOWER)) return false;
  if (!(kind & LETTER)) return !isDashOrBracket(text.charCodeAt(next));
  return abbreviations.sentenceStarters.has(wordAt(text, next));
}

function isDashOrBracket(code: number): boolean {
  return code === 0x28 || code === 0x2d || code === 0x2013 || code === 0x2014;
}

function wordAt(text: string, from: number): string {
  let end = from;
  while (end < from + 16 && classOf(text.charCodeAt(end)) & LETTER) end++;
  return text.slice(from, end);
}
