/**
 * Groups passages into statements: passages that say the same, at most one per article. Pairs are
 * taken in order of certainty. A pair joins the groups of its two passages unless an article would
 * then have two passages in one group, so that no chain leads from one statement to another.
 */
import type { ComparedPassages, PlacedPassage } from "./comparedPairs.ts";

/** Passages of different articles that say the same, and the pairs among them. */
export interface Grouped {
  readonly passages: readonly PlacedPassage[];
  readonly pairs: readonly ComparedPassages[];
}

interface Group {
  /** By article. */
  readonly passages: Map<number, PlacedPassage>;
}

/** Returns the groups of two passages or more. The same pairs in any order give the same groups. */
export function groupStatements(pairs: readonly ComparedPassages[]): readonly Grouped[] {
  const groups = new Map<string, Group>();
  const groupOf = (placed: PlacedPassage): Group => {
    const key = keyOf(placed);
    const known = groups.get(key) ?? { passages: new Map([[placed.article, placed]]) };
    groups.set(key, known);
    return known;
  };
  for (const { a, b } of [...pairs].sort(surestFirst)) {
    const [one, other] = [groupOf(a), groupOf(b)];
    if (one === other || [...other.passages.keys()].some((its) => one.passages.has(its))) continue;
    for (const passage of other.passages.values()) {
      one.passages.set(passage.article, passage);
      groups.set(keyOf(passage), one);
    }
  }
  return [...new Set(groups.values())]
    .filter(({ passages }) => passages.size > 1)
    .map(({ passages }) => ({
      passages: [...passages.values()],
      pairs: pairs.filter(({ a, b }) => isIn(passages, a) && isIn(passages, b)),
    }));
}

/** Returns a key that is unique to a passage within its story. */
export function keyOf({ article, ordinal }: Pick<PlacedPassage, "article" | "ordinal">): string {
  return `${article} ${ordinal}`;
}

function isIn(passages: ReadonlyMap<number, PlacedPassage>, one: PlacedPassage): boolean {
  return passages.get(one.article)?.ordinal === one.ordinal;
}

function surestFirst(one: ComparedPassages, other: ComparedPassages): number {
  return (
    other.score - one.score ||
    placesOf(one).reduce((sum, index, i) => sum || index - placesOf(other)[i]!, 0)
  );
}

function placesOf({ a, b }: ComparedPassages): readonly number[] {
  return [a.article, a.ordinal, b.article, b.ordinal];
}
