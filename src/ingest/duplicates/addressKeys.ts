import { fullAddress, pageAddress, sharesFullAddress } from "../../engine/library/pageAddress.ts";
import type { Article } from "../../engine/model/index.ts";
import { titleKey } from "../metadata/title.ts";
import { isSameOrPart } from "./bodyKeys.ts";

/**
 * Returns the keys under which an article is found by its addresses: each with all of its
 * parameters, and each without tracking parameters, AMP and mobile parts. Articles that share a key
 * of the second kind are the same only if `isAtSameAddress` says so.
 */
export function addressKeysOf({ urls }: Pick<Article, "urls">): readonly string[] {
  return [...new Set([...urls.flatMap(exactKeys), ...urls.flatMap(looseKeys)])];
}

/** Returns the key of an address with all of its parameters; none for an empty one. */
export function exactKeys(url: string): readonly string[] {
  const address = fullAddress(url);
  return address === "" ? [] : [`=${address}`];
}

/**
 * Returns the key of an address without what usually says where a reader came from; none for an
 * empty one.
 */
export function looseKeys(url: string): readonly string[] {
  const address = pageAddress(url);
  return address === "" ? [] : [address];
}

/**
 * True if two articles that share an address key are one: at the very same address, or with texts
 * that agree. What a feed carries is often no part of the article's text: then the titles decide.
 */
export function isAtSameAddress(article: Article, other: Article): boolean {
  if (sharesFullAddress(article.urls, other.urls)) return true;
  const isOfFeed = article.source?.kind === "feed" || other.source?.kind === "feed";
  const key = titleKey(article.title);
  if (isOfFeed && key !== "" && key === titleKey(other.title)) return true;
  return isSameOrPart(article.body, other.body);
}
