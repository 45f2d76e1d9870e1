import { logistic } from "./scoreModel.ts";

/** A pair of passages with its log-odds. Indices count within page and article. */
export interface ScoredPair {
  readonly pagePassage: number;
  readonly article: number;
  readonly articleIndex: number;
  readonly logit: number;
  /** True if one of the two is a title. A title and its article's first sentence are not rivals. */
  readonly hasTitle: boolean;
}

/** The greatest distance of a neighbour on the page and in the article, in passages. */
const pageReach = 2;
const articleReach = 3;

/**
 * Returns, for each pair, the best probability among its neighbours: pairs of a passage near on the
 * page with one near in the same article. One of the two may be the pair's own passage, since one
 * sentence here is often two there. 0 if there is none. Time is linear in the number of pairs: each
 * checks only the pairs of the next few passages.
 */
export function supportOfNeighbours(pairs: readonly ScoredPair[]): Float64Array {
  const byPassage = new Map<string, number[]>();
  pairs.forEach((pair, i) => {
    const key = `${pair.pagePassage}:${pair.article}`;
    const known = byPassage.get(key);
    if (known) known.push(i);
    else byPassage.set(key, [i]);
  });
  return Float64Array.from(pairs, (pair) => {
    let best = 0;
    for (let index = pair.pagePassage - pageReach; index <= pair.pagePassage + pageReach; index++) {
      for (const i of byPassage.get(`${index}:${pair.article}`) ?? []) {
        const other = pairs[i]!;
        const distance = Math.abs(other.articleIndex - pair.articleIndex);
        const isItself = index === pair.pagePassage && distance === 0;
        if (!isItself && distance <= articleReach) best = Math.max(best, logistic(other.logit));
      }
    }
    return best;
  });
}

/** A page passage, by index, and a library passage, by number and article. */
export interface PassagePair {
  readonly pagePassage: number;
  readonly number: number;
  readonly article: number;
}

/** Returns a predicate that is true for a pair that is a neighbour of one of the given pairs. */
export function besideAny(pairs: readonly PassagePair[]): (pair: PassagePair) => boolean {
  const byArticle = new Map<number, PassagePair[]>();
  for (const pair of pairs) {
    const known = byArticle.get(pair.article);
    if (known) known.push(pair);
    else byArticle.set(pair.article, [pair]);
  }
  return ({ pagePassage, number, article }) =>
    byArticle
      .get(article)
      ?.some(
        (other) =>
          Math.abs(other.pagePassage - pagePassage) <= pageReach &&
          Math.abs(other.number - number) <= articleReach,
      ) ?? false;
}

/** The lead in log-odds at which a rival has clearly won; a larger lead counts no more. */
const clearlyBetter = 2;

/**
 * Returns, for each pair, the lead of the best other partner of its page passage in the article,
 * and of its article passage on the page: 0..2, the mean of both. Two sentences that share
 * something are less likely to match if both have better partners.
 */
export function advantageOfRivals(pairs: readonly ScoredPair[]): Float64Array {
  const bestOfPage = new Map<string, number>();
  const bestOfCorpus = new Map<string, number>();
  const raise = (best: Map<string, number>, key: string, logit: number) => {
    if (logit > (best.get(key) ?? Number.NEGATIVE_INFINITY)) best.set(key, logit);
  };
  for (const pair of pairs) {
    if (pair.hasTitle) continue;
    raise(bestOfPage, `${pair.article}:${pair.pagePassage}`, pair.logit);
    raise(bestOfCorpus, `${pair.article}:${pair.articleIndex}`, pair.logit);
  }
  return Float64Array.from(pairs, (pair) => {
    const page = rivalOf(bestOfPage, `${pair.article}:${pair.pagePassage}`, pair.logit);
    const corpus = rivalOf(bestOfCorpus, `${pair.article}:${pair.articleIndex}`, pair.logit);
    return (page + corpus) / 2;
  });
}

/**
 * Returns, for each pair, how much of the rest of the page its article states as well: the best
 * probability of each other passage of the page with any passage of the article, summed, over the
 * number of other passages. 0..1. A page that tells an article again does so sentence by sentence,
 * in whatever words, so each of its pairs is likelier than in two reports on one event.
 * @param passageCount passages of the page that are compared
 */
export function shareRetold(pairs: readonly ScoredPair[], passageCount: number): Float64Array {
  const bestByArticle = new Map<number, Map<number, number>>();
  for (const { pagePassage, article, logit } of pairs) {
    const best = bestByArticle.get(article) ?? new Map<number, number>();
    best.set(pagePassage, Math.max(best.get(pagePassage) ?? 0, logistic(logit)));
    bestByArticle.set(article, best);
  }
  const sums = new Map(
    [...bestByArticle].map(([article, best]) => {
      return [article, [...best.values()].reduce((sum, one) => sum + one, 0)] as const;
    }),
  );
  return Float64Array.from(pairs, ({ pagePassage, article }) => {
    const ofOthers = sums.get(article)! - bestByArticle.get(article)!.get(pagePassage)!;
    return ofOthers / (passageCount - 1 + assumedOthers);
  });
}

/** Passages without a partner that are assumed besides: of a few sentences, one says little. */
const assumedOthers = 2;

/** Returns the lead of the best pair over this one, 0..2. */
function rivalOf(best: ReadonlyMap<string, number>, key: string, logit: number): number {
  return Math.max(0, Math.min(clearlyBetter, (best.get(key) ?? logit) - logit));
}
