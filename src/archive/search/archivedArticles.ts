import type { ArticleOutline } from "../../engine/library/articleOutline.ts";
import type { SegmentRows } from "../../engine/library/rowReader.ts";
import { fieldsOf } from "../cluster/documents.ts";
import type { MissingParts } from "../cluster/missingParts.ts";
import type { Archive } from "../stored/archive.ts";
import { openArticle, openOutline } from "../stored/articleDocuments.ts";
import type { Frequencies } from "./frequencies.ts";

/** A fetched value, and the digest of the article's text that it belongs to. */
export interface Fetched<T> {
  readonly value: T;
  readonly digest: unknown;
}

/** Fetches outlines and articles, and caches the most recently used ones. */
export interface ArchivedArticles {
  /**
   * Resolves to outlines by id in the archive, without articles that are missing, or half pushed or
   * deleted. Throws ArchiveError.
   * @param missing counts outlines whose part of the archive stays away
   */
  outlines(
    ids: Iterable<string>,
    missing: MissingParts,
  ): Promise<ReadonlyMap<string, Fetched<ArticleOutline>>>;
  readings(ids: Iterable<string>): Promise<ReadonlyMap<string, Fetched<SegmentRows>>>;
  /** Drops these from the cache. */
  forget(ids: Iterable<string>): void;
}

/** The outlines of one request: 4 KB each as sent, some five times that in memory. */
const outlinesAtOnce = 200;
const mostOutlines = 4000;
const articlesAtOnce = 32;
const mostReadings = 100;

/**
 * Returns a cache of an archive's articles for pages that are matched one after the other. The terms
 * of outlines that are fetched are counted, since the engine weighs nearly all of them.
 */
export function createArchivedArticles(
  archive: Archive,
  frequencies: Frequencies,
): ArchivedArticles {
  const { key } = archive;
  const fetchFrom =
    <T>(field: string, open: (sealed: unknown, id: string) => Promise<T>) =>
    async (ids: readonly string[], missing: MissingParts | null) => {
      const fields = ["digest", field];
      const { cluster, indices } = archive;
      const found = await fieldsOf(cluster, indices.articles, ids, fields, missing);
      const opened = found.map(async (its, i) => {
        const [sealed] = its?.[field] ?? [];
        if (sealed === undefined) return null;
        return { value: await open(sealed, ids[i]!), digest: its?.digest?.[0] };
      });
      return Promise.all(opened);
    };
  const fetchOutlines = fetchFrom("outline", (sealed, id) => openOutline(sealed, id, key));
  const outlines = new LruCache(mostOutlines, outlinesAtOnce, async (ids, missing) => {
    const opened = await fetchOutlines(ids, missing);
    await frequencies.learn(new Set(opened.flatMap((its) => (its ? [...its.value.terms] : []))));
    return opened;
  });
  const readings = new LruCache(
    mostReadings,
    articlesAtOnce,
    fetchFrom("sealed", (sealed, id) => openArticle(sealed, id, key)),
  );
  return {
    outlines: (ids, missing) => outlines.get(ids, missing),
    readings: (ids) => readings.get(ids, null),
    forget(ids) {
      for (const id of ids) {
        outlines.forget(id);
        readings.forget(id);
      }
    },
  };
}

type FetchSome<T> = (
  ids: readonly string[],
  missing: MissingParts | null,
) => Promise<readonly (T | null)[]>;

/**
 * Fetches what is not cached, some at a time; drops the least recently used when there is too much.
 */
class LruCache<T> {
  readonly #most: number;
  readonly #atOnce: number;
  readonly #fetchSome: FetchSome<T>;
  readonly #kept = new Map<string, T>();

  constructor(most: number, atOnce: number, fetchSome: FetchSome<T>) {
    this.#most = most;
    this.#atOnce = atOnce;
    this.#fetchSome = fetchSome;
  }

  async get(ids: Iterable<string>, missing: MissingParts | null): Promise<ReadonlyMap<string, T>> {
    const found = new Map<string, T>();
    const unknown: string[] = [];
    for (const id of ids) {
      const value = this.#kept.get(id);
      if (value === undefined) unknown.push(id);
      else found.set(id, value);
    }
    const starts = Array.from({ length: Math.ceil(unknown.length / this.#atOnce) }, (_, i) => i);
    await Promise.all(
      starts.map(async (i) => {
        const some = unknown.slice(i * this.#atOnce, (i + 1) * this.#atOnce);
        (await this.#fetchSome(some, missing)).forEach((value, at) => {
          if (value !== null) found.set(some[at]!, value);
        });
      }),
    );
    this.#keep(found);
    return found;
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }

  #keep(found: ReadonlyMap<string, T>): void {
    for (const [id, value] of found) {
      this.#kept.delete(id);
      this.#kept.set(id, value);
    }
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) return;
      this.#kept.delete(id);
    }
  }
}
