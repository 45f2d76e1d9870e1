import type { MatchReport, PageMatch, Relation } from "../engine/model/index.ts";
import type { PageAnswer } from "../messages/protocol.ts";

/**
 * A report over all corpora, with what the page's scripts may see of it: exactly the report over
 * the public ones alone. So a private article, closer or not, changes nothing in the marks that
 * scripts can read; a public match that private ones crowded out is put back.
 */
export function withPublicPart(
  all: MatchReport,
  publicOnly: MatchReport,
): Pick<PageAnswer, "report" | "publicRelations"> {
  const publicRelations = new Map<string, Relation>(
    publicOnly.matches.map((match) => [placeOf(match), match.relation]),
  );
  const known = new Set(all.matches.map(placeOf));
  const crowdedOut = publicOnly.matches.filter((match) => !known.has(placeOf(match)));
  const matches =
    crowdedOut.length === 0 ? all.matches : [...all.matches, ...crowdedOut].sort(inPageOrder);
  return {
    report: { ...all, matches },
    publicRelations: matches.map((match) => publicRelations.get(placeOf(match)) ?? null),
  };
}

function placeOf({ in: part, start, end }: PageMatch): string {
  return `${part} ${start} ${end}`;
}

function inPageOrder(a: PageMatch, b: PageMatch): number {
  if (a.in !== b.in) return a.in === "title" ? -1 : 1;
  return a.start - b.start;
}
