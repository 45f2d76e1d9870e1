import type { Article, BlockFeatures } from "../engine/model/index.ts";
import { articleFromBlocks } from "./articleFromBlocks.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import { linesOf } from "./plain/lines.ts";

/**
 * Returns the article in a plain text: a web page as copied or delivered, or a manuscript. What is
 * not known is read from the text's own title, date line and byline. The body is empty if the text
 * has none.
 */
export function articleFromText(text: string, known: KnownOfArticle = {}): Article {
  return articleFromBlocks(linesOf(text).map(lineBlock), known);
}

function lineBlock(text: string): BlockFeatures {
  return { text, element: "line", headingLevel: 0, linkChars: 0, region: "unknown" };
}
