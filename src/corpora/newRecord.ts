import type { Article, ArticleHistory, ArticleId } from "../engine/model/index.ts";
import { articleId } from "../ingest/articleId.ts";
import { addressKeysOf } from "../ingest/duplicates/addressKeys.ts";
import { bodyKeysOf } from "../ingest/duplicates/bodyKeys.ts";
import type { ArticleRecord } from "../platform/storage/articleRecord.ts";
import { allowedVersions } from "./versions.ts";

/** Returns the record of an article, as it is indexed in this segment. */
export function newRecord(
  article: Article,
  { origin, addedAt, foundAt, versions, exportedSource }: ArticleHistory,
  segment: string,
): ArticleRecord {
  return completed({
    ...{ id: article.id, article, origin, addedAt, foundAt, segment },
    versions: allowedVersions(versions),
    ...(exportedSource === undefined ? {} : { exportedSource }),
  });
}

/** Returns a record with the keys and the size that follow from its article. */
export function completed(
  record: Omit<ArticleRecord, "addressKeys" | "bodyKeys" | "bytes">,
): ArticleRecord {
  const { article, versions } = record;
  const chars = [article, ...versions].reduce(
    (sum, { title, body }) => sum + title.length + body.length,
    0,
  );
  return {
    ...record,
    addressKeys: addressKeysOf(article),
    bodyKeys: bodyKeysOf(article),
    bytes: overheadBytes + 2 * chars,
  };
}

/** Bytes of a record's fields that are not text, and of its keys in indexes. */
const overheadBytes = 600;

/**
 * Yields the ids under which an article may be stored, without end: the first that is free is taken. Imported
 * articles bring their own, which may be anything, and articles without an address may share a title.
 */
export function* idsInTurn(article: Article): Generator<ArticleId, never> {
  yield article.id;
  const outlet = article.outlet.domain ?? article.outlet.name;
  const url = article.urls[0] ?? null;
  for (let attempt = 0; ; attempt++) {
    const title = `${article.title}${attempt === 0 ? "" : `\u0000${attempt}`}`;
    const id = articleId({ outlet, url, title });
    if (id !== article.id) yield id;
  }
}
