import { isQuoteChange, type PageMatch } from "../../engine/model/index.ts";
import type { ListedMatch } from "./listedMatch.ts";

/**
 * Returns the matches in order of importance: changes and differences first, then by score; ties in
 * page order.
 */
export function byWeight(listed: readonly ListedMatch[]): readonly ListedMatch[] {
  return listed
    .map((item) => ({ item, hasDifferences: differs(item.match) }))
    .toSorted(
      (a, b) =>
        Number(b.hasDifferences) - Number(a.hasDifferences) ||
        b.item.match.score - a.item.match.score,
    )
    .map(({ item }) => item);
}

/** True if an outlet's version differs, as the page's summary counts it. */
function differs({ references }: PageMatch): boolean {
  return references.some(
    ({ relation, differences }) =>
      relation === "differs" || relation === "contradicts" || differences.some(isQuoteChange),
  );
}

/**
 * Returns the order of a list that is being read while more is found: rows that have been seen keep
 * their positions; the others follow in order of importance.
 * @param before keys of the rows in their previous order
 * @param lastSeen key of the last row that was visible; null: none was
 */
export function steadied(
  weighed: readonly ListedMatch[],
  before: readonly string[],
  lastSeen: string | null,
): readonly ListedMatch[] {
  const byKey = new Map(weighed.map((item) => [item.key, item]));
  const seen = new Set(lastSeen === null ? [] : before.slice(0, before.indexOf(lastSeen) + 1));
  return [
    ...[...seen].flatMap((key) => byKey.get(key) ?? []),
    ...weighed.filter(({ key }) => !seen.has(key)),
  ];
}
