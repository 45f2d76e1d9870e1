import type { Library } from "../library/library.ts";
import { addressHashes } from "../library/pageAddress.ts";
import {
  type ArticleReading,
  defaultLeastScore,
  leastDoubtful,
  type MatchReport,
} from "../model/index.ts";
import {
  type ComparedPair,
  comparePairs,
  type FoundPairs,
  findPairs,
  isMatchable,
} from "./comparePage.ts";
import { leastLogit } from "./comparison.ts";
import type { Meaning } from "./meaning/pageMeaning.ts";
import { matchesOf } from "./pageMatches.ts";
import { type CopyFound, isSamePublication, shareOfCopy } from "./samePage.ts";
import { librarySizePrior } from "./score/librarySize.ts";

/** The options of a match; all have defaults. */
export interface MatchOptions {
  /** References with a lower score (0..1) are left out. */
  readonly minScore?: number;
  /** Vectors of page and library, which find passages in other words or in another language. */
  readonly meaning?: Meaning;
  /**
   * Numbers of the only articles that are searched, such as those of one story; all their passages
   * are scored.
   */
  readonly among?: ReadonlySet<number>;
}

/**
 * Returns the page's passages that library articles also have, with their references. The same page
 * and library give the same report. Neither is changed.
 */
export function matchPage(
  page: ArticleReading,
  library: Library,
  options: MatchOptions = {},
): MatchReport {
  return createPageMatch(page, library, options)();
}

/**
 * Returns a function that gives the page's report, as often as texts are added to the library (an
 * archive's, which are fetched as they are needed). The candidates do not depend on the texts and
 * are found once.
 */
export function createPageMatch(
  page: ArticleReading,
  library: Library,
  options: MatchOptions = {},
): () => MatchReport {
  const minScore = options.minScore ?? defaultLeastScore;
  const prior = librarySizePrior(library.passageCount);
  // Doubtful pairs count as neighbours and rivals whether or not they are shown.
  const least = leastLogit(Math.min(minScore, leastDoubtful), prior);
  const found = new Map<string, FoundPairs>();
  const compare = (copies: ReadonlySet<number>) => {
    const without = [...copies].join();
    const { meaning = null, among = null } = options;
    const pairs = found.get(without) ?? findPairs(page, library, { least, meaning, copies, among });
    found.set(without, pairs);
    return comparePairs(pairs);
  };
  return () => {
    const pairs = compare(new Set());
    const copies = findCopies(page, library, pairs, options.among !== undefined);
    // A copy takes up candidates and competes with passages in other words.
    const kept = copies.excluded.size === 0 ? pairs : compare(copies.excluded);
    const matches = matchesOf(page, library, kept, minScore);
    return {
      schema: 1,
      page: {
        title: page.article.title,
        outlet: page.article.outlet.name || null,
        url: page.article.urls[0] ?? null,
        published: page.article.published,
        language: page.article.language,
        passageCount: page.passages.length,
      },
      copyOf: copies.copyOf,
      matches,
    };
  };
}

/**
 * Returns the articles of which the page is a copy, and those that are the page itself at another
 * address.
 * @param isStory in a story copies are compared too, for what they change; only the page is left out
 */
function findCopies(
  page: ArticleReading,
  library: Library,
  pairs: readonly ComparedPair[],
  isStory: boolean,
) {
  const verbatim = new Map<number, Map<number, number>>();
  for (const { article, pagePassage, stored, comparison } of pairs) {
    if (comparison.words?.kind !== "whole") continue;
    const ofArticle = verbatim.get(article) ?? new Map<number, number>();
    if (!ofArticle.has(pagePassage)) ofArticle.set(pagePassage, stored.ordinal);
    verbatim.set(article, ofArticle);
  }
  const matchable = page.passages.filter(isMatchable).length;
  // An article whose address differs only in a tracking parameter is the page itself if the texts
  // agree.
  const nearlyThere = library.articlesAt(addressHashes(page.article.urls));
  const excluded = new Set<number>();
  let copyOf: CopyFound | null = null;
  for (const [article, ordinals] of verbatim) {
    const share = shareOfCopy([...ordinals.values()], matchable);
    if (share === null) continue;
    const found = library.articleHead(article);
    const isItself = nearlyThere.has(article) || isSamePublication(page.article, found);
    if (isItself || !isStory) excluded.add(article);
    if (!isItself && share > (copyOf?.share ?? 0)) {
      copyOf = { article: found.id, share };
    }
  }
  return { excluded, copyOf };
}
