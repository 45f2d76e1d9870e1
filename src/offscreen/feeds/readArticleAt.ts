import type { Article } from "../../engine/model/index.ts";
import { articleFromHtml } from "../../ingest/articleFromHtml.ts";
import { decodeText } from "../../ingest/decodeText.ts";
import { isFrontPage } from "../../ingest/frontPage.ts";
import { holdsArticle } from "../../ingest/holdsArticle.ts";
import { ArticleDataError } from "../../ingest/knownData.ts";
import { fetchFromWeb, WebError } from "../../platform/network/fetchFromWeb.ts";
import type { Web } from "./readFeedAt.ts";

const accept = "text/html, application/xhtml+xml";
const mostPageBytes = 5_000_000;
const pageTimeoutMs = 20_000;

/**
 * Fetches an article's page and reads it; null if it cannot be fetched, or has no article.
 * @param within the only origins that may be asked, wherever redirects lead
 */
export async function readArticleAt(
  url: string,
  within: readonly string[],
  web: Web,
): Promise<Article | null> {
  const request = {
    url,
    accept,
    etag: null,
    lastModified: null,
    mostBytes: mostPageBytes,
    timeoutMs: pageTimeoutMs,
    within,
  };
  try {
    const answer = await web.takeTurn(url, () => fetchFromWeb(request, web.confine));
    if (answer.kind === "notModified") return null;
    const html = decodeText(answer.bytes, answer.contentType);
    if (html === null) return null;
    const document = web.parseHtml(html);
    const article = articleFromHtml(document, { urls: [answer.url] });
    // An article that was withdrawn often leads to the front page.
    return holdsArticle(article) && !isFrontPage(document, article) ? article : null;
  } catch (error) {
    if (error instanceof WebError || error instanceof ArticleDataError) return null;
    throw error;
  }
}
