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
      // Titles, too, are one only where the texts agree.
      const places = article.urls.flatMap(looseKeys);
      const loose = places.length > 0 ? places : [`${outletKey(article)} ${article.title}`];
      const placed = placedKeys(loose, article);
      const named = namesOf(article);
      const isKnown =
        named.some((key) => keys.has(key)) ||
        bodyKeys.filter((key) => isOfDay(days.get(key), dayOf(article))).length >= sharedKeys ||
        isPlaced(placed, keys);
      for (const key of [...named, ...placed.flat()]) keys.add(key);
      for (const key of bodyKeys) days.set(key, (days.get(key) ?? new Set()).add(dayOf(article)));
      return !isKnown;
    },
  };
}

/** Returns a memory that knows articles again by address, or without one by id, where the texts agree. */
export function createSeenAddresses(): SeenArticles {
  const keys = new Set<string>();
  return {
    add(article) {
      const places = article.urls.flatMap(looseKeys);
      const placed = placedKeys(places.length > 0 ? places : [article.id], article);
      const isKnown = isPlaced(placed, keys);
      for (const key of placed.flat()) keys.add(key);
      return !isKnown;
    },
  };
}

/** Returns keys for each place: addresses without some of their parameters are one only where the texts agree. */
function placedKeys(places: readonly string[], article: Article): readonly (readonly string[])[] {
  const bodyKeys = bodyKeysOf(article);
  const ofBody = bodyKeys.length > 0 ? bodyKeys : [bareText(article.body)];
  return places.map((place) => ofBody.map((key) => `${place}\n${key}`));
}

function isPlaced(placed: readonly (readonly string[])[], keys: ReadonlySet<string>): boolean {
  return placed.some(
    (some) => some.filter((key) => keys.has(key)).length >= Math.min(sharedKeys, some.length),
  );
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
