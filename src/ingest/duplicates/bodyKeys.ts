import { fingerprintsOf } from "../../engine/library/fingerprints.ts";
import type { Article } from "../../engine/model/index.ts";

/**
 * Finds nearly identical bodies without comparing them all (min-hashing: Broder, "On the
 * resemblance and containment of documents", 1997). A body is the set of its winnowed word 4-grams;
 * for each of a few permutations of all hashes, the least hash of the set is a key. Two bodies
 * share a key with a probability equal to their resemblance: at .9, all four keys differ once in
 * 10,000 times. Linear.
 *
 * The outlet is part of the key: the same text at two outlets is what readers look for, not a copy.
 */
export function bodyKeysOf(article: Article): readonly string[] {
  const fingerprints = fingerprintsOf(article.body);
  if (fingerprints.length < fewestFingerprints) return [];
  const outlet = outletKey(article);
  return orders.map((order, at) => `${outlet} ${at} ${leastIn(fingerprints, order)}`);
}

/** True if the second body is the first with a correction or an added line. */
export function isNearlyTheSame(body: string, other: string): boolean {
  const fingerprints = new Set(fingerprintsOf(body));
  const others = fingerprintsOf(other);
  let shared = 0;
  for (const fingerprint of others) if (fingerprints.has(fingerprint)) shared++;
  return shared >= leastResemblance * (fingerprints.size + others.length - shared);
}

/** True if one body is the other, or a part of it, except for a fifth of its words. */
export function isSameOrPart(body: string, other: string): boolean {
  const fingerprints = new Set(fingerprintsOf(body));
  const others = new Set(fingerprintsOf(other));
  const least = Math.min(fingerprints.size, others.size);
  if (least < fewestFingerprints) {
    const [one, two] = [bareText(body), bareText(other)];
    return one !== "" && two !== "" && (one.includes(two) || two.includes(one));
  }
  let shared = 0;
  for (const fingerprint of others) if (fingerprints.has(fingerprint)) shared++;
  return shared >= leastResemblance * least;
}

/** Returns a text without white space, which every page and feed sets differently. */
export function bareText(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Returns a key for the outlet: the domain without "www", "m" and "amp", else the name. */
export function outletKey({ outlet }: Pick<Article, "outlet">): string {
  const { domain, name } = outlet;
  if (domain !== null && domain !== "") {
    return domain.toLowerCase().replace(/^(?:(?:www\d?|m|mobile|amp)\.)+/, "");
  }
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Returns the day that an article states for itself; "" if it states none. */
export function dayOf({ published }: Pick<Article, "published">): string {
  return published?.basis === "stated" ? published.value.slice(0, 10) : "";
}

/**
 * True for two articles that state different days and have addresses of their own: a daily report.
 */
export function areOfDifferentDays(article: Article, other: Article): boolean {
  const [one, two] = [dayOf(article), dayOf(other)];
  const arePlaced = article.urls.length > 0 && other.urls.length > 0;
  return arePlaced && one !== "" && two !== "" && one !== two;
}

function isSameTitle(article: Article, other: Article): boolean {
  const isPlaceless = article.urls.length === 0 || other.urls.length === 0;
  return isPlaceless && article.title === other.title && outletKey(article) === outletKey(other);
}

/**
 * True if two articles of the same outlet and title, one of them without an address, are one: their texts agree,
 * or the outlet printed them on the same day. A title alone tells nothing: "Press briefing", or none.
 */
export function isOfSameName(article: Article, other: Article): boolean {
  if (!isSameTitle(article, other)) return false;
  const name = nameOfDay(article);
  return (name !== null && name === nameOfDay(other)) || isSameOrPart(article.body, other.body);
}

/** Returns the outlet, title and stated day of an article as one key; null if it states not all of them. */
export function nameOfDay(article: Article): string | null {
  const parts = [outletKey(article), article.title, dayOf(article)];
  return parts.includes("") ? null : parts.join("\n");
}

/** Shorter bodies, of some 30 words, are alike by chance. */
const fewestFingerprints = 12;
const leastResemblance = 0.8;
const orders: readonly number[] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f];

function leastIn(fingerprints: Uint32Array, order: number): number {
  let least = 0xffffffff;
  for (const fingerprint of fingerprints) {
    let mixed = Math.imul(fingerprint ^ order, 0x2c1b3c6d);
    mixed = Math.imul(mixed ^ (mixed >>> 15), order);
    least = Math.min(least, (mixed ^ (mixed >>> 13)) >>> 0);
  }
  return least;
}
