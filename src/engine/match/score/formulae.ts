import type { ComparedPair } from "../comparePage.ts";

/** So many articles on other matters, seasons apart, do not say the same by chance or on purpose. */
const fewestArticles = 2;
/** Articles less alike than this tell different stories. */
const otherStory = 0.2;

/**
 * The page's passages that are set phrases of the trade: an invitation to share, a credit, a margin
 * of error. They are told by the library itself: the same wording stands in articles on other
 * matters, printed in other seasons. What is quoted on both sides is a saying, and stays.
 */
export function placesOfFormulae(pairs: readonly ComparedPair[]): ReadonlySet<number> {
  const articles = new Map<number, Set<number>>();
  for (const { place, article, stored, comparison } of pairs) {
    const { words, features } = comparison;
    if (!words || stored.isQuoted || features.farDays === 0) continue;
    if (features.likeness >= otherStory) continue;
    const known = articles.get(place);
    if (known) known.add(article);
    else articles.set(place, new Set([article]));
  }
  return new Set(
    [...articles].filter(([, found]) => found.size >= fewestArticles).map(([place]) => place),
  );
}
