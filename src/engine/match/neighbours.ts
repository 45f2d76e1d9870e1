/** A pair of passages with its log-odds; places count within page and article. */
export interface PlacedPair {
  readonly pagePlace: number;
  readonly article: number;
  readonly articlePlace: number;
  readonly probability: number;
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
        if (!isItself && distance <= articleReach) best = Math.max(best, other.probability);
      }
    }
    return best;
  });
}
