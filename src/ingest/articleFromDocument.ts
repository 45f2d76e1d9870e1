import type { BlockFeatures } from "../engine/model/index.ts";
import { articleFromBlocks } from "./articleFromBlocks.ts";
import { omittedDate, type ReadArticle } from "./formats/omissions.ts";
import { ArticleDataError } from "./knownData.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import {
  type DocumentProperties,
  documentAuthor,
  documentHeadline,
  documentTitle,
} from "./metadata/documentProperties.ts";

/**
 * Returns the article in the blocks of a PDF or a Word document. Its date comes only from the text,
 * since the properties say when the file or its template was made, which may be years apart.
 * Throws ArticleDataError if there is no article text.
 * @param headings those that may be the title, the most likely first
 */
export function articleFromDocument(
  blocks: readonly BlockFeatures[],
  headings: readonly string[],
  stated: DocumentProperties,
  known: KnownOfArticle,
): ReadArticle {
  const title = known.title ?? documentHeadline(stated, headings);
  const otherwise = { title: documentTitle(stated), byline: documentAuthor(stated) };
  const { article, unreadableDate } = articleFromBlocks(blocks, { ...known, title }, otherwise);
  if (article.body === "") throw new ArticleDataError("refusedNoText");
  return { article, omissions: omittedDate(unreadableDate) };
}
