import { type MatchReport, type PageMatch, spanKey } from "../../engine/model/index.ts";

/** A match as views list it. */
export interface ListedMatch {
  readonly match: PageMatch;
  /** Its index in the report, by which the page identifies it. */
  readonly index: number;
  /** Identifies its passage, also in another report of the same page. */
  readonly key: string;
  /** False if the passage could not be marked on the page. */
  readonly isPlaced: boolean;
}

/** Returns the matches of a report that still have references, with their indices. */
export function listMatches(
  report: MatchReport,
  placed: readonly boolean[],
): readonly ListedMatch[] {
  const times = new Map<string, number>();
  /** Frames shown as one page may have passages at the same offsets. */
  const keyOf = (match: PageMatch) => {
    const place = spanKey(match);
    const before = times.get(place) ?? 0;
    times.set(place, before + 1);
    return before === 0 ? place : `${place} ${before}`;
  };
  return report.matches
    .map((match, index) => ({
      ...{ match, index, key: keyOf(match) },
      isPlaced: placed[index] ?? false,
    }))
    .filter(({ match }) => match.references.length > 0);
}
