import type { RefusalReason } from "../../engine/model/index.ts";
import { bounds } from "../bounds.ts";
import type { FileReader } from "./fileItems.ts";
import { type Item, refused } from "./item.ts";

/**
 * Returns the same reader with a limit on refusals: it stops in a file that is mostly other data,
 * because nobody reads two million reasons. An article that is too long to be indexed is refused.
 */
export function limitRefusals(name: string, reader: FileReader): FileReader {
  let articles = 0;
  let refusals = 0;
  let isOver = false;

  function* limited(items: Iterable<Item>): Generator<Item> {
    for (const item of items) {
      const checked = withinBounds(item);
      if (checked.kind === "article") articles++;
      else refusals++;
      isOver = refusals > bounds.freeRefusals + articles * bounds.refusalsPerArticle;
      yield isOver ? { ...refused(name, tooMany(refusals, articles)), isRest: true } : checked;
      if (isOver) return;
    }
  }

  return {
    *push(chunk) {
      if (!isOver) yield* limited(reader.push(chunk));
    },
    *end() {
      if (!isOver) yield* limited(reader.end());
    },
  };
}

/** Returns the item, or its refusal if the article is too long to be indexed. */
export function withinBounds(item: Item): Item {
  if (item.kind === "refused" || item.article.body.length <= bounds.bodyChars) return item;
  return refused(item.name, { key: "refusedTooLong", values: [bounds.bodyChars] });
}

function tooMany(refusals: number, articles: number): RefusalReason {
  return { key: "refusedRest", values: [refusals + articles, articles] };
}
