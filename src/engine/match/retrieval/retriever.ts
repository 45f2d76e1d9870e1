import { closeness, closenessWeights, type WeighedWords, weighWords } from "./closeness.ts";
import { createRankedIndex } from "./rankedIndex.ts";
import { type SoughtWords, soughtWords } from "./soughtWords.ts";

/** A text that can be found, and the article that it is of. */
export interface SoughtPassage {
  readonly articleId: string;
  readonly text: string;
}

/** An article found, with its best passage. */
export interface RetrievedHit {
  readonly articleId: string;
  readonly passage: string;
  /** Higher is closer; scores of different queries are not compared. */
  readonly score: number;
}

/** A passage of the first pass with what tells it from the others. */
export interface RetrievalCandidate {
  readonly passage: SoughtPassage;
  /** `closenessFeatures` in order. */
  readonly features: readonly number[];
}

/** Finds, for a statement, the passages that are closest to it. */
export interface Retriever {
  readonly passageCount: number;
  /** At most `count` articles, best first, each once. */
  find(query: string, count: number): readonly RetrievedHit[];
  /** The passages that are weighed against each other, as the index ranks them. */
  candidates(query: string): readonly RetrievalCandidate[];
}

/** What a run of letters is worth beside a word; measured by `npm run eval -- retrieval`. */
const letterWeight = 0.2;
/** Runs of letters that stand in more than this share of the passages tell nothing and cost most. */
const commonLetters = 0.05;
/** The right claim is among so many in 97 of 100 cases; each costs about 20 µs to weigh. */
const mostWeighed = 24;
/** So many passages of one article may stand before the next article. */
const passagesAnArticle = 8;

/**
 * Two passes: words and runs of letters by BM25 over all passages, then the best by how they
 * cover each other, in the same and in near words (assets/model/retrieval.json). All passages are
 * read once. Memory: their texts, and five bytes for each of their words and letters.
 */
export function createRetriever(passages: Iterable<SoughtPassage>): Retriever {
  const stored = [...passages];
  const words = stored.map(({ text }) => soughtWords(text));
  const stems = createRankedIndex(words.map((one) => one.stems));
  const letters = createRankedIndex(
    words.map((one) => one.letters),
    commonLetters,
  );
  const weighed = words.map((): WeighedWords | null => null);
  const scores = new Float32Array(stored.length);
  const passageWords = (at: number) =>
    (weighed[at] ??= weighWords(words[at] as SoughtWords, stems.rarity));

  /** At least the best `count` passages, best first. */
  function ranked(query: SoughtWords, count: number): readonly RankedPassage[] {
    const touched: number[] = [];
    stems.score(new Set(query.stems), scores, 1, touched);
    letters.score(new Set(query.letters), scores, letterWeight, touched);
    const best = bestOf(touched, scores, count);
    for (const at of touched) scores[at] = 0;
    return best;
  }

  function weigh(query: SoughtWords, found: readonly RankedPassage[]) {
    const own = weighWords(query, stems.rarity);
    const best = found[0]?.score ?? 1;
    return found.map(({ at, score }) => closeness(own, passageWords(at), score / best));
  }

  return {
    passageCount: stored.length,
    candidates(query) {
      const read = soughtWords(query);
      const found = ranked(read, mostWeighed);
      return weigh(read, found).map((features, i) => ({
        passage: stored[found[i]!.at]!,
        features,
      }));
    },
    find(query, count) {
      const read = soughtWords(query);
      const found = ranked(read, Math.max(mostWeighed, count * passagesAnArticle));
      const head = found.slice(0, mostWeighed);
      const sums = weigh(read, head).map((features) => weightedSum(features));
      const order = head.map((_, i) => i).sort((a, b) => sums[b]! - sums[a]! || a - b);
      const last = Math.min(...sums);
      const inOrder = [
        ...order.map((i) => ({ at: head[i]!.at, score: scoreOf(sums[i]!) })),
        ...found.slice(mostWeighed).map(({ at, score }) => ({
          at,
          // Below all that were weighed, in the order of the index.
          score: (scoreOf(last) * score) / (head.at(-1)!.score || 1),
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

const buckets = 1024;

/** The passages with the highest scores, best first; a histogram spares sorting the others. */
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

function weightedSum(features: readonly number[]): number {
  return features.reduce((sum, value, i) => sum + value * closenessWeights[i]!, 0);
}

/** Above nought whatever the sum. */
function scoreOf(sum: number): number {
  return Math.log1p(Math.exp(sum));
}

function firstOfEach(
  inOrder: readonly { at: number; score: number }[],
  stored: readonly SoughtPassage[],
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
