import type { Article } from "../engine/model/index.ts";
import { articleFromHtml } from "../ingest/articleFromHtml.ts";
import { holdsArticle } from "../ingest/holdsArticle.ts";
import { guessLanguage } from "../ingest/language.ts";
import type { SavedPart } from "../messages/keptProtocol.ts";

/**
 * Returns the article of a live page as it would be read from a file, or the selected text with the
 * page's metadata. The page is not changed. The body is empty if there is nothing to take.
 */
export function readOpenPage(view: Window, part: SavedPart): Article {
  const article = articleFromHtml(view.document, { urls: [view.location.href] });
  if (part === "article") return holdsArticle(article) ? article : { ...article, body: "" };
  const body = selectedParagraphs(view).join("\n\n");
  return { ...article, language: article.language ?? guessLanguage(body), body };
}

/** Returns the paragraphs of the selection, whose text has a line break where a block ends. */
function selectedParagraphs(view: Window): readonly string[] {
  const text = view.getSelection()?.toString() ?? "";
  const lines = text.split(/\n+/).map((line) => line.replace(/\s+/g, " ").trim());
  return lines.filter((line) => line !== "");
}
