import { readArticle } from "../../engine/extract/readArticle.ts";
import type { ArticleOutline } from "../../engine/library/articleOutline.ts";
import type { ArticleReading } from "../../engine/model/index.ts";
import { fieldsOf } from "../cluster/items.ts";
import type { Archive } from "../stored/archive.ts";
import { openArticle, openOutline } from "../stored/articleDocuments.ts";

/** Fetches outlines and articles, and keeps those that were asked for last. */
export interface ArchivedArticles {
  /** By ids in the archive; those that are just being pushed or deleted are left out. Throws ArchiveError. */
  outlines(ids: Iterable<string>): Promise<ReadonlyMap<string, ArticleOutline>>;
  readings(ids: Iterable<string>): Promise<ReadonlyMap<string, ArticleReading>>;
}

/** Of 2 KB each, as they come; some five times that in memory. */
const outlinesAtOnce = 200;
const mostOutlines = 4000;
const articlesAtOnce = 32;
const mostReadings = 100;

/** What of an archive is fetched for pages that are matched one after the other. */
export function createArchivedArticles(archive: Archive): ArchivedArticles {
  const { key } = archive;
  return {
    outlines: kept(mostOutlines, outlinesAtOnce, async (ids) => {
      const found = await fieldsOf(archive.cluster, archive.indices.articles, ids, ["outline"]);
      return Promise.all(
        found.map((fields, i) => {
          const [outline] = fields?.outline ?? [];
          return outline === undefined ? null : openOutline(outline, ids[i]!, key);
        }),
      );
    }),
    readings: kept(mostReadings, articlesAtOnce, async (ids) => {
      const found = await fieldsOf(archive.cluster, archive.indices.articles, ids, ["sealed"]);
      return Promise.all(
        found.map(async (fields, i) => {
          const [sealed] = fields?.sealed ?? [];
          return sealed === undefined ? null : readArticle(await openArticle(sealed, ids[i]!, key));
        }),
      );
    }),
  };
}

/** Fetches what is not kept, some at a time; the oldest go when there are too many. */
function kept<T>(
  most: number,
  atOnce: number,
  fetchSome: (ids: readonly string[]) => Promise<readonly (T | null)[]>,
): (ids: Iterable<string>) => Promise<ReadonlyMap<string, T>> {
  const known = new Map<string, T>();
  return async (ids) => {
    const found = new Map<string, T>();
    const missing: string[] = [];
    for (const id of ids) {
      const value = known.get(id);
      if (value === undefined) missing.push(id);
      else found.set(id, value);
    }
    for (let at = 0; at < missing.length; at += atOnce) {
      const some = missing.slice(at, at + atOnce);
      (await fetchSome(some)).forEach((value, i) => {
        if (value !== null) found.set(some[i]!, value);
      });
    }
    for (const [id, value] of found) {
      known.delete(id);
      known.set(id, value);
    }
    for (const id of known.keys()) {
      if (known.size <= most) break;
      known.delete(id);
    }
    return found;
  };
}
