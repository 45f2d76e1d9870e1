import {
  type DifferenceKind,
  type First,
  firstAmong,
  isQuoteChange,
  type MatchReport,
  type PageMatch,
  type PublicationDate,
  type Reference,
  type Relation,
  relations,
} from "../../engine/model/index.ts";
import { printingOf } from "./printedBy.ts";

/** The numbers of passages that another outlet prints differently, by what differs. */
export interface Changes {
  readonly quotesChanged: number;
  readonly numbersDiffer: number;
  readonly datesDiffer: number;
  /** Passages that differ in places and actors. */
  readonly othersDiffer: number;
  readonly atOdds: number;
}

/** The facts of a page's headline. */
export interface ReportSummary {
  readonly passages: number;
  readonly outlets: number;
  /**
   * Who first printed passages of the page in the same or nearly the same words; unknown if no date
   * is known, or no words are the same.
   */
  readonly earliest: First;
  readonly changes: Changes;
  /** The number of doubtful matches, which are folded away. */
  readonly doubtful: number;
  /** The article that contains most of the page's text; null if there is none. */
  readonly copyOf: { readonly outlet: string; readonly share: number } | null;
}

/** Counts passages and outlets, and finds who first printed the words of a passage. */
export function summarise(report: MatchReport): ReportSummary {
  const articles = report.matches.flatMap(({ references }) => references.map((r) => r.article));
  const copied = articles.find(({ id }) => id === report.copyOf?.article);
  return {
    passages: report.matches.length,
    outlets: new Set(articles.map(({ outlet }) => outlet)).size,
    earliest: earliestInWords(report.matches, report.page.published),
    changes: changesIn(report.matches),
    doubtful: (report.doubtful ?? []).filter(({ references }) => references.length > 0).length,
    copyOf: report.copyOf && copied ? { outlet: copied.outlet, share: report.copyOf.share } : null,
  };
}

function changesIn(matches: readonly PageMatch[]): Changes {
  const count = (isOne: (reference: Reference) => boolean) =>
    matches.filter(({ references }) => references.some(isOne)).length;
  const differsIn = (...kinds: readonly DifferenceKind[]) =>
    count(
      ({ relation, differences }) =>
        relation === "differs" && differences.some(({ kind }) => kinds.includes(kind)),
    );
  return {
    quotesChanged: count(({ differences }) => differences.some(isQuoteChange)),
    numbersDiffer: differsIn("number"),
    datesDiffer: differsIn("date"),
    othersDiffer: differsIn("place", "actor"),
    atOdds: count(({ relation }) => relation === "contradicts"),
  };
}

/**
 * Returns who printed the page's words first. An older article that states the same fact in its own
 * sentence did not print the passage.
 */
function earliestInWords(matches: readonly PageMatch[], page: PublicationDate | null): First {
  const others = matches.flatMap(({ references }) =>
    references
      .filter(({ relation }) => isInWords(relation))
      .map(({ article }) => printingOf(article)),
  );
  return others.length === 0 ? { kind: "unknown" } : firstAmong(others, page);
}

function isInWords(relation: Relation): boolean {
  return relation === "verbatim" || relation === "near-verbatim";
}

/** Counts the passages of each relation, in the order of `relations`, without empty ones. */
export function countRelations(
  matches: readonly PageMatch[],
): readonly { readonly relation: Relation; readonly count: number }[] {
  return relations
    .map((relation) => ({
      relation,
      count: matches.filter((match) => match.relation === relation).length,
    }))
    .filter(({ count }) => count > 0);
}
