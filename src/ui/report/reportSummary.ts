import {
  type MatchReport,
  type PageMatch,
  type PublicationDate,
  type Relation,
  relations,
} from "../../engine/model/index.ts";
import { comparePublished } from "../components/publicationDate.ts";

/** Who printed something, and when. */
export interface Printing {
  readonly outlet: string;
  readonly published: PublicationDate | null;
}

/** A printing whose date is known. */
export interface DatedPrinting extends Printing {
  readonly published: PublicationDate;
}

/** What the headline says of a page. */
export interface ReportSummary {
  readonly passages: number;
  readonly outlets: number;
  /** The article that was printed first; null when no date is known, or the first is not sure. */
  readonly earliest: DatedPrinting | null;
  /** The article whose text most of the page is. */
  readonly copyOf: { readonly outlet: string; readonly share: number } | null;
}

/** Counts passages and outlets, and finds the earliest of all references. */
export function summarise(report: MatchReport): ReportSummary {
  const articles = report.matches.flatMap(({ references }) => references.map((r) => r.article));
  const copied = articles.find(({ id }) => id === report.copyOf?.article);
  return {
    passages: report.matches.length,
    outlets: new Set(articles.map(({ outlet }) => outlet)).size,
    earliest: earliestOf(articles),
    copyOf: report.copyOf && copied ? { outlet: copied.outlet, share: report.copyOf.share } : null,
  };
}

/** The printing that is surely the earliest; null when two outlets may have been first, or no date is known. */
export function earliestOf(printings: readonly Printing[]): DatedPrinting | null {
  let earliest: DatedPrinting | null = null;
  let isSure = true;
  for (const { outlet, published } of printings) {
    if (published === null) continue;
    const order: number = earliest === null ? -1 : comparePublished(published, earliest.published);
    if (order < 0) {
      earliest = { outlet, published };
      isSure = true;
    } else if (order === 0 && outlet !== earliest?.outlet) {
      isSure = false;
    }
  }
  return isSure ? earliest : null;
}

/** How many passages stand in each relation, in the order of `relations`, the empty ones left out. */
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
