import { logistic } from "./scoreModel.ts";

/** A pair of passages with its log-odds; places count within page and article. */
export interface PlacedPair {
  readonly pagePlace: number;
  readonly article: number;
  readonly articlePlace: number;
  readonly logit: number;
  /** A title says what its article's first sentence says: the two are no rivals. */
  readonly hasTitle: boolean;
}

/** How far away on the page and in the article a neighbour counts. */
const pageReach = 2;
const articleReach = 3;

/**
 * For each pair the best probability among the pairs beside it: a passage near on the page that
 * goes to a passage near in the same article; one of the two may be the pair's own, since what is
 * one sentence here is often two there. 0 where there is none.
 * Linear in the number of pairs: each looks at the pairs of the next few passages only.
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

/** A passage of the page, by place, and one of the library, by number and article. */
export interface PlacedPassages {
  readonly place: number;
  readonly number: number;
  readonly article: number;
}

/** Tells whether a pair stands so near to one of those given that it is a neighbour for it. */
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

/** A rival this much better in log-odds has won; by how much more does not matter. */
const clearlyBetter = 2;

/**
 * For each pair how much better the best other partner is that the page's passage has in the
 * article, and that the article's passage has on the page: 0..2, half of each. Two sentences that
 * share something are less likely to be each other's when both have better matches.
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

/** By how much the best one is better than this one, 0..2. */
function rivalOf(best: ReadonlyMap<string, number>, key: string, logit: number): number {
  return Math.max(0, Math.min(clearlyBetter, (best.get(key) ?? logit) - logit));
}
