import { logistic } from "./scoreModel.ts";

/** A pair of passages with its log-odds. Indices count within page and article. */
export interface PlacedPair {
  readonly pagePlace: number;
  readonly article: number;
  readonly articlePlace: number;
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
export function supportOfNeighbours(pairs: readonly PlacedPair[]): Float64Array {
  const byPlace = new Map<string, number[]>();
  pairs.forEach((pair, i) => {
    const key = `${pair.pagePlace}:${pair.article}`;
    const known = byPlace.get(key);
    if (known) known.push(i);
    else byPlace.set(key, [i]);
  });
  return Float64Array.from(pairs, (pair) => {
    let best = 0;
    for (let place = pair.pagePlace - pageReach; place <= pair.pagePlace + pageReach; place++) {
      for (const i of byPlace.get(`${place}:${pair.article}`) ?? []) {
        const other = pairs[i]!;
        const distance = Math.abs(other.articlePlace - pair.articlePlace);
        const isItself = place === pair.pagePlace && distance === 0;
        if (!isItself && distance <= articleReach) best = Math.max(best, logistic(other.logit));
      }
    }
    return best;
  });
}

/** A page passage, by index, and a library passage, by number and article. */
export interface PlacedPassages {
  readonly place: number;
  readonly number: number;
  readonly article: number;
}

/** Returns a predicate that is true for a pair that is a neighbour of one of the given pairs. */
export function placesBeside(pairs: readonly PlacedPassages[]): (pair: PlacedPassages) => boolean {
  const byArticle = new Map<number, PlacedPassages[]>();
  for (const pair of pairs) {
    const known = byArticle.get(pair.article);
    if (known) known.push(pair);
    else byArticle.set(pair.article, [pair]);
  }
  return ({ place, number, article }) =>
    byArticle
      .get(article)
      ?.some(
        (other) =>
          Math.abs(other.place - place) <= pageReach &&
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
export function advantageOfRivals(pairs: readonly PlacedPair[]): Float64Array {
  const bestOfPage = new Map<string, number>();
  const bestOfCorpus = new Map<string, number>();
  const raise = (best: Map<string, number>, key: string, logit: number) => {
    if (logit > (best.get(key) ?? Number.NEGATIVE_INFINITY)) best.set(key, logit);
  };
  for (const pair of pairs) {
    if (pair.hasTitle) continue;
    raise(bestOfPage, `${pair.article}:${pair.pagePlace}`, pair.logit);
    raise(bestOfCorpus, `${pair.article}:${pair.articlePlace}`, pair.logit);
  }
  return Float64Array.from(pairs, (pair) => {
    const page = rivalOf(bestOfPage, `${pair.article}:${pair.pagePlace}`, pair.logit);
    const corpus = rivalOf(bestOfCorpus, `${pair.article}:${pair.articlePlace}`, pair.logit);
    return (page + corpus) / 2;
  });
}

/** Returns the lead of the best pair over this one, 0..2. */
function rivalOf(best: ReadonlyMap<string, number>, key: string, logit: number): number {
  return Math.max(0, Math.min(clearlyBetter, (best.get(key) ?? logit) - logit));
}
