import { collectStatements } from "./collectStatements.ts";
import { type ArticleMetadata, understandStatements } from "./understandStatements.ts";

/**
 * Returns the metadata of a document that was found at `url` (null: it is not known). Leaves it as
 * it is.
 * @param isFile see `articleFromHtml`
 */
export function readMetadata(
  document: Document,
  url: string | null,
  isFile = false,
): ArticleMetadata {
  return understandStatements(collectStatements(document, url), isFile);
}
