import { useRef } from "preact/hooks";
import type { ListOrder } from "../../messages/defaultChoices.ts";
import type { ListedMatch } from "./listedMatch.ts";
import { byWeight, steadied } from "./listOrder.ts";

/**
 * Returns the matches in the order that the reader chose; rows that have been seen do not move when
 * more is found.
 */
export function useListOrder(
  listed: readonly ListedMatch[],
  order: ListOrder,
): readonly ListedMatch[] {
  const last = useRef<{ readonly order: ListOrder; readonly keys: readonly string[] } | null>(null);
  const before = last.current?.order === order ? last.current.keys : null;
  const ordered = orderedAs(listed, order, before);
  last.current = { order, keys: ordered.map(({ key }) => key) };
  return ordered;
}

function orderedAs(
  listed: readonly ListedMatch[],
  order: ListOrder,
  before: readonly string[] | null,
): readonly ListedMatch[] {
  if (order === "page") return listed;
  const weighed = byWeight(listed);
  const isSame =
    before?.length === weighed.length && weighed.every(({ key }, at) => key === before[at]);
  return before === null || isSame ? weighed : steadied(weighed, before, lastInSight());
}

/** Returns the key of the last row in the window or above it; null if there is none. */
function lastInSight(): string | null {
  const rows = [...document.querySelectorAll<HTMLElement>("li.match[data-passage]")];
  const last = rows.findLast((row) => row.getBoundingClientRect().top < window.innerHeight);
  return last?.dataset.passage ?? null;
}
