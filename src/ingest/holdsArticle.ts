import { endsLikeSentence } from "../engine/body/blockMeasures.ts";
import type { Article } from "../engine/model/index.ts";

/** A page whose sentences have fewer characters in all is not an article. */
const shortestArticleChars = 140;

/**
 * True if the text that was read from a page is an article, rather than the words around a missing
 * one.
 */
export function holdsArticle({ body }: Article): boolean {
  const sentences = body.split("\n\n").filter(endsLikeSentence);
  return sentences.reduce((sum, paragraph) => sum + paragraph.length, 0) >= shortestArticleChars;
}
