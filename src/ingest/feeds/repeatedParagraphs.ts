import { countWords, letterKey } from "../../engine/body/blockMeasures.ts";
import { joinBlocks } from "../../engine/body/joinBlocks.ts";
import type { Article } from "../../engine/model/index.ts";
import { outletKey } from "../duplicates/bodyKeys.ts";

/**
 * Finds boilerplate: company blurbs, author biographies and appeals recur in the items of one outlet in
 * the same words, and news does not. Background that agencies repeat is in few of many items, and
 * in the middle of them.
 */

/** Fewer items of an outlet prove nothing. */
const fewestArticles = 3;
/**
 * A paragraph in this share of the items is boilerplate, at the beginning and end, and in the
 * middle.
 */
const shareAtEdge = 0.4;
const shareWithin = 0.7;
const edge = 2;
/** Shorter lines may repeat by chance. */
const shortestKey = 16;
/** Daily reports repeat most of their words: nothing is removed from those. */
const mostTaken = 0.5;

/**
 * Returns the articles of a feed without the paragraphs that return in most of its outlet's items.
 * Linear.
 */
export function withoutRepeated(articles: readonly Article[]): readonly Article[] {
  const totals = new Map<string, number>();
  const counts = new Map<string, number>();
  const add = (all: Map<string, number>, key: string) => all.set(key, (all.get(key) ?? 0) + 1);
  for (const article of articles) {
    const outlet = outletKey(article);
    add(totals, outlet);
    for (const key of new Set(paragraphsOf(article).map((text) => keyOf(text, article)))) {
      add(counts, `${outlet} ${key}`);
    }
  }
  return articles.map((article) => {
    const outlet = outletKey(article);
    const total = totals.get(outlet) ?? 0;
    if (total < fewestArticles) return article;
    const count = (text: string) => counts.get(`${outlet} ${keyOf(text, article)}`) ?? 0;
    return withoutParagraphs(article, (text, isAtEdge) => {
      const least = Math.max(fewestArticles, total * (isAtEdge ? shareAtEdge : shareWithin));
      return keyOf(text, article).length >= shortestKey && count(text) >= least;
    });
  });
}

function withoutParagraphs(
  article: Article,
  isRepeated: (text: string, isAtEdge: boolean) => boolean,
): Article {
  const all = paragraphsOf(article);
  const kept = all.filter((text, i) => !isRepeated(text, i < edge || i >= all.length - edge));
  const words = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + countWords(text), 0);
  const isMost = words(kept) < words(all) * (1 - mostTaken);
  return kept.length === all.length || isMost
    ? article
    : { ...article, body: joinBlocks(kept).body };
}

function paragraphsOf({ body }: Article): readonly string[] {
  return body === "" ? [] : body.split("\n\n");
}

/** Returns the key of a paragraph without the title, because a footer names its item. */
function keyOf(text: string, { title }: Article): string {
  return letterKey(title === "" ? text : text.replaceAll(title, " "));
}
