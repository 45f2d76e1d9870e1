import { classOf, UPPER } from "../../text/characters.ts";
import { abbreviations, months, peopleWords, weekdays } from "../../text/languageTables.ts";
import { isNetworkName } from "../../text/networkName.ts";
import { isStopword } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";

/** A run of capitalised words that may be a name, as token indices, half-open. */
export interface NameSequence {
  readonly first: number;
  readonly next: number;
}

/** True for a word token that begins with a capital. */
export function isCapitalised(text: string, token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === "word" &&
    (classOf(text.charCodeAt(token.start)) & UPPER) !== 0
  );
}

/** True for a word token that is a given name as it is written. */
export function isGivenName(text: string, token: Token | undefined): boolean {
  return token !== undefined && peopleWords.givenNames.has(text.slice(token.start, token.end));
}

/** The most words that a headline has. */
const longestHeadline = 30;

/**
 * True for a headline that is in capitals or capitalises each word, where capitals prove nothing.
 */
export function isTitleCase(
  text: string,
  tokens: readonly Token[],
  first: number,
  next: number,
): boolean {
  if (next - first > longestHeadline || tokens[next - 1]?.folded === ".") return false;
  let words = 0;
  let capitalised = 0;
  for (let at = first; at < next; at++) {
    const token = tokens[at]!;
    if (token.kind !== "word" || isStopword(token.folded)) continue;
    words++;
    if (isCapitalised(text, token)) capitalised++;
  }
  return words >= 4 && capitalised > words * 0.75;
}

/** True if the token is the first of its sentence, quote or line. */
export function opensSentence(text: string, tokens: readonly Token[], token: number): boolean {
  let at = token;
  // The text before a closing mark and a space decides; a page may have any number of them.
  while (isClosedBefore(tokens, at) && !startsLine(text, tokens, at)) at--;
  if (startsLine(text, tokens, at)) return true;
  const before = tokens[at - 1]!;
  if (before.kind !== "punctuation") return false;
  switch (before.folded) {
    case ".":
      return !isAbbreviationStop(text, tokens, at - 1);
    case "!":
    case "?":
    case ":":
    case "…":
    case "“":
    case "‘":
    case "«":
    case "„":
    case "•":
    case "*":
    case '"':
    case "'":
    case "”":
    case ")":
      return true;
    default:
      return false;
  }
}

/** True if the token is the first of its line. */
function startsLine(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || hasLineEnd(text, before.end, tokens[at]!.start);
}

/** True if a mark that may close precedes the token, with a space between them. */
function isClosedBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== "punctuation" || before.end === tokens[at]!.start) return false;
  return "\"'”)".includes(before.folded);
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 0x0a) return true;
  return false;
}

/** True for the stop of "Gen." or of an initial. */
function isAbbreviationStop(text: string, tokens: readonly Token[], at: number): boolean {
  const word = tokens[at - 1];
  if (word === undefined || word.end !== tokens[at]!.start) return false;
  if (word.end - word.start === 1)
    return isCapitalised(text, word) && !isNetworkName(text, word.start);
  return abbreviations.titles.has(word.folded) || abbreviations.general.has(word.folded);
}

/** Tokens of the longest name, an office with all its parts; a run of capitals may be longer. */
const longestName = 30;

/** Returns the run of capitalised words that begins at token `first`. */
export function sequenceFrom(text: string, tokens: readonly Token[], first: number): NameSequence {
  let next = first + 1;
  while (next < first + longestName && !endsWithPossessive(text, tokens[next - 1]!)) {
    const joined = joinedNext(text, tokens, next);
    if (joined === null) break;
    next = joined;
  }
  return { first, next };
}

/**
 * Returns the token with which the run continues after the one at `at`, or null if it ends before
 * it.
 */
function joinedNext(text: string, tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (token === undefined || isFarApart(text, tokens[at - 1]!, token)) return null;
  if (isCapitalised(text, token)) return isDayWord(token) ? null : at + 1;
  if (token.folded === "." && isAbbreviationStop(text, tokens, at)) {
    const after = tokens[at + 1];
    return isCapitalised(text, after) && !isFarApart(text, token, after!) ? at + 2 : null;
  }
  if (token.folded === "'" || token.folded === "’") return joinedByHyphen(text, tokens, at);
  if (token.folded === "-" || token.folded === "‑") return joinedByHyphen(text, tokens, at);
  if (token.folded === "&" && isCapitalised(text, tokens[at + 1])) return at + 2;
  if (peopleWords.particles.has(token.folded)) return joinedByParticle(text, tokens, at);
  if (token.folded === "of" || token.folded === "for") return joinedByOf(text, tokens, at);
  return null;
}

function isFarApart(text: string, before: Token, token: Token): boolean {
  const gap = token.start - before.end;
  return gap > 1 && (gap > 3 || text.slice(before.end, token.start).includes("\n"));
}

/**
 * "Al-Assad", "Workers’ Party": true if the word before touches the mark and the word after is
 * capitalised.
 */
function joinedByHyphen(text: string, tokens: readonly Token[], at: number): number | null {
  const mark = tokens[at]!;
  const after = tokens[at + 1];
  if (after === undefined) return null;
  const isHyphen = mark.folded === "-" || mark.folded === "‑";
  const gap = after.start - mark.end;
  const touches = tokens[at - 1]!.end === mark.start && gap === (isHyphen ? 0 : 1);
  if (!touches) return null;
  return isCapitalised(text, after) || (isHyphen && isKoreanName(tokens, at)) ? at + 2 : null;
}

/**
 * True for a hyphen before the second syllable of a Korean name, which may be in lower case: "Kim
 * Jong-un".
 */
export function isKoreanName(tokens: readonly Token[], hyphen: number): boolean {
  const second = tokens[hyphen + 1];
  return (
    second !== undefined &&
    peopleWords.koreanFamilyNames.has(tokens[hyphen - 2]?.folded ?? "") &&
    second.end - second.start <= 6 &&
    tokens[hyphen + 2]?.folded !== "-"
  );
}

/** "Ursula von der Leyen", "Bashar al-Assad" */
function joinedByParticle(text: string, tokens: readonly Token[], at: number): number | null {
  let next = at;
  while (next < at + 4) {
    const token = tokens[next];
    if (token === undefined || token.end === undefined) return null;
    if (isCapitalised(text, token)) return next + 1;
    if (token.folded !== "-" && !peopleWords.particles.has(token.folded)) return null;
    next++;
  }
  return null;
}

/** "Ministry of Foreign Affairs", "Secretary of State", "Bank of the West" */
function joinedByOf(text: string, tokens: readonly Token[], at: number): number | null {
  const before = tokens[at - 1]!.folded;
  if (!peopleWords.organisationWords.has(before) && !peopleWords.roles.has(before)) return null;
  const after = tokens[at + 1]?.folded === "the" ? at + 2 : at + 1;
  return isCapitalised(text, tokens[after]) ? after + 1 : null;
}

/** True for "Turkey’s": the possessive ends a name. */
export function endsWithPossessive(text: string, token: Token): boolean {
  if (token.end - token.start < 3) return false;
  const last = text.charCodeAt(token.end - 1);
  const mark = text.charCodeAt(token.end - 2);
  return last === 0x73 && (mark === 0x27 || mark === 0x2019);
}

/** True for days and months, which are capitalised and no names. "May" and "Jan" may be names. */
export function isDayWord({ folded }: Token): boolean {
  return weekdays.has(folded) || (months.has(folded) && folded !== "may" && folded !== "jan");
}
