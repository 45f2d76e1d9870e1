import { isQuoteChange, type PageMatch } from "../../engine/model/index.ts";
import type { ListedMatch } from "./listedMatch.ts";

/** What was changed or differs first, then what is surest; of equals, the first on the page. */
export function byWeight(listed: readonly ListedMatch[]): readonly ListedMatch[] {
  return listed
    .map((item) => ({ item, isTelling: isTelling(item.match) }))
    .toSorted(
      (a, b) =>
        Number(b.isTelling) - Number(a.isTelling) || b.item.match.score - a.item.match.score,
    )
    .map(({ item }) => item);
}

/** Whether an outlet has it otherwise: what the summary of the page counts. */
function isTelling({ references }: PageMatch): boolean {
  return references.some(
    ({ relation, differences }) =>
      relation === "differs" || relation === "contradicts" || differences.some(isQuoteChange),
  );
}

/**
 * The order of a list that is being read while more is found: as far as it has been seen, the rows stay
 * as they are; what comes later takes its place by weight below them.
 * @param before keys of the rows as they stood
 * @param lastSeen key of the last row that was in sight; null: none was
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
