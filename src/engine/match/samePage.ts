import { sharesFullAddress } from "../library/pageAddress.ts";
import type { ArticleHead } from "../library/rowReader.ts";
import type { Article, ArticleId } from "../model/index.ts";

/** An article that has most of the page word for word: a copy, or the page itself. */
export interface CopyFound {
  readonly article: ArticleId;
  readonly share: number;
}

/** True if a near-identical article is the page itself rather than another outlet's copy of it. */
export function isSamePublication(page: Article, article: ArticleHead): boolean {
  if (page.id === article.id) return true;
  const known = page.outlet.name !== "" || page.outlet.domain !== null;
  if (!known) return fold(page.title) === fold(article.title);
  return isSameOutlet(page, article);
}

/** True if both are known to belong to one outlet, by domain or name. */
export function isSameOutlet(page: Pick<Article, "outlet">, article: ArticleHead): boolean {
  const { domain, name } = page.outlet;
  const sameDomain = domain !== null && domain === article.outlet.domain;
  return sameDomain || (name !== "" && fold(name) === fold(article.outlet.name));
}

/**
 * True if an article at nearly the same address is the page: the address is identical, or the title
 * is the same.
 */
export function isSamePage(page: Article, article: ArticleHead): boolean {
  return sharesFullAddress(page.urls, article.urls) || fold(page.title) === fold(article.title);
}

/**
 * The share of a page's passages that one article must have, in order, for the page to be its copy.
 */
const copyShare = 0.6;
const orderShare = 0.8;
/** The fewest verbatim passages of a copy. A page with fewer only quotes. */
const fewestPassages = 3;

/**
 * Returns the share of the page's passages that an article has verbatim; null if the page is not
 * its copy.
 * @param ordinals for each verbatim passage of the page, in order, its index in the article
 */
export function shareOfCopy(ordinals: readonly number[], passageCount: number): number | null {
  const share = ordinals.length / Math.max(1, passageCount);
  if (ordinals.length < fewestPassages || share < copyShare) return null;
  let ordered = 1;
  for (let i = 1; i < ordinals.length; i++) if (ordinals[i]! >= ordinals[i - 1]!) ordered++;
  return ordered / ordinals.length >= orderShare ? share : null;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
