/**
 * Average-linkage clustering (Sokal & Michener, 1958) on a sparse graph: the two clusters with the
 * highest average likeness are joined until none reach the threshold. Pairs without a link count as
 * 0, so a chain of neighbours does not become one cluster. Uses a heap of links and moves the links
 * of the smaller cluster to the larger: O(links · log²). The same links in any order give the same
 * clusters.
 */

/** Two items, by number, and their similarity, which is above 0. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** A candidate for joining; stale once one of its clusters has changed. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
  readonly stamp: number;
}

/**
 * Returns the clusters of two to `mostMembers` items, members ascending. An item without a link is
 * in none.
 */
export function clusterByAverageLink(
  links: readonly Link[],
  leastMean: number,
  mostMembers: number,
): readonly (readonly number[])[] {
  const sums = new Map<number, Map<number, number>>();
  const able = linksOfAble(links, leastMean);
  for (const { a, b, likeness } of able) {
    linksOf(sums, a).set(b, likeness);
    linksOf(sums, b).set(a, likeness);
  }
  const members = new Map<number, number[]>([...sums.keys()].map((thing) => [thing, [thing]]));
  /** Rises with each change of a cluster. */
  const changes = new Map<number, number>();
  const heap = new PairHeap();
  const stampOf = (a: number, b: number) => (changes.get(a) ?? 0) + (changes.get(b) ?? 0);
  const offer = (a: number, b: number) => {
    const size = members.get(a)!.length * members.get(b)!.length;
    const mean = sums.get(a)!.get(b)! / size;
    if (mean < leastMean) return;
    heap.push({ a: Math.min(a, b), b: Math.max(a, b), mean, stamp: stampOf(a, b) });
  };
  for (const { a, b, likeness } of able) if (likeness >= leastMean) offer(a, b);
  for (let pair = heap.pop(); pair !== null; pair = heap.pop()) {
    const { a, b, stamp } = pair;
    const [ofA, ofB] = [members.get(a), members.get(b)];
    if (ofA === undefined || ofB === undefined || stamp !== stampOf(a, b)) continue;
    if (ofA.length + ofB.length > mostMembers) continue;
    join(a, b);
  }

  /** `a` is the lower number, which the joined cluster keeps: names are the same in any order. */
  function join(a: number, b: number): void {
    const [ofA, ofB] = [sums.get(a)!, sums.get(b)!];
    for (const [other, sum] of ofB) {
      const others = sums.get(other)!;
      others.delete(b);
      if (other === a) continue;
      const joined = (ofA.get(other) ?? 0) + sum;
      ofA.set(other, joined);
      others.set(a, joined);
    }
    ofA.delete(b);
    sums.delete(b);
    members.set(a, [...members.get(a)!, ...members.get(b)!]);
    members.delete(b);
    changes.set(a, (changes.get(a) ?? 0) + 1);
    for (const other of ofA.keys()) offer(a, other);
  }

  return [...members.values()]
    .filter(({ length }) => length > 1)
    .map((cluster) => cluster.sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}

/**
 * Returns the links between items that can be in a cluster: those with a link that reaches the
 * threshold. With any cluster, the mean of another item is at most its best link.
 */
function linksOfAble(links: readonly Link[], leastMean: number): readonly Link[] {
  const able = new Set<number>();
  for (const { a, b, likeness } of links) if (likeness >= leastMean) able.add(a).add(b);
  return links.filter(({ a, b }) => able.has(a) && able.has(b));
}

function linksOf(sums: Map<number, Map<number, number>>, thing: number): Map<number, number> {
  const known = sums.get(thing) ?? new Map<number, number>();
  sums.set(thing, known);
  return known;
}

/**
 * A binary heap with the most similar pair on top; among equals, the one with the lowest numbers.
 */
class PairHeap {
  readonly #pairs: Pair[] = [];

  push(pair: Pair): void {
    const pairs = this.#pairs;
    let at = pairs.length;
    pairs.push(pair);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!comesFirst(pair, pairs[parent]!)) break;
      pairs[at] = pairs[parent]!;
      at = parent;
    }
    pairs[at] = pair;
  }

  pop(): Pair | null {
    const pairs = this.#pairs;
    const top = pairs[0];
    const last = pairs.pop();
    if (top === undefined || last === undefined) return null;
    if (pairs.length > 0) this.#sink(last);
    return top;
  }

  #sink(pair: Pair): void {
    const pairs = this.#pairs;
    let at = 0;
    for (let child = 1; child < pairs.length; child = 2 * at + 1) {
      if (child + 1 < pairs.length && comesFirst(pairs[child + 1]!, pairs[child]!)) child++;
      if (!comesFirst(pairs[child]!, pair)) break;
      pairs[at] = pairs[child]!;
      at = child;
    }
    pairs[at] = pair;
  }
}

function comesFirst(one: Pair, other: Pair): boolean {
  if (one.mean !== other.mean) return one.mean > other.mean;
  return one.a - other.a < 0 || (one.a === other.a && one.b < other.b);
}
