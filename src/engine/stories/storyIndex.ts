/**
 * Stories: articles that tell the same events. Each article is a vector of its heaviest terms
 * (articleTerms.ts); two are as like as the cosine of these, less the farther apart they were printed
 * (storyLinks.ts); clusters are joined by average link (averageLinks.ts). Articles are ranked by day and
 * id first, so that their order in the library changes nothing; dates count by their distance alone.
 * Cost: one pass over the library's terms; then, for each of an article's terms, the articles that have
 * it, of which there are few. Figures: `npm run bench -- stories`.
 */
import type { Library } from "../library/library.ts";
import type { ArticleId, ArticleReading } from "../model/index.ts";
import { ArticleTermReader, numberTerms } from "./articleTerms.ts";
import { clusterByAverageLink } from "./averageLinks.ts";
import { dayOf, type RankedArticle, TermHolders } from "./storyLinks.ts";

/** The stories of a library; articles are given by their numbers in it. */
export interface StoryIndex {
  /** Those of two articles or more, in no order that means anything. */
  readonly stories: readonly (readonly number[])[];
  /** The articles of the story that one belongs to, itself among them; it alone, where there are no others. */
  storyOf(article: number): readonly number[];
  /** The articles that tell the same events as a page that is not in the library; none if there are none. */
  storyNear(page: ArticleReading): readonly number[];
}

/** Two clusters become one story from this mean likeness on. */
const leastMean = 0.13;

/** More articles are a subject, which no page shows. */
const mostArticles = 60;

/** Finds the stories of a library. */
export function createStoryIndex(library: Library): StoryIndex {
  const numbers = numberTerms(library);
  const reader = new ArticleTermReader(numbers);
  const ranked = rankedArticles(library, reader);
  const holders = new TermHolders(ranked, numbers.count);
  const clusters = clusterByAverageLink(holders.links(), leastMean, mostArticles);
  const stories = clusters.map((ranks) => ranks.map((rank) => ranked[rank]!.article));
  const byArticle = new Map(stories.flatMap((story) => story.map((article) => [article, story])));
  const ofRank = new Map(clusters.flatMap((ranks) => ranks.map((rank) => [rank, ranks])));
  return {
    stories,
    storyOf: (article) => byArticle.get(article) ?? [article],
    storyNear(page) {
      const day = dayOf(page.article.published);
      const sums = new Map<readonly number[], number>();
      holders.forAlike({ ...reader.readPage(page), day }, (rank, likeness) => {
        const ranks = ofRank.get(rank) ?? [rank];
        sums.set(ranks, (sums.get(ranks) ?? 0) + likeness);
      });
      const means = [...sums].map(([ranks, sum]) => ({ ranks, mean: sum / ranks.length }));
      const [best] = means.sort((a, b) => b.mean - a.mean || a.ranks[0]! - b.ranks[0]!);
      if (best === undefined || best.mean < leastMean) return [];
      return best.ranks.map((rank) => ranked[rank]!.article);
    },
  };
}

/** The articles that are not deleted, each id once, by day and id; those without a day last. */
function rankedArticles(library: Library, reader: ArticleTermReader): readonly RankedArticle[] {
  const byId = new Map<ArticleId, RankedArticle>();
  library.parts.forEach((part, at) => {
    const { segment, firstArticle } = part;
    for (let local = 0; local < segment.articleCount; local++) {
      if (segment.deleted?.isArticle(local)) continue;
      const id = segment.rows.articleId(local);
      if (byId.has(id)) continue;
      const day = dayOf(segment.rows.publicationOf(local));
      byId.set(id, { id, day, article: firstArticle + local, ...reader.read(part, at, local) });
    }
  });
  return [...byId.values()].sort(
    (a, b) => placeOf(a.day) - placeOf(b.day) || (a.id < b.id ? -1 : 1),
  );
}

function placeOf(day: number | null): number {
  return day ?? Number.MAX_SAFE_INTEGER;
}
