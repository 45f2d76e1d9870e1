/** Computes the facts in the head of a story from its report. Pure functions. */
import {
  type DisputedKind,
  isQuoteChange,
  type StoryReport,
  type StoryStatement,
} from "../../engine/model/index.ts";
import type { Changes } from "../report/reportSummary.ts";

/** A statement with its index in the report. */
export interface PlacedStatement {
  readonly statement: StoryStatement;
  readonly place: number;
}

/** Returns the quotes, those with the most changes first. */
export function quotesOf({ statements }: StoryReport): {
  readonly changed: readonly PlacedStatement[];
  readonly same: readonly PlacedStatement[];
} {
  const quotes = placed(statements).filter(({ statement }) => statement.kind === "quote");
  return {
    changed: quotes.filter(({ statement }) => isChangedQuote(statement)),
    same: quotes.filter(({ statement }) => !isChangedQuote(statement)),
  };
}

/** Returns the statements that several outlets make in their own words. */
export function claimsOf({ statements }: StoryReport): readonly PlacedStatement[] {
  return placed(statements).filter(({ statement }) => statement.kind === "claim");
}

function placed(statements: readonly StoryStatement[]): readonly PlacedStatement[] {
  return statements.map((statement, place) => ({ statement, place }));
}

/**
 * True if a version leaves out, adds or replaces words of the quote, joins two quotes, or names
 * another speaker.
 */
export function isChangedQuote({ versions }: StoryStatement): boolean {
  return versions.some(({ compared }) => compared?.differences.some(isQuoteChange));
}

/** Counts the details in which outlets differ, by kind, and the changed quotes. */
export function changesIn(report: StoryReport): Changes {
  const count = (...kinds: readonly DisputedKind[]) =>
    report.disagreements.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    quotesChanged: quotesOf(report).changed.length,
    numbersDiffer: count("number"),
    datesDiffer: count("date"),
    othersDiffer: count("place", "actor"),
    atOdds: count("negation"),
  };
}

/** Returns the key of what is said if no differing details were found. */
export function noDifferenceKey({ tolls }: StoryReport): "storyNoDifference" | "storyNoOther" {
  return tolls.length === 0 ? "storyNoDifference" : "storyNoOther";
}
