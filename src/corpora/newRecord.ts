import type { Article, ArticleId } from "../engine/model/index.ts";
import { articleId } from "../ingest/articleId.ts";
import { addressKeysOf } from "../ingest/duplicates/addressKeys.ts";
import { bodyKeysOf, isNearlyTheSame } from "../ingest/duplicates/bodyKeys.ts";
import type { ArticleRecord, Origin } from "../platform/storage/articleRecord.ts";

/** When and how an article came, and where its newest text is indexed. */
export interface Arrival {
  readonly origin: Origin;
  readonly now: number;
  readonly segment: string;
}

/** The record of an article that was not there before. */
export function newRecord(article: Article, { origin, now, segment }: Arrival): ArticleRecord {
  return measured({
    id: article.id,
    article,
    origin,
    addedAt: now,
    foundAt: now,
    versions: [],
    addressKeys: addressKeysOf(article),
    bodyKeys: bodyKeysOf(article),
    segment,
  });
}

/**
 * The record with a newer text; the one before is kept as a version, the last few of them. A text
 * that was only read is no version of nearly the same one that is saved: the live page's text is
 * taken another way, and no outlet has changed it.
 */
export function withNewText(
  record: ArticleRecord,
  article: Article,
  arrival: Arrival,
): ArticleRecord {
  const { title, body, published } = record.article;
  const isTakenAnew =
    record.origin === "read" && arrival.origin === "saved" && isNearlyTheSame(body, article.body);
  const versions = isTakenAnew
    ? record.versions
    : [...record.versions, { title, body, published, foundAt: record.foundAt }];
  const newest = { ...article, id: record.id, urls: joined(article.urls, record.article.urls) };
  return measured({
    ...record,
    article: newest,
    origin: stronger(record.origin, arrival.origin),
    foundAt: arrival.now,
    versions: versions.slice(-mostVersions),
    addressKeys: addressKeysOf(newest),
    bodyKeys: bodyKeysOf(newest),
    segment: arrival.segment,
  });
}

/** The record with further addresses, and the stronger of both origins; the text stays. */
export function withAddresses(
  record: ArticleRecord,
  article: Article,
  origin: Origin,
): ArticleRecord {
  const known = { ...record.article, urls: joined(record.article.urls, article.urls) };
  return measured({
    ...record,
    article: known,
    origin: stronger(record.origin, origin),
    addressKeys: addressKeysOf(known),
  });
}

/** An id that the stored articles do not have yet: imported ones bring their own, which may be anything. */
export function idBesides(article: Article, taken: (id: ArticleId) => boolean): ArticleId {
  const outlet = article.outlet.domain ?? article.outlet.name;
  for (let attempt = 0; ; attempt++) {
    const title = `${article.title}${attempt === 0 ? "" : `\u0000${attempt}`}`;
    const id = articleId({ outlet, url: article.urls[0] ?? null, title });
    if (!taken(id)) return id;
  }
}

const mostVersions = 5;
/** Addresses of one article; a site that gives each visit its own is cut short. */
const mostAddresses = 20;

function joined(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...new Set([...first, ...second])].slice(0, mostAddresses);
}

const strength: Readonly<Record<Origin, number>> = { saved: 3, import: 2, feed: 1, read: 0 };

function stronger(one: Origin, other: Origin): Origin {
  return strength[other] > strength[one] ? other : one;
}

/** Fields that are not text, keys of indexes: about so much a record. */
const overheadBytes = 600;

function measured(record: Omit<ArticleRecord, "bytes">): ArticleRecord {
  const { article, versions } = record;
  const texts = [article, ...versions].reduce(
    (sum, { title, body }) => sum + title.length + body.length,
    0,
  );
  return { ...record, bytes: overheadBytes + 2 * texts };
}
