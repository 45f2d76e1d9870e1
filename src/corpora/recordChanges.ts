/**
 * How a stored record changes when a text for its address comes in. Only the reader replaces what they
 * saved or imported; texts from elsewhere are kept beside it, as versions.
 *
 *   stored \ new    saved, import   read (a visit)   feed
 *   saved, import   replaces        beside           beside
 *   read            replaces        replaces         beside
 *   feed            replaces        replaces         replaces, if both come from one host,
 *                                                    or only the new one from the article's own site
 *
 * An article that a feed has too is not removed after some days, as one that was only read is. A replaced
 * text becomes a version, with its origin.
 */
import {
  type Article,
  type ArticleHistory,
  type ArticleVersion,
  isReadersOwn,
  type Origin,
} from "../engine/model/index.ts";
import { isNearlyTheSame } from "../ingest/duplicates/bodyKeys.ts";
import { isSameSite } from "../ingest/metadata/outlet.ts";
import type { ArticleRecord } from "../platform/storage/articleRecord.ts";
import { completed } from "./newRecord.ts";
import { allowedVersions, withVersions } from "./versions.ts";

/** When and how a text came, and the segment in which it would be indexed. */
export interface Arrival {
  readonly origin: Origin;
  readonly now: number;
  readonly segment: string;
}

/** True if an article from this origin may replace the record's. */
export function mayReplace(record: ArticleRecord, article: Article, origin: Origin): boolean {
  if (isReadersOwn(origin)) return true;
  if (isReadersOwn(record.origin)) return false;
  if (origin === "read") return true;
  if (originOfText(record) !== "feed") return false;
  const isSameFeed = record.article.source?.name === article.source?.name;
  return isSameFeed || (isFromItsSite(article) && !isFromItsSite(record.article));
}

/** True if an article comes from the site of its address, the most reliable source. */
function isFromItsSite({ source, urls }: Article): boolean {
  return (
    source !== undefined && urls[0] !== undefined && isSameSite(`https://${source.name}`, urls[0])
  );
}

/** Returns the origin of the record's text: a page may have replaced a feed's. */
function originOfText({ origin, article }: ArticleRecord): Origin {
  return origin === "feed" && article.source?.kind === "page" ? "read" : origin;
}

/**
 * Returns the record with a newer text; the one before becomes a version. A text from a feed or
 * visit that is nearly the same as the one the reader saves is not kept: it was extracted
 * differently, not changed by the outlet.
 */
export function withNewText(
  record: ArticleRecord,
  article: Article,
  arrival: Arrival,
): ArticleRecord {
  const isTakenAnew =
    isTakenOver(record, arrival) && isNearlyTheSame(record.article.body, article.body);
  const versions = isTakenAnew
    ? record.versions
    : allowedVersions([...record.versions, versionBefore(record)]);
  return replaced(record, article, arrival, versions);
}

/**
 * Returns the record with the addresses of an article that has the same text, or with the article
 * itself if the reader now saves it.
 */
export function withAddresses(
  record: ArticleRecord,
  article: Article,
  arrival: Arrival,
): ArticleRecord {
  const origin = stronger(record.origin, arrival.origin);
  if (isTakenOver(record, arrival)) {
    return replaced(record, article, arrival, record.versions);
  }
  const urls = joined(record.article.urls, article.urls);
  const isKnown = urls.length === record.article.urls.length && origin === record.origin;
  return isKnown ? record : completed({ ...record, origin, article: { ...record.article, urls } });
}

/** Returns the record with another text of the article among its versions; its own text stays. */
export function withTextBeside(
  record: ArticleRecord,
  article: Article,
  { origin, now }: Arrival,
): ArticleRecord {
  const versions = withVersions(record.versions, [versionOf(article, origin, now)]);
  return versions === record.versions ? record : completed({ ...record, versions });
}

/** Returns the record with the stronger of its origin and this one. */
export function withOrigin(record: ArticleRecord, origin: Origin): ArticleRecord {
  const both = stronger(record.origin, origin);
  return both === record.origin ? record : { ...record, origin: both };
}

/**
 * Returns the record with an exported library's versions, and the earlier of the dates of adding.
 */
export function withHistory(
  record: ArticleRecord,
  history: ArticleHistory | undefined,
): ArticleRecord {
  if (history === undefined) return record;
  const versions = withVersions(record.versions, history.versions);
  const addedAt = Math.min(record.addedAt, history.addedAt);
  const isKnown = versions === record.versions && addedAt === record.addedAt;
  return isKnown ? record : completed({ ...record, versions, addedAt });
}

/**
 * Returns the record with the article instead of its own, and with all addresses that can be
 * trusted.
 */
function replaced(
  record: ArticleRecord,
  article: Article,
  arrival: Arrival,
  versions: readonly ArticleVersion[],
): ArticleRecord {
  // Addresses that only a feed stated are dropped when another origin replaces its text.
  const isFeedLeft = originOfText(record) === "feed" && arrival.origin !== "feed";
  const urls = isFeedLeft ? article.urls : joined(article.urls, record.article.urls);
  const { exportedSource: _, ...rest } = record;
  return completed({
    ...rest,
    article: { ...article, id: record.id, urls },
    origin: stronger(record.origin, arrival.origin),
    foundAt: arrival.now,
    versions,
    segment: arrival.segment,
  });
}

function versionBefore(record: ArticleRecord): ArticleVersion {
  return versionOf(record.article, originOfText(record), record.foundAt);
}

function versionOf(article: Article, origin: Origin, foundAt: number): ArticleVersion {
  const { title, body, published, source } = article;
  return { title, body, published, foundAt, origin, ...(source === undefined ? {} : { source }) };
}

function isTakenOver(record: ArticleRecord, { origin }: Arrival): boolean {
  return isReadersOwn(origin) && !isReadersOwn(record.origin);
}

/** The most addresses of an article: some sites give each visit its own. */
const mostAddresses = 20;

function joined(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...new Set([...first, ...second])].slice(0, mostAddresses);
}

const strength: Readonly<Record<Origin, number>> = { saved: 3, import: 2, feed: 1, read: 0 };

function stronger(one: Origin, other: Origin): Origin {
  return strength[other] > strength[one] ? other : one;
}
