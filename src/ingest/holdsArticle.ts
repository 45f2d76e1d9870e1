import { endsLikeSentence } from "../engine/body/blockMeasures.ts";
import type { Article } from "../engine/model/index.ts";

/** A page of HTML whose sentences have fewer characters than this holds no article. */
const shortestArticleChars = 140;

/** Whether what was read of a page of HTML is an article, and not the words around none. */
export function holdsArticle({ body }: Article): boolean {
  const sentences = body.split("\n\n").filter(endsLikeSentence);
  return sentences.reduce((sum, paragraph) => sum + paragraph.length, 0) >= shortestArticleChars;
}
