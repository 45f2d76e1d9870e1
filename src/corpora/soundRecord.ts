import {
  type Article,
  type ArticleId,
  type ArticleSource,
  type ArticleVersion,
  type Origin,
  origins,
  sourceKinds,
} from "../engine/model/index.ts";
import type { ArticleRecord } from "../platform/storage/articleRecord.ts";
import { newRecord } from "./newRecord.ts";

/**
 * True if a stored value is an article record that everything can work with. A disk, a crash or
 * another version of the extension may have left anything there.
 */
export function isSoundRecord(stored: unknown): stored is ArticleRecord {
  if (!isObject(stored)) return false;
  const { id, article, origin, addedAt, foundAt, versions, addressKeys, bodyKeys } = stored;
  return (
    [id, stored.segment].every(isText) &&
    isSoundArticle(article) &&
    isOrigin(origin) &&
    [addedAt, foundAt, stored.bytes].every(Number.isFinite) &&
    isListOf(versions, isVersion) &&
    isListOf(addressKeys, isText) &&
    isListOf(bodyKeys, isText)
  );
}

/**
 * Returns a record with everything that can be read of a damaged one; null if there is no text
 * left. `segment` is where it will be indexed: what its own segment says of it is not known.
 */
export function mendedRecord(
  stored: unknown,
  { now, segment }: { readonly now: number; readonly segment: string },
): ArticleRecord | null {
  if (!isObject(stored) || !isText(stored.id)) return null;
  const article = mendedArticle(stored.article, stored.id as ArticleId);
  if (article === null) return null;
  const origin = isOrigin(stored.origin) ? stored.origin : "saved";
  const history = {
    origin,
    addedAt: timeIn(stored.addedAt) ?? now,
    foundAt: timeIn(stored.foundAt) ?? now,
    versions: listIn(stored.versions, isVersion),
    ...(isSource(stored.exportedSource) ? { exportedSource: stored.exportedSource } : {}),
  };
  return { ...(stored as Partial<ArticleRecord>), ...newRecord(article, history, segment) };
}

function mendedArticle(stored: unknown, id: ArticleId): Article | null {
  if (!isObject(stored) || !isText(stored.body) || stored.body.trim() === "") return null;
  const { outlet, title, published, body } = stored;
  const { name, domain } = isObject(outlet) ? outlet : {};
  return {
    id,
    outlet: { name: textIn(name) ?? "", domain: textIn(domain) },
    title: textIn(title) ?? "",
    urls: listIn(stored.urls, isText),
    published: isDate(published) ? published : null,
    relativeDatesCountFrom: textIn(stored.relativeDatesCountFrom),
    byline: textIn(stored.byline),
    agencies: listIn(stored.agencies, isText),
    language: textIn(stored.language),
    body,
    ...(isSource(stored.source) ? { source: stored.source } : {}),
  };
}

function isSoundArticle(stored: unknown): stored is Article {
  if (!isObject(stored)) return false;
  const { outlet, published } = stored;
  return (
    [stored.id, stored.title, stored.body].every(isText) &&
    isObject(outlet) &&
    isText(outlet.name) &&
    [outlet.domain, stored.byline, stored.language, stored.relativeDatesCountFrom].every(
      (value) => value === null || isText(value),
    ) &&
    (published === null || isDate(published)) &&
    isListOf(stored.urls, isText) &&
    isListOf(stored.agencies, isText) &&
    (stored.source === undefined || isSource(stored.source))
  );
}

function isVersion(stored: unknown): stored is ArticleVersion {
  if (!isObject(stored)) return false;
  const { title, body, published, foundAt, origin, source } = stored;
  if (origin !== undefined && !isOrigin(origin)) return false;
  if (source !== undefined && !isSource(source)) return false;
  const isDated = published === null || isDate(published);
  return isText(title) && isText(body) && isDated && Number.isFinite(foundAt);
}

function isDate(stored: unknown): stored is NonNullable<Article["published"]> {
  return isObject(stored) && [stored.value, stored.precision, stored.basis].every(isText);
}

function isSource(stored: unknown): stored is ArticleSource {
  return isObject(stored) && sourceKinds.includes(stored.kind as never) && isText(stored.name);
}

function isOrigin(stored: unknown): stored is Origin {
  return origins.includes(stored as never);
}

function isObject(stored: unknown): stored is Readonly<Record<string, unknown>> {
  return typeof stored === "object" && stored !== null;
}

function isText(stored: unknown): stored is string {
  return typeof stored === "string";
}

function textIn(stored: unknown): string | null {
  return isText(stored) ? stored : null;
}

function timeIn(stored: unknown): number | null {
  return Number.isFinite(stored) ? (stored as number) : null;
}

function isListOf<Item>(stored: unknown, is: (item: unknown) => item is Item): stored is Item[] {
  return Array.isArray(stored) && stored.every(is);
}

function listIn<Item>(stored: unknown, is: (item: unknown) => item is Item): readonly Item[] {
  return Array.isArray(stored) ? stored.filter(is) : [];
}
