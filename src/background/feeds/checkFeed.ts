import type { Article } from "../../engine/model/index.ts";
import { type OffscreenClient, UnansweredError } from "../../messages/client.ts";
import type { FeedAnswer, FeedProblem } from "../../messages/offscreenProtocol.ts";
import { grantedSiteOrigins, isAllowedTarget } from "../../platform/network/siteOrigins.ts";
import type { ChangeFeed, FeedRecord, FeedStore } from "./feedRecord.ts";
import { afterFailure, afterSuccess, claimUntil } from "./timetable.ts";

/** What following feeds needs, given by main.ts. */
export interface FeedServicePorts {
  readonly store: FeedStore;
  readonly offscreen: OffscreenClient;
  /** Stores articles; resolves to the number of new ones. */
  readonly keep: (articles: readonly Article[]) => Promise<number>;
  /** Resolves to whether the extension may read this address. */
  readonly isGranted: (url: string) => Promise<boolean>;
  /** Schedules a call of `checkDue`, in ms since 1970; null cancels it. */
  readonly wakeAt: (time: number | null) => Promise<void>;
  readonly now: () => number;
  /** Returns a random number, 0..1. */
  readonly random: () => number;
}

/** The most article pages fetched in one check; other articles keep the feed's own text. */
const mostPages = 20;

/**
 * Reads one feed and stores new articles. Never rejects because of a feed. Resolves to true if the
 * address was a page, whose feed is followed instead from now on.
 *
 *   stored: due ──▶ claimed ──▶ read ──▶ articles stored ──▶ known, next time
 *                      └─ the background ends: due again when the claim expires
 */
export async function checkFeed(
  url: string,
  given: FeedServicePorts,
  change: ChangeFeed,
): Promise<boolean> {
  const nextCheckAt = claimUntil(given.now());
  const feed = await change(url, (its) => ({ ...its, nextCheckAt }));
  if (feed === null) return false;
  const changed = await read(feed, given);
  // The reader may have stopped following the feed, or changed it, while it was read.
  const isFollowed = await change(url, ({ wantsFullText }) => ({ ...changed, wantsFullText }));
  if (isFollowed === null || changed.url === url) return false;
  await given.store.remove(url);
  return true;
}

async function read(feed: FeedRecord, given: FeedServicePorts): Promise<FeedRecord> {
  if (!(await given.isGranted(feed.url))) return failed(feed, "noPermission", null, given);
  const { url, etag, lastModified, known } = feed;
  const within = await grantedSiteOrigins(url, given.isGranted);
  const answer = await given
    .offscreen("offscreen/readFeed", { url, within, etag, lastModified, known })
    .catch(unanswered);
  switch (answer.kind) {
    case "notModified":
      return succeeded(feed, given);
    case "read":
      return take(feed, answer, given);
    case "page":
      return answer.feeds[0] === undefined || answer.feeds[0].url === url
        ? failed(feed, "notAFeed", null, given)
        : { ...feed, url: answer.feeds[0].url, nextCheckAt: given.now() };
    case "failed":
      return failed(feed, answer.problem, answer.retryAfterMs, given);
    default: {
      const never: never = answer;
      return never;
    }
  }
}

function unanswered(error: unknown): FeedAnswer {
  if (!(error instanceof UnansweredError)) throw error;
  return { kind: "failed", problem: "unreachable", retryAfterMs: null };
}

async function take(
  feed: FeedRecord,
  answer: Extract<FeedAnswer, { kind: "read" }>,
  given: FeedServicePorts,
): Promise<FeedRecord> {
  const articles = feed.wantsFullText
    ? await withPages(answer.articles, feed, given)
    : answer.articles;
  let added: number;
  try {
    added = await given.keep(articles.filter(({ body }) => body !== ""));
  } catch (error) {
    // Items that were not stored do not become known, so they are read again next time.
    console.error("feed", error);
    return failed(feed, "notStored", null, given);
  }
  return {
    ...succeeded(feed, given),
    title: feed.title || answer.title,
    siteUrl: answer.siteUrl,
    etag: answer.etag,
    lastModified: answer.lastModified,
    known: answer.ids,
    articleCount: feed.articleCount + added,
  };
}

async function withPages(
  articles: readonly Article[],
  feed: FeedRecord,
  given: FeedServicePorts,
): Promise<readonly Article[]> {
  const whole: Article[] = [];
  for (const [at, article] of articles.entries()) {
    const [url] = article.urls;
    const isFetched = at < mostPages && url !== undefined && isAllowedTarget(feed.url, url);
    const page = isFetched && (await given.isGranted(url)) ? await pageAt(url, given) : null;
    whole.push(page === null ? article : withPage(article, page));
  }
  return whole;
}

async function pageAt(url: string, given: FeedServicePorts): Promise<Article | null> {
  const within = await grantedSiteOrigins(url, given.isGranted);
  return given.offscreen("offscreen/readArticle", { url, within }).catch(() => null);
}

/**
 * Returns the article with the page's text if that is longer than the feed's; the feed's metadata
 * is kept.
 */
function withPage(article: Article, page: Article): Article {
  if (page.body.length <= article.body.length) return article;
  return {
    ...page,
    id: article.id,
    outlet: article.outlet,
    title: article.title || page.title,
    urls: [...new Set([...article.urls, ...page.urls])],
    published: publishedFirst(article, page),
    ...(article.source === undefined ? {} : { source: article.source }),
  };
}

/** Returns the feed's date, unless it is inferred and the page states one. */
function publishedFirst(article: Article, page: Article): Article["published"] {
  const isStated = article.published?.basis === "stated" || page.published?.basis !== "stated";
  return isStated ? (article.published ?? page.published) : page.published;
}

function succeeded(feed: FeedRecord, { now, random }: FeedServicePorts): FeedRecord {
  const nextCheckAt = afterSuccess(now(), random());
  return { ...feed, failures: 0, problem: null, readAt: now(), nextCheckAt };
}

function failed(
  feed: FeedRecord,
  problem: FeedProblem,
  retryAfterMs: number | null,
  { now, random }: FeedServicePorts,
): FeedRecord {
  const failures = feed.failures + 1;
  const nextCheckAt = afterFailure(now(), { failures, problem, retryAfterMs }, random());
  return { ...feed, failures, problem, nextCheckAt };
}
