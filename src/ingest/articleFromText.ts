import { endsLikeSentence } from "../engine/body/blockMeasures.ts";
import type { Article, BlockFeatures } from "../engine/model/index.ts";
import { type ArticleOfBlocks, articleFromBlocks } from "./articleFromBlocks.ts";
import { bulletSigns } from "./bullets.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import { linesOf } from "./plain/lines.ts";

/**
 * Returns the article in a plain text: a web page as copied or delivered, or a manuscript. What is
 * not known is read from the text's own title, date line and byline. The body is empty if the text
 * has none.
 */
export function articleFromText(text: string, known: KnownOfArticle = {}): Article {
  return readText(text, known).article;
}

/** Returns the same, with the date line whose date could not be read. */
export function readText(text: string, known: KnownOfArticle): ArticleOfBlocks {
  return articleFromBlocks(linesOf(text).map(lineBlock), known);
}

function lineBlock(text: string): BlockFeatures {
  const element = isListItem(text) ? "listItem" : "line";
  return { text, element, headingLevel: 0, linkChars: 0, region: "unknown" };
}

const itemStart = new RegExp(`^(?:[${bulletSigns}·*-]|\\d{1,2}[.)])\\s\\S`);

/** True for a line with a bullet or a number that is no sentence: those are paragraphs. */
function isListItem(text: string): boolean {
  return itemStart.test(text) && !endsLikeSentence(text);
}
