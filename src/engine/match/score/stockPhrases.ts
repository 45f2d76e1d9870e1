import type { ComparedPair } from "../comparePage.ts";

/**
 * The fewest articles on other matters, seasons apart, with the same wording for it to be a stock
 * phrase.
 */
const fewestArticles = 2;
/** The same where page or article has no date, so that they may be of one season. */
const fewestUndated = 4;
/** The article similarity below which two articles are on different stories. */
const otherStory = 0.2;

/**
 * Returns the indices of the page's passages that are stock phrases: an invitation to share, a
 * credit, a margin of error. The library shows them: articles on other matters, from other seasons,
 * have the same wording. A phrase quoted on both sides is a saying and is kept.
 */
export function stockPhrases(pairs: readonly ComparedPair[]): ReadonlySet<number> {
  const articles = new Map<number, Set<number>>();
  const undated = new Set<number>();
  for (const { pagePassage, article, stored, comparison } of pairs) {
    const { words, features } = comparison;
    const isUndated = comparison.story.days === null;
    if (!words || stored.isQuoted || (features.farDays === 0 && !isUndated)) continue;
    if (features.likeness >= otherStory) continue;
    if (isUndated) undated.add(pagePassage);
    const known = articles.get(pagePassage);
    if (known) known.add(article);
    else articles.set(pagePassage, new Set([article]));
  }
  return new Set(
    [...articles]
      .filter(
        ([passage, found]) => found.size >= (undated.has(passage) ? fewestUndated : fewestArticles),
      )
      .map(([pagePassage]) => pagePassage),
  );
}
