import { sharesFullAddress } from "../library/pageAddress.ts";
import type { ArticleHead } from "../library/rowReader.ts";
import type { Article, ArticleId } from "../model/index.ts";

/** Most of the page word for word in one article: a copy, or the page itself. */
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

/** True if both are known to be of one outlet, by domain or name. */
export function isSameOutlet(page: Pick<Article, "outlet">, article: ArticleHead): boolean {
  const { domain, name } = page.outlet;
  const sameDomain = domain !== null && domain === article.outlet.domain;
  return sameDomain || (name !== "" && fold(name) === fold(article.outlet.name));
}

/** True if an article at nearly the page's address is the page: at the very address, or by the same title. */
export function isSamePage(page: Article, article: ArticleHead): boolean {
  return sharesFullAddress(page.urls, article.urls) || fold(page.title) === fold(article.title);
}

/** A page with this share of its passages in one article, in order, is a copy of it. */
const copyShare = 0.6;
const orderShare = 0.8;
/** Fewer verbatim passages are a page that quotes. */
const fewestPassages = 3;

/**
 * The share of the page's passages that stand verbatim in an article, if that makes it a copy.
 * @param ordinals for each verbatim passage of the page, in order, its place in the article
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
