import type { MatchReport, PageMatch } from "../../engine/model/index.ts";

/** A match as a view lists it. */
export interface ListedMatch {
  readonly match: PageMatch;
  /** Its place in the report: what the page knows it by. */
  readonly index: number;
  /** False if the passage could not be marked on the page. */
  readonly isPlaced: boolean;
}

/** The matches of a report that still have references, each with its place in it. */
export function listMatches(
  report: MatchReport,
  placed: readonly boolean[],
): readonly ListedMatch[] {
  return report.matches
    .map((match, index) => ({ match, index, isPlaced: placed[index] ?? false }))
    .filter(({ match }) => match.references.length > 0);
}
