import type { Article } from "../../engine/model/index.ts";
import { addressKeysOf } from "./addressKeys.ts";
import { bodyKeysOf, outletKey } from "./bodyKeys.ts";

/** Remembers articles by a few keys each, so that a stream of any length can be kept free of repetitions. */
export interface SeenArticles {
  /** True if the article has not been seen: by its addresses, its outlet and title, or its body. */
  add(article: Article): boolean;
}

/** Of the four keys of a body; three shared ones mean that some nine tenths of it are. */
const sharedKeys = 3;

export function createSeenArticles(): SeenArticles {
  const keys = new Set<string>();
  return {
    add(article) {
      const addresses = addressKeysOf(article);
      const named = addresses.length > 0 ? addresses : [`${outletKey(article)} ${article.title}`];
      const bodyKeys = bodyKeysOf(article);
      const shared = bodyKeys.filter((key) => keys.has(key)).length;
      const isKnown = shared >= sharedKeys || named.some((key) => keys.has(key));
      for (const key of [...named, ...bodyKeys]) keys.add(key);
      return !isKnown;
    },
  };
}
