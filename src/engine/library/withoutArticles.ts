import type { ArticleId } from "../model/index.ts";
import { dictionaryIndexOf } from "./forwardEntry.ts";
import type { DeletedRows, Segment } from "./segment.ts";

/**
 * Returns the segment without the articles of these ids. The buffer is not changed; a library with
 * the result answers as one that never had them. Ids that the segment does not have are ignored, so
 * an article deleted here may be in a later segment. Cost: one pass over the ids of the segment's
 * articles, and over the terms of the deleted ones.
 */
export function withoutArticles(segment: Segment, ids: ReadonlySet<ArticleId>): Segment {
  const articles = new Uint8Array(segment.articleCount);
  const passages = new Uint8Array(segment.passageCount);
  const lost = new Map<number, number>();
  let articleCount = 0;
  let passageCount = 0;
  for (let article = 0; article < segment.articleCount; article++) {
    const isGone = segment.deleted?.isArticle(article) || ids.has(segment.rows.articleId(article));
    if (!isGone) continue;
    articles[article] = 1;
    articleCount++;
    const { first, count } = segment.rows.passagesOf(article);
    for (let passage = first; passage < first + count; passage++) {
      if (passages[passage] === 1) continue;
      passages[passage] = 1;
      passageCount++;
      for (const entry of segment.forwardTerms(passage)) {
        const index = dictionaryIndexOf(entry);
        lost.set(index, (lost.get(index) ?? 0) + 1);
      }
    }
  }
  if (articleCount === 0) return segment;
  const deleted: DeletedRows = {
    isArticle: (article) => articles[article] === 1,
    isPassage: (passage) => passages[passage] === 1,
    articleCount,
    passageCount,
    lostPostings: (index) => lost.get(index) ?? 0,
  };
  return { ...segment, deleted };
}
