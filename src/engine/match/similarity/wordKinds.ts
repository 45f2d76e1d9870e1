import { stem } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";
import type { Unit } from "../candidates/preparedPassage.ts";

/**
 * The kinds of words. What only one side says counts by kind: a statement stays the same if one
 * outlet adds the day or the speaker's office, but not with another number.
 */
export const wordKinds = ["time", "saying", "office", "number", "name", "other"] as const;

/** The kind of a word in a statement. */
export type WordKind = (typeof wordKinds)[number];

/** Returns the kind of a word, by its stem and the unit that it is part of. */
export function wordKind(token: Token, stemmed: string, unit: Unit | null): WordKind {
  if (unit?.date || timeStems.has(stemmed)) return "time";
  if (sayingStems.has(stemmed)) return "saying";
  if (officeStems.has(stemmed)) return "office";
  if (token.kind === "number" || unit?.number) return "number";
  return unit?.name ? "name" : "other";
}

const timeStems = stemsOf(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february " +
    "march april june july august september october november december week month year day earlier later " +
    "late early last morning night afternoon evening",
);

const sayingStems = stemsOf(
  "said say says told tell reporter reporters statement according added interview spokesman spokeswoman " +
    "news conference reported report announced",
);

const officeStems = stemsOf(
  "president minister chief executive officer chairman director secretary senator sen rep gov mr mrs ms dr " +
    "judge attorney general former leader official head manager company inc corp",
);

function stemsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(stem));
}
