import { countWords } from "../engine/body/blockMeasures.ts";
import type { Article } from "../engine/model/index.ts";
import { articleFromText } from "./articleFromText.ts";
import { assembleArticle } from "./assembleArticle.ts";
import { bounds } from "./bounds.ts";
import { bylineInBlocks, dateInBlocks } from "./datelines.ts";
import { labelHtml } from "./html/labelHtml.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import { guessLanguage } from "./language.ts";
import { collectStatements } from "./metadata/collectStatements.ts";
import { readStatedBody } from "./metadata/jsonLd.ts";
import { understandStatements } from "./metadata/understandStatements.ts";
import { unescapeOnce } from "./metadata/unescape.ts";
import { withoutMarkup } from "./withoutMarkup.ts";

/**
 * Returns the article in an HTML document, which is not changed; `known.urls` gives the address.
 * The body is empty if the page has no article.
 * @param isFile true for a file whose address nobody has checked: its canonical address counts
 * then, whatever site that is on
 */
export function articleFromHtml(
  document: Document,
  known: KnownOfArticle = {},
  isFile = false,
): Article {
  const statements = collectStatements(document, known.urls?.[0] ?? null);
  const metadata = understandStatements(statements, isFile);
  const title = known.title ?? metadata.title;
  const { blocks, labels, head } = labelHtml(document, title, {
    jsonLd: statements.jsonLd,
    statedWords: metadata.statedWords,
  });
  const dates = [metadata.published, dateInBlocks(head)];
  const article = assembleArticle(blocks, labels, {
    ...metadata,
    published: dates.find((date) => date?.basis === "stated") ?? dates[0] ?? dates[1] ?? null,
    byline: metadata.byline ?? bylineInBlocks(head),
    ...known,
    title: title ?? blocks[labels.indexOf("title")]?.text ?? "",
    urls: [...new Set([...metadata.urls, ...(known.urls ?? [])])],
  });
  return isLive(document) ? article : withStatedBody(article, readStatedBody(statements.jsonLd));
}

/** True for a page that a reader looks at: there the text is what can be seen. */
function isLive({ defaultView, body }: Document): boolean {
  return defaultView !== null && typeof body?.checkVisibility === "function";
}

/** A page built by scripts may have its text, or more of it, only in its structured data. */
const leastShareOfStated = 0.5;
const shortestStatedWords = 60;

/** The article with the text that its page states as its own, if far less of it was found. */
function withStatedBody(article: Article, stated: string | null): Article {
  if (stated === null || stated.length > bounds.bodyChars) return article;
  const { body } = articleFromText(unescapeOnce(withoutMarkup(stated)), { title: article.title });
  const words = countWords(body);
  const isLess = countWords(article.body) < words * leastShareOfStated;
  if (words < shortestStatedWords || !isLess) return article;
  return { ...article, body, language: article.language ?? guessLanguage(body) };
}
