import type { Library } from "../library/library.ts";
import { addressHashes } from "../library/pageAddress.ts";
import {
  type ArticleReading,
  leastDoubtful,
  type MatchReport,
  usualLeastScore,
} from "../model/index.ts";
import { type ComparedPair, comparePage, isMatchable } from "./comparePage.ts";
import { leastLogit } from "./comparison.ts";
import type { Meaning } from "./meaning/pageMeaning.ts";
import { matchesOf } from "./pageMatches.ts";
import { type CopyFound, isSamePublication, shareOfCopy } from "./samePage.ts";
import { librarySizePrior } from "./score/librarySize.ts";

/** What a match of a page may be told; everything has a default. */
export interface MatchOptions {
  /** References below this score are left out: 0..1. */
  readonly minScore?: number;
  /** Vectors of page and library: what is said in other words, or in another language, is found by them. */
  readonly meaning?: Meaning;
  /** Numbers of the only articles that are looked at; those of one story, of which every passage is weighed. */
  readonly among?: ReadonlySet<number>;
}

/**
 * The page's passages that also stand in the library's articles, with what they stand beside.
 * The same page and library give the same report. Neither is changed.
 */
export function matchPage(
  page: ArticleReading,
  library: Library,
  options: MatchOptions = {},
): MatchReport {
  const minScore = options.minScore ?? usualLeastScore;
  const prior = librarySizePrior(library.passageCount);
  // What is doubtful has its say as neighbour and rival, whether or not it is asked for.
  const least = leastLogit(Math.min(minScore, leastDoubtful), prior);
  const compare = (copies?: ReadonlySet<number>) =>
    comparePage(page, library, least, options.meaning, copies, options.among);
  const pairs = compare();
  const copies = findCopies(page, library, pairs);
  // A copy takes places among the candidates, and is a rival of what is told in other words.
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
}

/** Articles of which the page is a copy, or the same publication at another address. */
function findCopies(page: ArticleReading, library: Library, pairs: readonly ComparedPair[]) {
  const verbatim = new Map<number, Map<number, number>>();
  for (const { article, place, stored, comparison } of pairs) {
    if (comparison.words?.kind !== "whole") continue;
    const ofArticle = verbatim.get(article) ?? new Map<number, number>();
    if (!ofArticle.has(place)) ofArticle.set(place, stored.ordinal);
    verbatim.set(article, ofArticle);
  }
  const matchable = page.passages.filter(isMatchable).length;
  // At an address that differs in a tracking parameter alone the page itself stands, if the texts agree.
  const nearlyThere = library.articlesAt(addressHashes(page.article.urls));
  const excluded = new Set<number>();
  let copyOf: CopyFound | null = null;
  for (const [article, ordinals] of verbatim) {
    const share = shareOfCopy([...ordinals.values()], matchable);
    if (share === null) continue;
    excluded.add(article);
    const found = library.articleHead(article);
    const isItself = nearlyThere.has(article) || isSamePublication(page.article, found);
    if (!isItself && share > (copyOf?.share ?? 0)) {
      copyOf = { article: found.id, share };
    }
  }
  return { excluded, copyOf };
}
