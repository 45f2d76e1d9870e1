import { countWords, endsLikeSentence } from "../engine/body/blockMeasures.ts";
import type { Article } from "../engine/model/index.ts";
import { isDense } from "../engine/text/characters.ts";

/**
 * A page whose text has fewer characters in all is not an article. Chinese and Japanese say in a
 * character what others say in two.
 */
const shortestArticleChars = 140;
/** Lists and tables have lines that are no sentences; the words of a menu are shorter. */
const fewestWordsInLine = 3;
const weightOfLine = 0.5;
/** Some sentence tells what a list is about. */
const shortestSentenceChars = 30;

/**
 * True if the text that was read from a page is an article, rather than the words around a missing
 * one.
 */
export function holdsArticle({ body }: Article): boolean {
  const paragraphs = body.split("\n\n");
  const sentences = paragraphs.filter(endsLikeSentence);
  const lines = paragraphs.filter(
    (text) => !endsLikeSentence(text) && countWords(text) >= fewestWordsInLine,
  );
  const isTold = sentences.some((text) => charsOf(text) >= shortestSentenceChars);
  const chars = charsIn(sentences) + (isTold ? charsIn(lines) * weightOfLine : 0);
  return chars >= shortestArticleChars;
}

function charsIn(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, text) => sum + charsOf(text), 0);
}

/** Returns the characters of a text; a Chinese or Japanese one counts twice. */
function charsOf(text: string): number {
  let chars = text.length;
  for (let at = 0; at < text.length; at++) if (isDense(text.charCodeAt(at))) chars++;
  return chars;
}
