import { inPageOrder, type MatchReport, type PageMatch, spanKey } from "../engine/model/index.ts";

/**
 * The most copies of one private passage shown on a page. Otherwise a page could repeat a sentence
 * a thousand times and learn from the time it takes to mark them whether the reader keeps it.
 */
const mostCopies = 3;

/**
 * Returns the report on all corpora as the reader sees it. A public match that private ones
 * displaced is restored, since the page shows it in any case. A private match that repeats another
 * too often is replaced by the public one at its position, if there is one.
 */
export function withPublicPart(all: MatchReport, publicOnly: MatchReport): MatchReport {
  const publicAt = new Map(publicOnly.matches.map((match) => [spanKey(match), match]));
  const copies = new Map<string, number>();
  const matches = all.matches.flatMap((match): PageMatch[] => {
    const inPublic = publicAt.get(spanKey(match));
    publicAt.delete(spanKey(match));
    if (inPublic?.relation === match.relation) return [match];
    const best = match.references[0]!.passage.id;
    const before = copies.get(best) ?? 0;
    copies.set(best, before + 1);
    if (before < mostCopies) return [match];
    return inPublic === undefined ? [] : [inPublic];
  });
  const crowdedOut = [...publicAt.values()];
  return {
    ...all,
    page: publicOnly.page,
    matches: crowdedOut.length === 0 ? matches : [...matches, ...crowdedOut].sort(inPageOrder),
  };
}
