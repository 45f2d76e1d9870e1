import type { Arriving } from "../../corpora/addArticles.ts";
import type { Item } from "../../ingest/formats/item.ts";

/**
 * Returns what to add of an item of a file; nothing for a refused one. Whatever the item says, its
 * source is this file; the source in an exported library is kept beside it.
 */
export function arrivingFrom(item: Item, file: string, now: number): readonly Arriving[] {
  if (item.kind !== "article") return [];
  const article = { ...item.article, source: { kind: "file" as const, name: file } };
  if (item.history === undefined) return [{ article, origin: "import" }];
  const { origin, addedAt, foundAt, source, versions } = item.history;
  const history = {
    origin: origin ?? ("import" as const),
    addedAt: addedAt ?? now,
    foundAt: foundAt ?? now,
    versions,
    ...(source === null ? {} : { exportedSource: source }),
  };
  return [{ article, origin: history.origin, history }];
}
