import type { Article } from "../../engine/model/index.ts";
import { articleFromHtml } from "../../ingest/articleFromHtml.ts";
import { decodeText } from "../../ingest/decodeText.ts";
import { holdsArticle } from "../../ingest/holdsArticle.ts";
import { fetchFromWeb, WebError } from "../../platform/network/fetchFromWeb.ts";
import type { Web } from "./readFeedAt.ts";

const accept = "text/html, application/xhtml+xml";
const mostPageBytes = 5_000_000;
const pageTimeoutMs = 20_000;

/**
 * Fetches an article's page and reads it; null if it cannot be had, or holds no article.
 * @param near the host that the reader named: of hosts in the reader's own network only that one is asked
 */
export async function readArticleAt(url: string, near: string, web: Web): Promise<Article | null> {
  const request = {
    url,
    accept,
    etag: null,
    lastModified: null,
    mostBytes: mostPageBytes,
    timeoutMs: pageTimeoutMs,
    privateHost: near,
  };
  try {
    const answer = await web.takeTurn(url, () => fetchFromWeb(request, web.fetch));
    if (answer.kind === "notModified") return null;
    const html = decodeText(answer.bytes, answer.contentType);
    if (html === null) return null;
    const article = articleFromHtml(web.parseHtml(html), { urls: [answer.url] });
    return holdsArticle(article) ? article : null;
  } catch (error) {
    if (error instanceof WebError) return null;
    throw error;
  }
}
