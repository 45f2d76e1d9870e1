import type { Article } from "../../engine/model/index.ts";
import { exactKeys, looseKeys } from "./addressKeys.ts";
import { bareText, bodyKeysOf, dayOf, nameOfDay, outletKey } from "./bodyKeys.ts";

/** Remembers articles by a few keys each, so that a stream of any length can be kept free of repetitions. */
export interface SeenArticles {
  /** True if the article has not been seen: by its addresses, its outlet, title and day, or its body. */
  add(article: Article): boolean;
}

/**
 * The keys, of four, that two bodies must share: three mean that about nine tenths are the same.
 */
const sharedKeys = 3;

/** Returns a memory of articles that has seen none. */
export function createSeenArticles(): SeenArticles {
  const keys = new Set<string>();
  const days = new Map<string, Set<string>>();
  return {
    add(article) {
      const bodyKeys = bodyKeysOf(article);
      const ofBody = bodyKeys.length > 0 ? bodyKeys : [bareText(article.body)];
      // Addresses without some of their parameters, and titles, are one only where the texts agree.
      const places = article.urls.flatMap(looseKeys);
      const loose = places.length > 0 ? places : [`${outletKey(article)} ${article.title}`];
      const placed = loose.map((place) => ofBody.map((key) => `${place}\n${key}`));
      const named = namesOf(article);
      const count = (some: readonly string[]) => some.filter((key) => keys.has(key)).length;
      const isKnown =
        count(named) > 0 ||
        bodyKeys.filter((key) => isOfDay(days.get(key), dayOf(article))).length >= sharedKeys ||
        placed.some((some) => count(some) >= Math.min(sharedKeys, some.length));
      for (const key of [...named, ...placed.flat()]) keys.add(key);
      for (const key of bodyKeys) days.set(key, (days.get(key) ?? new Set()).add(dayOf(article)));
      return !isKnown;
    },
  };
}

/**
 * True if an article of this day, or of an unknown one, was seen. Daily reports differ in little
 * but figures, so one of another day is another article.
 */
function isOfDay(days: ReadonlySet<string> | undefined, day: string): boolean {
  if (days === undefined) return false;
  return day === "" || days.has(day) || days.has("");
}

function namesOf(article: Article): readonly string[] {
  const addresses = article.urls.flatMap(exactKeys);
  const name = nameOfDay(article);
  return addresses.length > 0 || name === null ? addresses : [name];
}
