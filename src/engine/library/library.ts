import type { Article } from "../model/index.ts";
import { placeOfEntry } from "./forwardEntry.ts";
import type { ArticleHead, StoredPassage } from "./rowReader.ts";
import type { Segment } from "./segment.ts";
import { hashNext, termHash } from "./termHash.ts";

/** Which of the two indexes of a segment is asked. */
export type Tier = "terms" | "prints";

/**
 * All segments that are searched together. Passages and articles are numbered through, in the
 * order of the segments; numbers hold only within one library. Deleted articles keep their
 * numbers, but nothing leads to them and no statistic counts them.
 */
export interface Library {
  /** Those that are not deleted. */
  readonly passageCount: number;
  readonly articleCount: number;
  /** All numbers of passages and articles are below these. */
  readonly passageEnd: number;
  readonly articleEnd: number;
  /** All articles, read anew at each call: bodies and all. */
  readonly articles: readonly Article[];
  /** In how many passages a term stands. */
  documentFrequency(hash: number): number;
  /** Calls `visit` for passages that hold the term, at most `limit` of them, ascending. */
  visitPassages(tier: Tier, hash: number, limit: number, visit: (passage: number) => void): void;
  /** The term hashes of a passage. */
  termsOf(passage: number): Uint32Array;
  passage(passage: number): StoredPassage;
  /** A number that depends on article and place only: puts equals in the same order in any library. */
  orderKey(passage: number): number;
  /** The number of the article that a passage belongs to. */
  articleOf(passage: number): number;
  article(article: number): Article;
  /** The article without its body; read once and kept. */
  articleHead(article: number): ArticleHead;
  passagesOf(article: number): { readonly first: number; readonly count: number };
}

/** Puts segments together. Nothing is copied: statistics are added up when they are asked for. */
export function createLibrary(segments: readonly Segment[]): Library {
  const passageStarts = startsOf(segments.map((segment) => segment.passageCount));
  const articleStarts = startsOf(segments.map((segment) => segment.articleCount));
  const placeOf = (starts: Uint32Array, number: number) => {
    let at = 0;
    while (at + 1 < segments.length && starts[at + 1]! <= number) at++;
    const segment = segments[at];
    if (!segment || number >= starts[segments.length]!) throw new RangeError(`no number ${number}`);
    return { at, segment, local: number - starts[at]! };
  };
  const heads = new Map<number, ArticleHead>();
  const articleKeys = new Map<number, number>();
  const articleKey = (article: number) => {
    let key = articleKeys.get(article);
    if (key === undefined) {
      const { segment, local } = placeOf(articleStarts, article);
      key = termHash("article", segment.rows.articleId(local));
      articleKeys.set(article, key);
    }
    return key;
  };
  return {
    passageEnd: passageStarts[segments.length]!,
    articleEnd: articleStarts[segments.length]!,
    passageCount: liveCount(segments, "passageCount"),
    articleCount: liveCount(segments, "articleCount"),
    get articles() {
      return segments.flatMap(({ rows, articleCount, deleted }) =>
        Array.from({ length: articleCount }, (_, i) => i)
          .filter((article) => !deleted?.isArticle(article))
          .map((article) => rows.article(article)),
      );
    },
    documentFrequency(hash) {
      let sum = 0;
      for (const { terms, deleted } of segments) {
        const place = terms.placeOf(hash);
        sum += terms.postingsAt(place).length - (deleted?.lostPostings(place) ?? 0);
      }
      return sum;
    },
    visitPassages(tier, hash, limit, visit) {
      let left = limit;
      segments.forEach((segment, i) => {
        for (const passage of segment[tier].passagesOf(hash)) {
          if (left <= 0) return;
          if (passage >= segment.passageCount || segment.deleted?.isPassage(passage)) continue;
          visit(passageStarts[i]! + passage);
          left--;
        }
      });
    },
    termsOf(passage) {
      const { segment, local } = placeOf(passageStarts, passage);
      return segment.forwardTerms(local).map((entry) => segment.terms.hashAt(placeOfEntry(entry)));
    },
    passage(passage) {
      const { at, segment, local } = placeOf(passageStarts, passage);
      const stored = segment.rows.passage(local);
      return { ...stored, article: stored.article + articleStarts[at]! };
    },
    orderKey(passage) {
      const { at, segment, local } = placeOf(passageStarts, passage);
      const article = segment.rows.articleOf(local);
      const ordinal = local - segment.rows.passagesOf(article).first;
      return hashNext(articleKey(article + articleStarts[at]!), ordinal);
    },
    articleOf(passage) {
      const { at, segment, local } = placeOf(passageStarts, passage);
      return segment.rows.articleOf(local) + articleStarts[at]!;
    },
    article(article) {
      const { segment, local } = placeOf(articleStarts, article);
      return segment.rows.article(local);
    },
    articleHead(article) {
      let head = heads.get(article);
      if (!head) {
        const { segment, local } = placeOf(articleStarts, article);
        head = segment.rows.head(local);
        heads.set(article, head);
      }
      return head;
    },
    passagesOf(article) {
      const { at, segment, local } = placeOf(articleStarts, article);
      const { first, count } = segment.rows.passagesOf(local);
      return { first: first + passageStarts[at]!, count };
    },
  };
}

function liveCount(segments: readonly Segment[], what: "passageCount" | "articleCount"): number {
  return segments.reduce((sum, one) => sum + one[what] - (one.deleted?.[what] ?? 0), 0);
}

/** Where each segment's numbers begin; the last entry is their sum. */
function startsOf(counts: readonly number[]): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, i) => {
    starts[i + 1] = starts[i]! + count;
  });
  return starts;
}
