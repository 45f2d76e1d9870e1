import { mostReferences, withoutOverlaps } from "../../engine/match/pageMatches.ts";
import {
  inPageOrder,
  type MatchReport,
  type PageMatch,
  type Reference,
  spanKey,
} from "../../engine/model/index.ts";

/**
 * Returns the library's report with the archive's additional matches. Both are for the same page
 * and passages. An article in both counts as the library's.
 * @param archiveName names the archive in its references
 */
export function joinReports(
  own: MatchReport,
  archive: MatchReport,
  archiveName: string,
): MatchReport {
  const known = new Set(
    own.matches.flatMap(({ references }) => references.map(({ article }) => article.id)),
  );
  const added = archive.matches.flatMap((match): PageMatch[] => {
    const references = match.references
      .filter(({ article }) => !known.has(article.id))
      .map((reference) => fromArchive(reference, archiveName));
    return references.length === 0 ? [] : [withReferences(match, references)];
  });
  const addedAt = new Map(added.map((match) => [spanKey(match), match]));
  const joined = own.matches.map((match): PageMatch => {
    const other = addedAt.get(spanKey(match));
    return other === undefined ? match : joinedMatch(match, other);
  });
  const places = new Set(own.matches.map(spanKey));
  const news = added.filter((match) => !places.has(spanKey(match)));
  return {
    ...own,
    copyOf: own.copyOf ?? archive.copyOf,
    matches: withoutOverlaps([...joined, ...news].sort(inPageOrder)),
  };
}

function fromArchive(reference: Reference, name: string): Reference {
  return { ...reference, article: { ...reference.article, source: { kind: "archive", name } } };
}

/**
 * Joins two matches of one passage. With equal scores the library's references come first, so that
 * what the reader is looking at does not move.
 */
function joinedMatch(match: PageMatch, { references }: PageMatch): PageMatch {
  const all = [...match.references, ...references].sort((a, b) => b.score - a.score);
  return withReferences(match, all.slice(0, mostReferences));
}

function withReferences(match: PageMatch, references: readonly Reference[]): PageMatch {
  const [best] = references;
  if (best === undefined) return match;
  return { ...match, references, relation: best.relation, score: best.score };
}
