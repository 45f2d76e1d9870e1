import { endsLikeSentence } from "../engine/body/blockMeasures.ts";
import { labelBlocks } from "../engine/body/labelBlocks.ts";
import type { Article, BlockFeatures } from "../engine/model/index.ts";
import { articleFromBlocks } from "./articleFromBlocks.ts";
import { unreadableDateInBlocks } from "./datelines.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import { linesOf } from "./plain/lines.ts";

/**
 * Returns the article in a plain text: a web page as copied or delivered, or a manuscript. What is
 * not known is read from the text's own title, date line and byline. The body is empty if the text
 * has none.
 */
export function articleFromText(text: string, known: KnownOfArticle = {}): Article {
  return articleFromBlocks(blocksOf(text), known);
}

/** Returns the date line of a plain text whose date cannot be read; null if there is none. */
export function unreadableDateInText(text: string, known: KnownOfArticle): string | null {
  const blocks = blocksOf(text);
  const labels = labelBlocks(blocks, { title: known.title ?? null });
  return unreadableDateInBlocks({ blocks, labels });
}

function blocksOf(text: string): readonly BlockFeatures[] {
  return linesOf(text).map(lineBlock);
}

function lineBlock(text: string): BlockFeatures {
  const element = isListItem(text) ? "listItem" : "line";
  return { text, element, headingLevel: 0, linkChars: 0, region: "unknown" };
}

/** True for a line with a bullet or a number that is no sentence: those are paragraphs. */
function isListItem(text: string): boolean {
  return /^(?:[-*•·▪►■‣◦]|\d{1,2}[.)])\s\S/.test(text) && !endsLikeSentence(text);
}
