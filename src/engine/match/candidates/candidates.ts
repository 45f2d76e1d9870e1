import { type LibraryMemory, remembered } from "../libraryMemory.ts";
import type { StoryTies } from "../score/story.ts";
import { DiscountedCosines } from "./discountedCosines.ts";
import { NearestPassages } from "./nearestPassages.ts";
import type { PageTerms } from "./pageTerms.ts";

/** The most nearest passages that are rescored by discounted terms (discountedCosines.ts). */
const mostRescored = 16;
/** The most candidates of a page passage. */
const mostAligned = 8;
/**
 * The most articles of the same story whose every passage is a candidate, and their least
 * similarity to the page.
 */
const mostStories = 6;
const storyLikeness = 0.1;
/** Weight of the article similarity (0..1) that is added to the passages' cosine (0..1). */
const storyShare = 0.5;
/** The least cosine of a candidate. No correct match has less, whatever its neighbours. */
const leastCosine = 0.08;
/**
 * The least combined score of a candidate. On 80 pages of bulk news none of 759 references had
 * less.
 */
const leastScore = 0.2;

/**
 * Finds, for each passage of a page, the few library passages worth aligning, best first.
 *
 * There are three sources: the rarest terms, until a share of the library has been read;
 * fingerprints, of which two must match; and the passages of articles on the same story, which may
 * share few words with the page. Two rescorings follow. Cost per passage: the budget, then the
 * terms of the rescored passages.
 *
 * @param fingerprints the fingerprints of each passage
 * @param excluded numbers of articles that are skipped
 * @param isShown whether an article may be shown; called for the nearest only
 * @param among numbers of the only articles that are searched, with every passage; null: all
 */
export function findCandidates(
  fingerprints: readonly Uint32Array[],
  terms: PageTerms,
  memory: LibraryMemory,
  ties: StoryTies,
  excluded: ReadonlySet<number>,
  isShown: (article: number) => boolean,
  among: readonly number[] | null = null,
): readonly (readonly number[])[] {
  const { library } = memory;
  const near =
    among === null
      ? nearestOf(fingerprints, terms, memory, excluded, isShown)
      : fingerprints.map(() => []);
  const stories = (among ?? sameStories(near, memory, ties)).flatMap((article) => {
    const { first, count } = library.passagesOf(article);
    const part = memory.parts[memory.partOfArticle(article)]!;
    return Array.from({ length: count }, (_, i) => first + i).filter((passage) =>
      part.isMatchable(passage - part.part.firstPassage),
    );
  });
  const cosines = new DiscountedCosines(memory, terms, stories);
  return near.map((found, i) => {
    const scored: { readonly passage: number; readonly score: number }[] = [];
    for (const { passage, cosine } of cosines.of(terms.ofPassage[i]!, found, leastCosine)) {
      const score = cosine + storyShare * ties.likenessOf(library.articleOf(passage));
      if (score >= leastScore) scored.push({ passage, score });
    }
    return scored
      .sort((a, b) => b.score - a.score || orderOf(memory, a.passage) - orderOf(memory, b.passage))
      .slice(0, mostAligned)
      .map(({ passage }) => passage);
  });
}

/**
 * Returns, for each page passage, the library passages found by its rarest terms and fingerprints.
 */
function nearestOf(
  fingerprints: readonly Uint32Array[],
  terms: PageTerms,
  memory: LibraryMemory,
  excluded: ReadonlySet<number>,
  isShown: (article: number) => boolean,
): readonly (readonly number[])[] {
  const nearest = new NearestPassages(memory, terms, excluded);
  return fingerprints.map((own, i) =>
    nearest
      .of(terms.ofPassage[i]!, own, mostRescored)
      .filter((passage) => isShown(memory.library.articleOf(passage))),
  );
}

/**
 * Returns the articles found most often that belong to the page's story, the likest first; ties go to the one
 * found more often, then by id.
 */
function sameStories(
  found: readonly (readonly number[])[],
  { library }: LibraryMemory,
  ties: StoryTies,
): readonly number[] {
  const times = new Map<number, number>();
  for (const passages of found) {
    for (const article of new Set(
      passages.slice(0, mostAligned).map((p) => library.articleOf(p)),
    )) {
      times.set(article, (times.get(article) ?? 0) + 1);
    }
  }
  const idOf = remembered(library.articleEnd, (article) => library.articleId(article));
  return [...times]
    .sort((a, b) => b[1] - a[1] || (idOf(a[0]) < idOf(b[0]) ? -1 : 1))
    .slice(0, mostStories * 4)
    .map(([article]) => ({ article, likeness: ties.likenessOf(article) }))
    .filter(({ likeness }) => likeness >= storyLikeness)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostStories)
    .map(({ article }) => article);
}

/**
 * Returns the sort order of equal scores, which does not depend on how the library was assembled.
 */
function orderOf({ parts, partOfPassage }: LibraryMemory, number: number): number {
  const { segment, firstPassage } = parts[partOfPassage(number)]!.part;
  return segment.rows.orderKey(number - firstPassage);
}
