import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterByAverageLink, type Link } from "../../../src/engine/stories/averageLinks.ts";

const things = 9;

/** Each pair at most once, with likenesses on steps that have no equals among sums. */
const links = fc
  .uniqueArray(
    fc.record({
      a: fc.nat(things - 1),
      b: fc.nat(things - 1),
      likeness: fc.double({ min: 0.05, max: 1, noNaN: true }),
    }),
    { selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}`, maxLength: 25 },
  )
  .map((found) => found.filter(({ a, b }) => a !== b).map(inOrder));

function inOrder({ a, b, likeness }: Link): Link {
  return { a: Math.min(a, b), b: Math.max(a, b), likeness };
}

/** The slow version: looks at all pairs of clusters before each joining. */
function slowly(all: readonly Link[], leastMean: number): number[][] {
  const known = new Map(all.map(({ a, b, likeness }) => [`${a} ${b}`, likeness]));
  const between = (one: number[], other: number[]) =>
    one
      .flatMap((a) => other.map((b) => known.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0))
      .reduce((sum, likeness) => sum + likeness, 0) /
    (one.length * other.length);
  let clusters = [...new Set(all.flatMap(({ a, b }) => [a, b]))].map((thing) => [thing]);
  for (;;) {
    const pairs = clusters.flatMap((one, i) =>
      clusters.slice(i + 1).map((other) => ({ one, other, mean: between(one, other) })),
    );
    const best = pairs.sort((x, y) => y.mean - x.mean)[0];
    if (best === undefined || best.mean < leastMean) break;
    const { one, other } = best;
    clusters = [...clusters.filter((its) => its !== one && its !== other), [...one, ...other]];
  }
  return clusters
    .filter(({ length }) => length > 1)
    .map((cluster) => cluster.sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}

describe("clusters by average link", () => {
  it("are those of comparing all pairs each time", () => {
    fc.assert(
      fc.property(links, (all) => {
        expect(clusterByAverageLink(all, 0.3, 100)).toEqual(slowly(all, 0.3));
      }),
    );
  });

  it("are the same in whatever order the links come", () => {
    fc.assert(
      fc.property(
        links.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([all, shuffled]) => {
          expect(clusterByAverageLink(shuffled, 0.3, 100)).toEqual(
            clusterByAverageLink(all, 0.3, 100),
          );
        },
      ),
    );
  });

  it("do not follow a chain whose ends are nothing alike", () => {
    const chain = [0, 1, 2, 3, 4].map((a) => ({ a, b: a + 1, likeness: 0.4 }));
    expect(clusterByAverageLink(chain, 0.3, 100)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
  });

  it("grow no larger than they may", () => {
    const all = Array.from({ length: 6 }, (_, a) =>
      Array.from({ length: 6 }, (_, b) => ({ a, b, likeness: 1 })).filter(({ b }) => b > a),
    ).flat();
    const sizes = clusterByAverageLink(all, 0.3, 4).map(({ length }) => length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
  });
});
