/** What the head of a story says, worked out from the report. Pure. */
import {
  comparePublished,
  type DisputedKind,
  instantOf,
  isQuoteChange,
  type StoryArticle,
  type StoryReport,
  type StoryStatement,
} from "../../engine/model/index.ts";
import type { Changes } from "../report/reportSummary.ts";

/** A statement with its place in the report. */
export interface PlacedStatement {
  readonly statement: StoryStatement;
  readonly place: number;
}

/** Quotes, those with the most changes first. */
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

/** What several outlets tell in their own words. */
export function claimsOf({ statements }: StoryReport): readonly PlacedStatement[] {
  return placed(statements).filter(({ statement }) => statement.kind === "claim");
}

function placed(statements: readonly StoryStatement[]): readonly PlacedStatement[] {
  return statements.map((statement, place) => ({ statement, place }));
}

/** True if a version leaves words of the quote out, adds or exchanges some, joins two, or names another speaker. */
export function isChangedQuote({ versions }: StoryStatement): boolean {
  return versions.some(({ compared }) => compared?.differences.some(isQuoteChange));
}

/** In how many details outlets differ, by what is other; and how many quotes were changed. */
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

/** By how long the first article was ahead of the next outlet's, where both are known to the minute; else null. */
export function leadOfFirst(
  articles: readonly StoryArticle[],
): { readonly ms: number; readonly next: StoryArticle } | null {
  const [first] = articles;
  const next = articles.find(({ outlet }) => outlet !== first?.outlet);
  if (first?.published == null || next?.published == null) return null;
  const [one, other] = [instantOf(first.published), instantOf(next.published)];
  if (one === null || other === null) return null;
  return comparePublished(first.published, next.published) < 0 ? { ms: other - one, next } : null;
}
