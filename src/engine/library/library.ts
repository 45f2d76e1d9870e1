import type { Article, ArticleId, PublicationDate, QuoteContext } from "../model/index.ts";
import { dictionaryIndexOf } from "./forwardEntry.ts";
import { numbersWith } from "./hashPairs.ts";
import type { ArticleHead, StoredPassage } from "./rowReader.ts";
import type { Segment } from "./segment.ts";
import { SegmentError } from "./segmentError.ts";

/** A segment of a library, in which its passages and articles count from these numbers. */
export interface LibraryPart {
  readonly segment: Segment;
  readonly firstPassage: number;
  readonly firstArticle: number;
}

/** Statistics of a larger library that the segments are a part of. */
export interface LibraryStatistics {
  readonly passageCount: number;
  /** The mean number of terms in a passage. */
  readonly meanTerms: number;
  /** Returns the number of passages with a term. */
  documentFrequency(hash: number): number;
}

/**
 * All segments that are searched together. Passages and articles are numbered in the order of the
 * segments; the numbers are valid within one library only. Deleted articles keep their numbers, but
 * nothing refers to them and no statistic counts them.
 */
export interface Library {
  /** Passages that are not deleted. */
  readonly passageCount: number;
  readonly articleCount: number;
  /** All numbers of passages and articles are below these. */
  readonly passageEnd: number;
  readonly articleEnd: number;
  readonly parts: readonly LibraryPart[];
  /** The mean number of terms in a passage. */
  readonly meanTerms: number;
  /** The larger library's statistics; null if this library's own are used. */
  readonly statistics: LibraryStatistics | null;
  /** All articles with their bodies, read again at each call. */
  readonly articles: readonly Article[];
  /** Returns the number of passages with a term. */
  documentFrequency(hash: number): number;
  /** The term hashes of a passage. */
  termsOf(passage: number): Uint32Array;
  passage(passage: number): StoredPassage;
  /** The text around a passage. */
  contextOf(passage: number): QuoteContext;
  /** The number of the article that a passage belongs to. */
  articleOf(passage: number): number;
  articleId(article: number): ArticleId;
  publicationOf(article: number): PublicationDate | null;
  /** The article without its body; read once and kept. */
  articleHead(article: number): ArticleHead;
  /** Articles that share an address with the ones given as hashes (pageAddress.ts). */
  articlesAt(addressHashes: Iterable<number>): ReadonlySet<number>;
  passagesOf(article: number): { readonly first: number; readonly count: number };
}

/**
 * Combines segments into a library. Nothing is copied: statistics are summed up when they are asked
 * for. What is read from it throws SegmentError where a segment proves damaged.
 * @param statistics those of the library that the segments were taken from; passages then have the
 * weights that they have there
 */
export function createLibrary(
  segments: readonly Segment[],
  statistics: LibraryStatistics | null = null,
): Library {
  const parts = partsOf(segments);
  const end = {
    passages: segments.reduce((sum, segment) => sum + segment.passageCount, 0),
    articles: segments.reduce((sum, segment) => sum + segment.articleCount, 0),
  };
  const partOfPassage = (passage: number) =>
    checked(parts[lastPartFrom(parts, "firstPassage", passage)], passage, end.passages);
  const partOfArticle = (article: number) =>
    checked(parts[lastPartFrom(parts, "firstArticle", article)], article, end.articles);
  return {
    passageCount: statistics?.passageCount ?? end.passages - deletedOf(segments, "passageCount"),
    articleCount: end.articles - deletedOf(segments, "articleCount"),
    passageEnd: end.passages,
    articleEnd: end.articles,
    parts,
    meanTerms: statistics?.meanTerms ?? meanTermsOf(segments, end.passages),
    statistics,
    get articles() {
      return segments.flatMap(({ rows, articleCount, deleted }) =>
        Array.from({ length: articleCount }, (_, i) => i)
          .filter((article) => !deleted?.isArticle(article))
          .map((article) => rows.article(article)),
      );
    },
    documentFrequency(hash) {
      if (statistics !== null) return statistics.documentFrequency(hash);
      let sum = 0;
      for (const segment of segments) sum += timesInSegment(segment, segment.terms.indexOf(hash));
      return sum;
    },
    termsOf(passage) {
      const { segment, firstPassage } = partOfPassage(passage);
      return segment
        .forwardTerms(passage - firstPassage)
        .map((entry) => segment.terms.hashAt(dictionaryIndexOf(entry)));
    },
    passage(passage) {
      const { segment, firstPassage, firstArticle } = partOfPassage(passage);
      const stored = segment.rows.passage(passage - firstPassage);
      return { ...stored, article: stored.article + firstArticle };
    },
    contextOf(passage) {
      const { segment, firstPassage } = partOfPassage(passage);
      return segment.rows.contextOf(passage - firstPassage);
    },
    articleOf(passage) {
      const { segment, firstPassage, firstArticle } = partOfPassage(passage);
      return segment.rows.articleOf(passage - firstPassage) + firstArticle;
    },
    articleId(article) {
      const { segment, firstArticle } = partOfArticle(article);
      return segment.rows.articleId(article - firstArticle);
    },
    publicationOf(article) {
      const { segment, firstArticle } = partOfArticle(article);
      return segment.rows.publicationOf(article - firstArticle);
    },
    articleHead(article) {
      const { segment, firstArticle } = partOfArticle(article);
      return segment.rows.head(article - firstArticle);
    },
    articlesAt(addressHashes) {
      const found = new Set<number>();
      for (const hash of addressHashes) {
        for (const { segment, firstArticle } of parts) {
          for (const article of numbersWith(segment.addresses, hash)) {
            const isThere = article < segment.articleCount && !segment.deleted?.isArticle(article);
            if (isThere) found.add(firstArticle + article);
          }
        }
      }
      return found;
    },
    passagesOf(article) {
      const { segment, firstPassage, firstArticle } = partOfArticle(article);
      const { first, count } = segment.rows.passagesOf(article - firstArticle);
      return { first: first + firstPassage, count };
    },
  };
}

function meanTermsOf(segments: readonly Segment[], passages: number): number {
  const terms = segments.reduce((sum, { views }) => sum + views.forwardTerms.length, 0);
  return Math.max(1, terms) / Math.max(1, passages);
}

/** Returns in how many passages of a segment the term at an index occurs; 0 for index -1. */
export function timesInSegment({ terms, deleted }: Segment, index: number): number {
  return terms.timesAt(index) - (deleted?.lostPostings(index) ?? 0);
}

/**
 * Returns the index of the part that a number belongs to: the last one that begins at it or before.
 */
export function lastPartFrom(
  parts: readonly LibraryPart[],
  first: "firstPassage" | "firstArticle",
  number: number,
): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (parts[middle]![first] <= number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function partsOf(segments: readonly Segment[]): readonly LibraryPart[] {
  let firstPassage = 0;
  let firstArticle = 0;
  return segments.map((segment) => {
    const part = { segment, firstPassage, firstArticle };
    firstPassage += segment.passageCount;
    firstArticle += segment.articleCount;
    return part;
  });
}

/** Numbers are read from segments, whose content is not checked when they are opened. */
function checked(part: LibraryPart | undefined, number: number, end: number): LibraryPart {
  if (!part || number >= end) throw new SegmentError("damaged", `no number ${number}`);
  return part;
}

function deletedOf(segments: readonly Segment[], what: "passageCount" | "articleCount"): number {
  return segments.reduce((sum, { deleted }) => sum + (deleted?.[what] ?? 0), 0);
}
