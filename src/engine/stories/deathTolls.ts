/**
 * Finds articles of a story that count the dead of one event differently, in English. How many died is
 * told in any words and anywhere in an article, so its sentences are seldom matched. Two tolls are of
 * one event if both are of the days before publication and the words around them share names. The
 * highest ones are compared, since a toll rises while an article is updated. A toll that may count
 * only some of the dead, or those of another time, is left out: a wrong disagreement is worse than none.
 */
import { numbersCanBeSame } from "../match/relation/numbersAlike.ts";
import type { ArticleReading, NumberMention, ReadPassage } from "../model/index.ts";
import { months, weekdays } from "../text/languageTables.ts";
import { isStopword, stem } from "../text/stems.ts";
import { tokenise } from "../text/tokens.ts";
import type { ComparedPassages, PlacedPassage } from "./comparedPairs.ts";
import { dayOf } from "./storyLinks.ts";

/** The highest number of dead that an article gives for an event. */
interface Toll {
  readonly placed: PlacedPassage;
  readonly number: NumberMention;
  readonly text: string;
  /** Names in its sentence and the one before, as stems. */
  readonly names: ReadonlySet<string>;
}

/** Fewer dead are often counted with or without somebody, such as the gunman. */
const fewestDead = 10;
/** Tolls farther apart than this count different people or times. */
const mostRatio = 1.5;
/** An older day is that of another event; and tolls printed farther apart have risen between. */
const mostDays = 2;
/** Of so many names one is the place and one the people. */
const fewestNames = 2;
/** The score of such a pair: the events are the same by their names and days. */
const tollScore = 0.8;

/** Returns pairs of passages that give the dead of one event in different numbers. */
export function pairsOfTolls(readings: readonly ArticleReading[]): readonly ComparedPassages[] {
  const tolls = readings.map(tollsOf);
  return readings.flatMap((reading, a) =>
    readings.slice(a + 1).flatMap((other, rest) => {
      if (!areNear(reading, other)) return [];
      return pairOf(tolls[a]!, tolls[a + 1 + rest]!) ?? [];
    }),
  );
}

function areNear({ article: one }: ArticleReading, { article: other }: ArticleReading): boolean {
  const [day, otherDay] = [dayOf(one.published), dayOf(other.published)];
  return day !== null && otherDay !== null && Math.abs(day - otherDay) <= mostDays;
}

/** Null if the two agree, or may count different dead. */
function pairOf(ones: readonly Toll[], others: readonly Toll[]): ComparedPassages | null {
  const told = ones.flatMap((one) =>
    others.filter((other) => areOfOneEvent(one, other)).map((other) => ({ one, other })),
  );
  if (told.some(({ one, other }) => one.number.value === other.number.value)) return null;
  const one = highest(told.map((pair) => pair.one));
  const other = highest(told.map((pair) => pair.other));
  if (one === null || other === null || !areOfOneEvent(one, other)) return null;
  const values = [one.number.value, other.number.value];
  if (Math.max(...values) > mostRatio * Math.min(...values)) return null;
  const [page, corpus] = [one, other].map(({ number, text }) => ({ mention: number, text }));
  if (numbersCanBeSame(page!, corpus!)) return null;
  return {
    a: one.placed,
    b: other.placed,
    relation: "differs",
    score: tollScore,
    differences: [{ kind: "number", page: one.text, corpus: other.text }],
  };
}

function areOfOneEvent(one: Toll, other: Toll): boolean {
  return [...one.names].filter((name) => other.names.has(name)).length >= fewestNames;
}

function highest(tolls: readonly Toll[]): Toll | null {
  return tolls.reduce<Toll | null>(
    (most, toll) => (most !== null && most.number.value >= toll.number.value ? most : toll),
    null,
  );
}

function tollsOf(reading: ArticleReading, article: number): readonly Toll[] {
  const { passages } = reading;
  const day = dayOf(reading.article.published);
  let before = "";
  return passages.flatMap((passage, ordinal): Toll[] => {
    if (passage.in !== "body" || passage.unit !== "sentence") return [];
    const context = `${before} ${passage.text}`;
    before = passage.text;
    if (!passage.isClaim || day === null || !isOfLately(passage, day)) return [];
    return passage.numbers.flatMap((number): Toll[] => {
      if (number.value < fewestDead || !isToll(passage, number)) return [];
      const text = passage.text.slice(number.start - passage.start, number.end - passage.start);
      return [{ placed: { article, ordinal, passage }, number, text, names: namesIn(context) }];
    });
  });
}

/** True if a day just before publication is named, or no time at all. */
function isOfLately({ text, dates }: ReadPassage, published: number): boolean {
  if (otherTimes.test(text)) return false;
  const days = dates.filter(({ precision }) => precision === "day" || precision === "minute");
  if (days.length === 0) return dates.length === 0;
  return days.every(({ value, relative }) => {
    const day = dayOf(value === null ? null : { value, precision: "day", basis: "stated" });
    if (day === null || day > published + 1) return false;
    const daysBefore = published - day;
    return daysBefore <= mostDays || (relative && daysBefore === beforeTomorrow);
  });
}

/** So long ago was the weekday that tomorrow is: an article is updated under its first date. */
const beforeTomorrow = 6;

const otherTimes =
  /\b(?:so far|this year|last (?:week|month|year)|previous(?:ly)?|earlier|ago|anniversary|average|in total|each|every|per)\b/iu;

function isToll({ text, start }: ReadPassage, number: NumberMention): boolean {
  const before = text.slice(0, number.start - start);
  const after = text.slice(number.end - start);
  if (isSome.test(before) || withOthers.test(after)) return false;
  return isCounted.test(after) || (killing.test(before) && people.test(after));
}

const noun = "(?:people|persons|men and women|civilians|victims|\\p{Lu}\\p{Ll}+s)";
/** "59 Palestinians killed", "52 people have been killed", "12 dead". */
const isCounted = new RegExp(
  `^\\s(?:${noun}\\s)?(?:(?:are|were|was|have been|had been)\\s)?(?:now\\s|reported\\s|confirmed\\s|shot\\s)*(?:killed|dead|died|deaths|fatalities)\\b`,
  "u",
);
const killing =
  /\b(?:kill(?:ed|ing|s)|(?:death toll|number of (?:dead|deaths))\b[^.;,]*\b(?:to|at|of))\s$/iu;
const people = new RegExp(
  `^(?:\\s${noun})?(?=\\s(?:and|in|at|on|near|during|when|this)\\b|[.,;]|$)`,
  "u",
);
/** "The ambassador and 12 …", "including 12 …". */
const isSome = /\b(?:and|including|among(?: them)?|of whom|other|another|than)\s(?:at least\s)?$/iu;
const withOthers =
  /^[^.;]*\b(?:including|among them|not counting|not including) (?:the|a|an|himself|two|one)\b/iu;

/** The words with a capital, other than days and months. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(
    tokenise(text).flatMap(({ folded, start }) => {
      const isCapital = /^\p{Lu}/u.test(text.slice(start, start + 1));
      const isTime = weekdays.has(folded) || months.has(folded);
      return isCapital && !isTime && !isStopword(folded) ? [stem(folded)] : [];
    }),
  );
}
