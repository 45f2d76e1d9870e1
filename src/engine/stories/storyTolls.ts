/**
 * Sets the tolls of a story's articles side by side. Two tolls belong together if their articles
 * appeared within two days, if what surrounds them names the same people or places, and if they are
 * not far apart: two numbers that are not of one event would look like a disagreement.
 */
import {
  type ArticleReading,
  type PassageId,
  type StoryToll,
  type TollKind,
  tollKinds,
} from "../model/index.ts";
import { outletKey } from "./outletKey.ts";
import { dayOf } from "./storyLinks.ts";
import { agree, type PrintedToll, tollsOf } from "./tolls.ts";

/** A toll with what tells whether another one may be of the same event. */
interface PlacedToll extends PrintedToll {
  readonly article: number;
  readonly reading: ArticleReading;
  /** Keys of the names in the title and around the toll. */
  readonly names: ReadonlySet<string>;
}

const mostDaysApart = 2;
/** Passages on either side of a toll whose names count. */
const passagesAround = 2;
const fewestNames = 2;
/** A larger multiple is likelier another event, or only some of the people. */
const mostTimes = 2;

/** Returns the kinds of tolls for which two outlets print numbers that cannot be the same. */
export function storyTolls(readings: readonly ArticleReading[]): readonly StoryToll[] {
  const all = readings.flatMap((reading, article) =>
    tollsOf(reading).map((toll) => placed(toll, reading, article)),
  );
  return tollKinds.flatMap((kind) => sideBySide(kind, all));
}

function placed(toll: PrintedToll, reading: ArticleReading, article: number): PlacedToll {
  const around = reading.passages.filter(
    ({ unit }, ordinal) => unit === "title" || Math.abs(ordinal - toll.ordinal) <= passagesAround,
  );
  const names = new Set(around.flatMap((passage) => passage.names.map(({ key }) => key)));
  return { ...toll, article, reading, names };
}

/** Returns the tolls of a kind in groups in which each belongs to all others. */
function sideBySide(kind: TollKind, all: readonly PlacedToll[]): readonly StoryToll[] {
  const groups: PlacedToll[][] = [];
  for (const toll of all) {
    if (toll.kind !== kind) continue;
    const group = groups.find((its) => its.every((other) => belongTogether(toll, other)));
    if (group === undefined) groups.push([toll]);
    else group.push(toll);
  }
  return groups.filter(isDisputed).map((group) => ({
    kind,
    values: group.map(({ article, text, reading, ordinal }) => ({
      article,
      text,
      passage: `${reading.article.id}:${ordinal}` as PassageId,
      sentence: reading.passages[ordinal]!.text,
    })),
  }));
}

function belongTogether(one: PlacedToll, other: PlacedToll): boolean {
  const days = [one, other].map(({ reading }) => dayOf(reading.article.published));
  const [first, second] = [days[0] ?? null, days[1] ?? null];
  if (first === null || second === null || Math.abs(first - second) > mostDaysApart) return false;
  const [least, most] = [one.number.value, other.number.value].sort((a, b) => a - b);
  if (most! > mostTimes * least!) return false;
  return [...one.names].filter((name) => other.names.has(name)).length >= fewestNames;
}

/** True if two outlets print numbers that cannot be the same. */
function isDisputed(group: readonly PlacedToll[]): boolean {
  return group.some((one, at) =>
    group
      .slice(at + 1)
      .some(
        (other) =>
          outletKey(one.reading.article) !== outletKey(other.reading.article) && !agree(one, other),
      ),
  );
}
