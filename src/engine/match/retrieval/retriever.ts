import {
  closeness,
  closenessWeights,
  type WeighedWords,
  weightsWithCosine,
  weighWords,
  withCosine,
} from "./closeness.ts";
import { type PassageVectors, QueryCosines } from "./queryCosines.ts";
import { createRankedIndex } from "./rankedIndex.ts";
import { type RetrievalWords, retrievalWords } from "./retrievalWords.ts";

/** A text that can be found, and its article. */
export interface SearchablePassage {
  readonly articleId: string;
  readonly text: string;
}

/** An article found, with its best passage. */
export interface RetrievedHit {
  readonly articleId: string;
  readonly passage: string;
  /** Higher is closer. Scores of different queries cannot be compared. */
  readonly score: number;
}

/** A passage of the first pass with its features. */
export interface RetrievalCandidate {
  readonly passage: SearchablePassage;
  /** Index among the passages. */
  readonly at: number;
  /** `closenessFeatures` in order; `featuresWithCosine` where the query has a vector. */
  readonly features: readonly number[];
}

/**
 * Finds the passages closest to a statement. If the passages have vectors, the query may bring its
 * own; without one only words are compared.
 */
export interface Retriever {
  readonly passageCount: number;
  /** Returns at most `count` distinct articles, best first. */
  find(query: string, count: number, vector?: Uint8Array): readonly RetrievedHit[];
  /**
   * Returns the passages to be rescored: those ranked by the index, then those with similar
   * vectors.
   */
  candidates(query: string, vector?: Uint8Array): readonly RetrievalCandidate[];
}

/** The weight of a run of letters relative to a word; measured by `npm run eval -- retrieval`. */
const letterWeight = 0.2;
/**
 * Runs of letters in more than this share of the passages are ignored: they say nothing and cost
 * most.
 */
const commonLetters = 0.05;
/**
 * The most passages rescored. They include the right claim in 97 of 100 cases; each costs about 20
 * µs.
 */
const mostReranked = 24;
/** The passages expected of one article before the next article appears. */
const passagesAnArticle = 8;

/**
 * Returns a retriever with two passes. The first ranks all passages by BM25 over words and runs of
 * letters, and by nearest vectors. The second scores the best again by how well query and passage cover
 * each other, in the same and in similar words, and by their cosines (assets/model/retrieval.json).
 * All passages are read once. Memory: their texts, and five bytes for each word and run of letters.
 */
export function createRetriever(
  passages: Iterable<SearchablePassage>,
  vectors: PassageVectors | null = null,
): Retriever {
  const stored = [...passages];
  const words = stored.map(({ text }) => retrievalWords(text));
  const stems = createRankedIndex(words.map((one) => one.stems));
  const letters = createRankedIndex(
    words.map((one) => one.letters),
    commonLetters,
  );
  const weighed = words.map((): WeighedWords | null => null);
  const scores = new Float32Array(stored.length);
  const passageWords = (at: number) =>
    (weighed[at] ??= weighWords(words[at] as RetrievalWords, stems.rarity));

  /**
   * Returns at least the best `count` passages, best first, with those of similar vectors and the
   * scores of the words.
   */
  function ranked(query: RetrievalWords, count: number, meant: readonly number[]) {
    const touched: number[] = [];
    stems.score(new Set(query.stems), scores, 1, touched);
    letters.score(new Set(query.letters), scores, letterWeight, touched);
    const byWords = bestOf(touched, scores, count);
    const head = new Set(byWords.slice(0, mostReranked).map(({ at }) => at));
    const byMeaning = meant
      .filter((at) => !head.has(at))
      .map((at): RankedPassage => ({ at, score: scores[at]! }));
    for (const at of touched) scores[at] = 0;
    return { byWords, byMeaning };
  }

  function weigh(
    query: RetrievalWords,
    found: readonly RankedPassage[],
    sought: QueryCosines | null,
  ): readonly (readonly number[])[] {
    const own = weighWords(query, stems.rarity);
    const best = found[0]?.score || 1;
    return found.map(({ at, score }) => {
      const features = closeness(own, passageWords(at), score / best);
      return sought === null ? features : withCosine(features, sought.cosine(at));
    });
  }

  function look(query: string, count: number, vector: Uint8Array | undefined) {
    const read = retrievalWords(query);
    const sought = vectors && vector ? new QueryCosines(vectors, vector) : null;
    const { byWords, byMeaning } = ranked(read, count, sought?.nearest() ?? []);
    const head = [...byWords.slice(0, mostReranked), ...byMeaning];
    const features = weigh(read, head, sought);
    const weights = sought === null ? closenessWeights : weightsWithCosine;
    return { byWords, head, features, weights };
  }

  return {
    passageCount: stored.length,
    candidates(query, vector) {
      const { head, features } = look(query, mostReranked, vector);
      return head.map(({ at }, i) => ({ passage: stored[at]!, at, features: features[i]! }));
    },
    find(query, count, vector) {
      const most = Math.max(mostReranked, count * passagesAnArticle);
      const { byWords, head, features, weights } = look(query, most, vector);
      const sums = features.map((of) => weightedSum(of, weights));
      const order = head.map((_, i) => i).sort((a, b) => sums[b]! - sums[a]!);
      const last = Math.min(...sums);
      const lastScore = byWords[Math.min(mostReranked, byWords.length) - 1]?.score ?? 1;
      const inOrder = [
        ...order.map((i) => ({ at: head[i]!.at, score: scoreOf(sums[i]!) })),
        // Scored below all rescored passages, in the order of the index.
        ...byWords.slice(mostReranked).map(({ at, score }) => ({
          at,
          score: (scoreOf(last) * score) / lastScore,
        })),
      ];
      return firstOfEach(inOrder, stored, count);
    },
  };
}

interface RankedPassage {
  readonly at: number;
  readonly score: number;
}

/** The buckets of the histogram of scores. */
const buckets = 1024;

/**
 * Returns the passages with the highest scores, best first. A histogram avoids sorting the others.
 */
function bestOf(
  touched: readonly number[],
  scores: Float32Array,
  count: number,
): readonly RankedPassage[] {
  let highest = 0;
  for (const at of touched) highest = Math.max(highest, scores[at]!);
  const bucketOf = (at: number) => Math.floor((scores[at]! / highest) * (buckets - 1));
  const sizes = new Int32Array(buckets);
  for (const at of touched) sizes[bucketOf(at)]!++;
  let least = buckets - 1;
  for (let sum = sizes[least]!; least > 0 && sum < count; sum += sizes[least]!) least--;
  return touched
    .filter((at) => bucketOf(at) >= least)
    .map((at) => ({ at, score: scores[at]! }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, count);
}

function weightedSum(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, value, i) => sum + value * weights[i]!, 0);
}

/** Returns a score above 0 for any sum. */
function scoreOf(sum: number): number {
  return Math.log1p(Math.exp(sum));
}

function firstOfEach(
  inOrder: readonly { at: number; score: number }[],
  stored: readonly SearchablePassage[],
  count: number,
): readonly RetrievedHit[] {
  const hits = new Map<string, RetrievedHit>();
  for (const { at, score } of inOrder) {
    if (hits.size >= count) break;
    const { articleId, text } = stored[at]!;
    if (hits.has(articleId)) continue;
    hits.set(articleId, { articleId, passage: text, score: Math.round(score * 1e4) / 1e4 });
  }
  return [...hits.values()];
}
