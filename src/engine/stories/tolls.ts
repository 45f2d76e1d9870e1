/**
 * Finds how many people an article counts as dead, hurt, missing or arrested in what it reports. A
 * number counts only if its words leave no doubt ("12 people were killed", "killing at least 12",
 * "the death toll rose to 12"), and an article has a toll only if all its numbers of that kind
 * agree. Linear in the length of the article; English only.
 */
import { approximateDay, parseDay, yearOf } from "../facts/dates/calendar.ts";
import { isMatchable } from "../match/comparePage.ts";
import { numbersCanBeSame } from "../match/relation/slots/numbersAlike.ts";
import type {
  Article,
  ArticleReading,
  DateMention,
  NumberMention,
  ReadPassage,
  TollKind,
} from "../model/index.ts";
import { isStopword } from "../text/stems.ts";
import { type Token, tokenise } from "../text/tokens.ts";

/** A number of people, as an article prints it. */
export interface PrintedToll {
  readonly kind: TollKind;
  /** The index of its passage in the article. */
  readonly ordinal: number;
  readonly number: NumberMention;
  /** The number with the people that it counts: "at least 12 people". */
  readonly text: string;
}

const outcomes: ReadonlyMap<string, TollKind> = mapOf([
  ["dead", "killed dead died deaths fatalities"],
  ["hurt", "injured wounded hurt injuries"],
  ["missing", "missing"],
  ["arrested", "arrested detained arrests"],
]);

/** Verbs before a number of people: "killing 12". */
const actions: ReadonlyMap<string, TollKind> = mapOf([
  ["dead", "killed killing kills"],
  ["hurt", "injured injuring injures wounded wounding wounds"],
  ["arrested", "arrested arresting detained detaining"],
]);

function mapOf(lines: readonly (readonly [TollKind, string])[]): ReadonlyMap<string, TollKind> {
  return new Map(
    lines.flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
  );
}

/** Nouns for people of any kind. Officers or children are a part of those who died. */
const people: ReadonlySet<string> = new Set("people persons victims".split(" "));

/** A people: "12 Italians". */
const nationality = /^\p{Lu}\p{L}*s$/u;

/** Words between people and what happened to them. */
const between: ReadonlySet<string> = new Set(
  "was were is are has have had been be being also reportedly confirmed reported shot left feared still".split(
    " ",
  ),
);
/** Adverbs and adjectives of an outcome: "12 seriously injured", "three confirmed deaths". */
const degrees: ReadonlySet<string> = new Set(
  "seriously critically badly severely slightly confirmed reported".split(" "),
);

/** Words in a clause that speaks of what may be, of a part, or of another span of time. */
const elsewhere: ReadonlySet<string> = new Set(
  (
    "can could may might would will should if no not never more another additional further other others " +
    "since ago decade decades previous previously earlier anniversary average annually yearly daily " +
    "every each per including among plot planned"
  ).split(" "),
);

/** The most days between an event and the article that reports it; between it and a month's middle. */
const mostDays = 10;
const mostDaysOfMonth = 25;

/** The first words after "killed" that show that nobody else is killed: "12 people killed in". */
const afterOutcome =
  /^(?:in|on|at|by|during|near|so|from|inside|outside|across|today|yesterday|\w+day|this|last|there|here|over|following|amid|along)$/;

/** Returns the tolls of an article, at most one of each kind. */
export function tollsOf(reading: ArticleReading): readonly PrintedToll[] {
  if ((reading.article.language ?? "en").slice(0, 2) !== "en") return [];
  const found = reading.passages.flatMap((passage, ordinal) =>
    mayCount(passage, reading) ? tollsIn(passage, ordinal) : [],
  );
  return [...new Set(found.map(({ kind }) => kind))].flatMap((kind) => {
    const [first, ...others] = found.filter((toll) => toll.kind === kind);
    return others.every((other) => agree(first!, other)) ? [first!] : [];
  });
}

/** True if two tolls can both be right for one count. */
export function agree(one: PrintedToll, other: PrintedToll): boolean {
  const printed = ({ number, text }: PrintedToll) => ({ mention: number, text });
  return numbersCanBeSame(printed(one), printed(other));
}

/** As long as "since the " and the end of the word before. */
const sinceChars = 12;

/** True for an outlet's own sentence on what happened about when it was printed. */
function mayCount(passage: ReadPassage, { article }: ArticleReading): boolean {
  if (passage.isQuoted || passage.unit === "quote" || !isMatchable(passage)) return false;
  return passage.dates.every((date) => {
    const start = date.start - passage.start;
    const before = passage.text.slice(Math.max(0, start - sinceChars), start);
    // "the deadliest day since 2014" does not say when it was.
    return /\bsince(?: the)?\s+$/i.test(before) || isAbout(date, article);
  });
}

function isAbout(date: DateMention, { published }: Article): boolean {
  const printed = parseDay(published?.value ?? "");
  const told = approximateDay(date);
  if (printed === null || date.value === null) return true;
  if (told === null) return date.value.startsWith(String(yearOf(printed)));
  return Math.abs(told - printed) <= (date.precision === "month" ? mostDaysOfMonth : mostDays);
}

function tollsIn(passage: ReadPassage, ordinal: number): readonly PrintedToll[] {
  const tokens = tokenise(passage.text);
  let [left, right] = [0, 0];
  return passage.numbers.flatMap((number): PrintedToll[] => {
    const start = number.start - passage.start;
    const end = number.end - passage.start;
    // Numbers come in the order of the text.
    while (left < tokens.length && tokens[left]!.end <= start) left++;
    while (right < tokens.length && tokens[right]!.start < end) right++;
    const before = clauseBefore(tokens.slice(Math.max(0, left - mostClauseWords), left));
    const after = clauseAfter(tokens.slice(right, right + mostClauseWords));
    if ([...before, ...after].some(({ folded }) => elsewhere.has(folded))) return [];
    const counted = countedPeople(after, passage.text);
    if (counted === null) return [];
    const kind = kindAfter(after.slice(counted)) ?? kindBefore(before, after.slice(counted));
    if (kind === null) return [];
    const last = counted === 0 ? end : after[counted - 1]!.end;
    return [{ kind, ordinal, number, text: passage.text.slice(start, last) }];
  });
}

/** A clause with more words says more than how many people died. */
const mostClauseWords = 40;

const clauseEnds = /^(?:[^\p{L}\p{N}'’-]|and|but|while|when|after|as|who|that|which)$/u;

function clauseBefore(tokens: readonly Token[]): readonly Token[] {
  return tokens.slice(tokens.findLastIndex(({ folded }) => clauseEnds.test(folded)) + 1);
}

function clauseAfter(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ folded }) => clauseEnds.test(folded));
  return end < 0 ? tokens : tokens.slice(0, end);
}

/**
 * Returns how many words after a number name people in general: 0 if the outcome or the end of the
 * clause follows at once. Null if the number counts something else, or only some people.
 */
function countedPeople(after: readonly Token[], text: string): number | null {
  const [first] = after;
  if (first === undefined) return 0;
  if (people.has(first.folded) || nationality.test(text.slice(first.start, first.end))) return 1;
  if (outcomes.has(first.folded) || degrees.has(first.folded) || between.has(first.folded))
    return 0;
  return isStopword(first.folded) ? 0 : null;
}

/** Returns the outcome right after the people: "were shot dead", "killed in the blast". */
function kindAfter(after: readonly Token[]): TollKind | null {
  const at = after.findIndex(({ folded }) => !between.has(folded) && !degrees.has(folded));
  const word = after[at];
  const kind = word === undefined ? undefined : outcomes.get(word.folded);
  if (kind === undefined) return null;
  // "three people killed the mayor": whoever acts is not counted as dead.
  const next = after[at + 1];
  const isPassive = after.slice(0, at).some(({ folded }) => between.has(folded));
  return isPassive || next === undefined || afterOutcome.test(next.folded) ? kind : null;
}

/** Returns the outcome right before a number: "killed", "a death toll of". */
function kindBefore(before: readonly Token[], rest: readonly Token[]): TollKind | null {
  const last = before.at(-1);
  if (last === undefined) return null;
  const kind = actions.get(last.folded);
  if (kind !== undefined) return rest[0] === undefined || isStopword(rest[0].folded) ? kind : null;
  return deathToll.test(before.map(({ folded }) => folded).join(" ")) ? "dead" : null;
}

const deathToll =
  /\bdeath toll\b.*\b(?:to|at|of|beyond|above|past|is|was|exceeded|reached|topped)$/;
