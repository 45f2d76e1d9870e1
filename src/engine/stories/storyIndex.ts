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

/**
 * Finds the stories of a library.
 * @param known the stories as they were found in the very same library: then only what `storyNear` asks
 *   for is worked out, when it is asked
 */
export function createStoryIndex(
  library: Library,
  known: readonly (readonly number[])[] | null = null,
): StoryIndex {
  let compared: ComparedArticles | null = null;
  const comparedOnce = () => {
    compared ??= compareArticles(library);
    return compared;
  };
  const stories = known ?? storiesAmong(comparedOnce());
  const byArticle = new Map(stories.flatMap((story) => story.map((article) => [article, story])));
  const storyOf = (article: number) => byArticle.get(article) ?? [article];
  return {
    stories,
    storyOf,
    storyNear(page) {
      const { ranked, holders, reader } = comparedOnce();
      const day = dayOf(page.article.published);
      /** A story alone has no array of its own: it goes by its article. */
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

/** The articles of a library, ready to be set beside others. */
interface ComparedArticles {
  readonly ranked: readonly RankedArticle[];
  readonly holders: TermHolders;
  readonly reader: ArticleTermReader;
}

function compareArticles(library: Library): ComparedArticles {
  const numbers = numberTerms(library);
  const reader = new ArticleTermReader(numbers);
  const ranked = rankedArticles(library, reader);
  return { ranked, holders: new TermHolders(ranked, numbers.count), reader };
}

function storiesAmong({ ranked, holders }: ComparedArticles): readonly (readonly number[])[] {
  const clusters = clusterByAverageLink(holders.links(), leastMean, mostArticles);
  return clusters.map((ranks) => ranks.map((rank) => ranked[rank]!.article));
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
