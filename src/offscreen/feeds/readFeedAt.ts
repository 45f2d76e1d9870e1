import { decodeText } from "../../ingest/decodeText.ts";
import { articleFromFeedItem } from "../../ingest/feeds/articleFromFeedItem.ts";
import { type Feed, FeedError } from "../../ingest/feeds/feed.ts";
import { parseFeed } from "../../ingest/feeds/parseFeed.ts";
import { withoutRepeated } from "../../ingest/feeds/repeatedParagraphs.ts";
import { ArticleDataError } from "../../ingest/knownData.ts";
import { findFeedLinks } from "../../ingest/metadata/feedLinks.ts";
import type { ParseHtml } from "../../ingest/parseHtml.ts";
import type { FeedAnswer, FeedLink, FeedQuestion } from "../../messages/offscreenProtocol.ts";
import type { Confine } from "../../platform/network/confine.ts";
import { fetchFromWeb, type WebAnswer, WebError } from "../../platform/network/fetchFromWeb.ts";
import { isAllowedTarget } from "../../platform/network/siteOrigins.ts";
import type { TakeTurn } from "../hostTurns.ts";

/** What reading needs from the outside. */
export interface Web {
  readonly confine: Confine;
  readonly takeTurn: TakeTurn;
  readonly parseHtml: ParseHtml;
}

const accept =
  "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1";
/** Large feeds with whole articles have two; ten megabytes are a fault or an attack. */
const mostFeedBytes = 5_000_000;
/** Shorter than the time after which a browser ends an idle background. */
const feedTimeoutMs = 20_000;
/** The most articles taken at once from a feed that is new, or was not read for a long time. */
const mostArticles = 60;
/** Ids are compared, not shown. */
const longestId = 300;

type Content = Extract<WebAnswer, { kind: "content" }>;

/** Fetches and reads a feed; never throws: what went wrong is in the answer. */
export async function readFeedAt(question: FeedQuestion, web: Web): Promise<FeedAnswer> {
  const { url, etag, lastModified, within } = question;
  const request = {
    url,
    accept,
    etag,
    lastModified,
    mostBytes: mostFeedBytes,
    timeoutMs: feedTimeoutMs,
    within,
  };
  try {
    const answer = await web.takeTurn(url, () => fetchFromWeb(request, web.confine));
    return answer.kind === "notModified" ? answer : read(answer, question, web.parseHtml);
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    return { kind: "failed", problem: error.failure, retryAfterMs: error.retryAfterMs };
  }
}

function read(content: Content, { known }: FeedQuestion, parseHtml: ParseHtml): FeedAnswer {
  const text = decodeText(content.bytes, content.contentType) ?? "";
  try {
    return answerOf(parseFeed(text, content.url), content, new Set(known), parseHtml);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const feeds = feedsNamedIn(text, content.url, parseHtml);
    if (feeds.length > 0) return { kind: "page", feeds };
    return { kind: "failed", problem: "notAFeed", retryAfterMs: null };
  }
}

function feedsNamedIn(text: string, url: string, parseHtml: ParseHtml): readonly FeedLink[] {
  if (!/<(?:html|head|link)\b/i.test(text)) return [];
  try {
    return findFeedLinks(parseHtml(text), url).filter((link) => isAllowedTarget(url, link.url));
  } catch (error) {
    // More markup than any page has.
    if (error instanceof ArticleDataError) return [];
    throw error;
  }
}

function answerOf(
  feed: Feed,
  { url, etag, lastModified }: Content,
  known: ReadonlySet<string>,
  parseHtml: ParseHtml,
): FeedAnswer {
  const items = feed.items.map((item) => ({ ...item, id: item.id.slice(0, longestId) }));
  const articles = items
    .filter(({ id, html, url: address }) => !known.has(id) && (html !== "" || address !== null))
    .slice(0, mostArticles)
    .map((item) => articleFromFeedItem(item, feed, url, parseHtml));
  const { title, siteUrl } = feed;
  const ids = items.map(({ id }) => id);
  return {
    kind: "read",
    ...{ title, siteUrl, etag, lastModified, ids },
    articles: withoutRepeated(articles),
  };
}
