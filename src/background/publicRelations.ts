import type { ArticleId, MatchReport, Relation } from "../engine/model/index.ts";

/**
 * For each match of a report its relation by public corpora alone, null where only private ones
 * have it. Marks that a page's scripts can read show this and no more: a private reference, closer
 * or not, changes nothing there.
 */
export function publicRelationsOf(
  { matches }: MatchReport,
  isPrivate: (id: ArticleId) => boolean,
): readonly (Relation | null)[] {
  return matches.map(
    ({ references }) =>
      // Best first.
      references.find(({ article }) => !isPrivate(article.id))?.relation ?? null,
  );
}
