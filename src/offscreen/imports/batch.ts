import { bounds } from "../../ingest/bounds.ts";
import type { Item } from "../../ingest/formats/item.ts";

/** Items of an import that are stored in one transaction. */
export interface Batch {
  readonly items: readonly Item[];
  /** True if this one can be stored, too: as many articles, and as long, as are indexed in one go. */
  fits(item: Item): boolean;
  add(item: Item): void;
}

/** The most articles that are indexed and stored together, if they are not long. */
const articlesAtOnce = 20;
/** The most items of a batch, refused ones included, which are only counted. */
const itemsAtOnce = 1_000;

/** Returns an empty batch. */
export function createBatch(): Batch {
  const items: Item[] = [];
  let articles = 0;
  let chars = 0;
  const charsOf = (item: Item) => (item.kind === "article" ? item.article.body.length : 0);
  return {
    items,
    fits(item) {
      if (items.length >= itemsAtOnce) return false;
      if (item.kind === "refused" || articles === 0) return true;
      return articles < articlesAtOnce && chars + charsOf(item) <= bounds.batchChars;
    },
    add(item) {
      items.push(item);
      if (item.kind === "article") articles++;
      chars += charsOf(item);
    },
  };
}
