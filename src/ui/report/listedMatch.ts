import type { MatchReport, PageMatch } from "../../engine/model/index.ts";

/** A match as a view lists it. */
export interface ListedMatch {
  readonly match: PageMatch;
  /** Its place in the report: what the page knows it by. */
  readonly index: number;
  /** Tells its passage from all others, also in another report of the same page. */
  readonly key: string;
  /** False if the passage could not be marked on the page. */
  readonly isPlaced: boolean;
}

/** The matches of a report that still have references, each with its place in it. */
export function listMatches(
  report: MatchReport,
  placed: readonly boolean[],
): readonly ListedMatch[] {
  const times = new Map<string, number>();
  /** Frames that are shown as one page may have passages at the same place. */
  const keyOf = ({ in: part, start, end }: PageMatch) => {
    const place = `${part} ${start} ${end}`;
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
