import { type MatchReport, spanKey } from "../engine/model/index.ts";

/**
 * Returns the indices of a report's matches in a later report of the same page, which may have
 * others in between. Null for a passage that no longer matches.
 */
export function indicesIn(
  later: MatchReport | null,
  before: MatchReport | null,
): (index: number) => number | null {
  const indices = new Map(later?.matches.map((match, index) => [spanKey(match), index]));
  return (index) => {
    const match = before?.matches[index];
    return match === undefined ? null : (indices.get(spanKey(match)) ?? null);
  };
}
