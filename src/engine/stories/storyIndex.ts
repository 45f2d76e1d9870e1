/**
 * Stories: articles about the same events. Each article is a vector of its heaviest terms
 * (articleTerms.ts). The likeness of two is their cosine, reduced by the days between them
 * (storyLinks.ts); clusters are joined by average linkage (averageLinks.ts). Articles are first sorted by
 * day and id, so that their order in the library does not matter; only the distance of dates counts.
 * Cost: one pass over the library's terms; then, for each term of an article, the few articles that have
 * it. Figures: `npm run bench -- story`.
 */
import type { Library } from "../library/library.ts";
import { allSteps, type Steps } from "../library/steps.ts";
import type { ArticleId, ArticleReading } from "../model/index.ts";
import { ArticleTermReader, numberTerms } from "./articleTerms.ts";
import { clusterByAverageLink } from "./averageLinks.ts";
import { dayOf, type RankedArticle, TermPostings } from "./storyLinks.ts";

/** The stories of a library; articles are given by their numbers in it. */
export interface StoryIndex {
  /** Stories of two articles or more, in no particular order. */
  readonly stories: readonly (readonly number[])[];
  /**
   * Returns the articles of an article's story, including itself; itself alone if there are no
   * others.
   */
  storyOf(article: number): readonly number[];
  /**
   * Returns the articles on the same events as a page that is not in the library; empty if there
   * are none.
   */
  storyNear(page: ArticleReading): readonly number[];
}

/** Two clusters become one story from this mean likeness on. */
const leastMean = 0.13;

/** A larger cluster is a subject rather than a story and is left out. */
const mostArticles = 60;

/** Finds the stories of a library. */
export function createStoryIndex(library: Library): StoryIndex {
  return allSteps(storyIndexInSteps(library));
}

/** The same in small steps, for idle time. */
export function* storyIndexInSteps(library: Library): Steps<StoryIndex> {
  const compared = yield* compareArticles(library);
  const { ranked, holders } = compared;
  const links = yield* holders.links();
  const clusters = clusterByAverageLink(links, leastMean, mostArticles);
  const stories = clusters.map((ranks) => ranks.map((rank) => ranked[rank]!.article));
  return indexOf(stories, () => compared);
}

/**
 * Returns the index for stories that were found in this library before. The comparison that
 * `storyNear` needs is computed at its first call.
 */
export function recalledStoryIndex(library: Library, stories: StoryIndex["stories"]): StoryIndex {
  let compared: ComparedArticles | null = null;
  return indexOf(stories, () => {
    compared ??= allSteps(compareArticles(library));
    return compared;
  });
}

function indexOf(stories: StoryIndex["stories"], compare: () => ComparedArticles): StoryIndex {
  const byArticle = new Map(stories.flatMap((story) => story.map((article) => [article, story])));
  const storyOf = (article: number) => byArticle.get(article) ?? [article];
  return {
    stories,
    storyOf,
    storyNear(page) {
      const { ranked, holders, reader } = compare();
      const day = dayOf(page.article.published);
      /** By the first article of a story. */
      const sums = new Map<number, number>();
      holders.forAlike({ ...reader.readPage(page), day }, (rank, likeness) => {
        const [first] = storyOf(ranked[rank]!.article);
        sums.set(first!, (sums.get(first!) ?? 0) + likeness);
      });
      const means = [...sums].map(([first, sum]) => ({ first, mean: sum / storyOf(first).length }));
      const [best] = means.sort((a, b) => b.mean - a.mean || a.first - b.first);
      return best === undefined || best.mean < leastMean ? [] : storyOf(best.first);
    },
  };
}

/** The articles of a library, ready to be compared. */
interface ComparedArticles {
  readonly ranked: readonly RankedArticle[];
  readonly holders: TermPostings;
  readonly reader: ArticleTermReader;
}

function* compareArticles(library: Library): Steps<ComparedArticles> {
  const numbers = numberTerms(library);
  yield;
  const reader = new ArticleTermReader(numbers);
  const ranked = yield* rankedArticles(library, reader);
  yield;
  return { ranked, holders: new TermPostings(ranked, numbers.count), reader };
}

/** Articles in one step: some milliseconds' work. */
const articlesAStep = 100;

/** The articles that are not deleted, each id once, by day and id; those without a day last. */
function* rankedArticles(
  library: Library,
  reader: ArticleTermReader,
): Steps<readonly RankedArticle[]> {
  const byId = new Map<ArticleId, RankedArticle>();
  for (const [at, part] of library.parts.entries()) {
    const { segment, firstArticle } = part;
    for (let local = 0; local < segment.articleCount; local++) {
      if (segment.deleted?.isArticle(local)) continue;
      const id = segment.rows.articleId(local);
      if (byId.has(id)) continue;
      const day = dayOf(segment.rows.publicationOf(local));
      byId.set(id, { id, day, article: firstArticle + local, ...reader.read(part, at, local) });
      if (byId.size % articlesAStep === 0) yield;
    }
  }
  return [...byId.values()].sort(
    (a, b) => placeOf(a.day) - placeOf(b.day) || (a.id < b.id ? -1 : 1),
  );
}

function placeOf(day: number | null): number {
  return day ?? Number.MAX_SAFE_INTEGER;
}
