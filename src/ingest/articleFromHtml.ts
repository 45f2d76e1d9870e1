import type { Article } from "../engine/model/index.ts";
import { assembleArticle } from "./assembleArticle.ts";
import { bylineInBlocks, dateInBlocks } from "./datelines.ts";
import { labelHtml } from "./html/labelHtml.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import { readMetadata } from "./metadata/readMetadata.ts";

/**
 * The article in an HTML document. The document is left as it is; `known.urls` says where it was
 * found. The body is empty if the page holds no article.
 * @param isFile of a file nobody has seen where it was found: then its canonical address counts,
 * whatever site that is on
 */
export function articleFromHtml(
  document: Document,
  known: KnownOfArticle = {},
  isFile = false,
): Article {
  const metadata = readMetadata(document, known.urls?.[0] ?? null, isFile);
  const title = known.title ?? metadata.title;
  const { blocks, labels, head } = labelHtml(document, title);
  const dates = [metadata.published, dateInBlocks(head)];
  return assembleArticle(blocks, labels, {
    ...metadata,
    published: dates.find((date) => date?.basis === "stated") ?? dates[0] ?? dates[1] ?? null,
    byline: metadata.byline ?? bylineInBlocks(head),
    ...known,
    title: title ?? blocks[labels.indexOf("title")]?.text ?? "",
    urls: [...new Set([...metadata.urls, ...(known.urls ?? [])])],
  });
}
