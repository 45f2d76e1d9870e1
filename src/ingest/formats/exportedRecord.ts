import {
  type Article,
  type ArticleHistory,
  type ArticleSource,
  type ArticleVersion,
  type Origin,
  origins,
  type RefusalReason,
  sourceKinds,
} from "../../engine/model/index.ts";
import { articleFromRecord } from "../articleRecords.ts";
import { ArticleDataError, isObject, type JsonObject } from "../knownData.ts";
import { line, safeArticle } from "../safeArticle.ts";

/**
 * Returns the record of an article in an exported library: the article as in every record and,
 * under "kept", what the library knew of it. docs/schemas/library.schema.json documents it.
 */
export function exportedRecord(article: Article, history: ArticleHistory): JsonObject {
  const { source: _, ...rest } = article;
  return { ...rest, kept: keptPart(article, history) };
}

/** Returns what is exported of an article besides the article itself. */
export function keptPart(article: Article, history: ArticleHistory): JsonObject {
  const { origin, addedAt, foundAt, versions, exportedSource = article.source } = history;
  return {
    origin,
    addedAt: new Date(addedAt).toISOString(),
    foundAt: new Date(foundAt).toISOString(),
    ...(exportedSource === undefined ? {} : { source: exportedSource }),
    versions: versions.map((version) => ({
      ...version,
      foundAt: new Date(version.foundAt).toISOString(),
    })),
  };
}

/**
 * What an exported library says of an article; values that could not be read are null and listed as
 * faults.
 */
export interface ExportedHistory {
  readonly origin: Origin | null;
  readonly addedAt: number | null;
  readonly foundAt: number | null;
  readonly source: ArticleSource | null;
  readonly versions: readonly ArticleVersion[];
  readonly faults: readonly HistoryFault[];
}

/** What of a history could not be used, and why. */
export interface HistoryFault {
  /** Number of the version, from 1; null if the fault is in no version. */
  readonly version: number | null;
  readonly reason: RefusalReason;
}

/**
 * The most versions that are read: a reader who saves a page every day has as many in three years.
 */
const mostVersions = 1_000;

/** Reads the "kept" of an exported record. Each part that cannot be used is named, and the rest kept. */
export function readExportedHistory(kept: unknown): ExportedHistory {
  const faults: HistoryFault[] = [];
  const blame = (key: RefusalReason["key"], ...values: readonly (string | number)[]) => {
    faults.push({ version: null, reason: { key, values } });
  };
  const its = isObject(kept) ? kept : {};
  if (!isObject(kept)) blame("refusedHistory");
  const origin = origins.find((one) => one === its.origin) ?? null;
  if (origin === null && isObject(kept)) {
    blame("refusedNotOneOf", "kept.origin", origins.join(", "));
  }
  const time = (name: "addedAt" | "foundAt") => {
    const found = timeIn(its[name]);
    if (found === null && isObject(kept)) blame("refusedNotTime", `kept.${name}`);
    return found;
  };
  const listed = Array.isArray(its.versions) ? its.versions : [];
  if (its.versions !== undefined && !Array.isArray(its.versions)) {
    blame("refusedNotArray", "kept.versions");
  }
  if (listed.length > mostVersions) blame("refusedVersions", mostVersions);
  const versions = listed.slice(0, mostVersions).flatMap((entry: unknown, at) => {
    try {
      return [versionIn(entry)];
    } catch (error) {
      if (!(error instanceof ArticleDataError)) throw error;
      faults.push({ version: at + 1, reason: error.reason });
      return [];
    }
  });
  return {
    ...{ origin, addedAt: time("addedAt"), foundAt: time("foundAt") },
    ...{ source: sourceIn(its.source), versions, faults },
  };
}

/**
 * Returns the article of an exported record. Its body is a text that we wrote, and is kept exactly; all
 * other values are cleaned like those of any file. Throws ArticleDataError.
 */
export function articleFromExported(record: JsonObject): Article {
  const article = articleFromRecord(record);
  return { ...safeArticle(article), body: article.body };
}

function versionIn(entry: unknown): ArticleVersion {
  if (!isObject(entry)) throw new ArticleDataError("refusedNoObject");
  const { title, body, published } = articleFromExported({
    title: entry.title,
    body: entry.body,
    published: entry.published,
  });
  const foundAt = timeIn(entry.foundAt);
  if (foundAt === null) throw new ArticleDataError("refusedNotTime", "foundAt");
  const origin = origins.find((one) => one === entry.origin);
  if (entry.origin !== undefined && origin === undefined) {
    throw new ArticleDataError("refusedNotOneOf", "origin", origins.join(", "));
  }
  const source = sourceIn(entry.source);
  return {
    ...{ title, body, published, foundAt },
    ...(origin === undefined ? {} : { origin }),
    ...(source === null ? {} : { source }),
  };
}

/** Returns ms since 1970; null if the value is not a time in UTC. */
function timeIn(value: unknown): number | null {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) || time < 0 ? null : time;
}

const longestName = 300;

function sourceIn(value: unknown): ArticleSource | null {
  if (!isObject(value) || typeof value.name !== "string") return null;
  const kind = sourceKinds.find((one) => one === value.kind);
  return kind === undefined ? null : { kind, name: line(value.name).slice(0, longestName) };
}
