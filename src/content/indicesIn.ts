import type { MatchReport, PassagePlace } from "../engine/model/index.ts";

/**
 * Where the matches of a report stand in a later one of the same page, which may have others between
 * them. Null for a passage that is no match any more.
 */
export function indicesIn(
  later: MatchReport | null,
  before: MatchReport | null,
): (index: number) => number | null {
  const indices = new Map(later?.matches.map((match, index) => [keyOf(match), index]));
  return (index) => {
    const match = before?.matches[index];
    return match === undefined ? null : (indices.get(keyOf(match)) ?? null);
  };
}

function keyOf({ in: part, start, end }: PassagePlace): string {
  return `${part} ${start} ${end}`;
}
