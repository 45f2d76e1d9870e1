import type {
  Article,
  ArticleId,
  ArticleSource,
  Origin,
  PublicationDate,
} from "../engine/model/index.ts";
import { exactKeys, looseKeys } from "../ingest/duplicates/addressKeys.ts";
import { shownSource } from "../ingest/metadata/shownSource.ts";
import type { ArticleRecord } from "../platform/storage/articleRecord.ts";
import type { LibraryLimits } from "../platform/storage/database.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import { type Addition, addArticles } from "./addArticles.ts";
import { ageOut } from "./ageOut.ts";
import { changeLibrary, libraryStores } from "./libraryChange.ts";
import { changeState, readState, stateToChange } from "./libraryState.ts";
import { newRecord } from "./newRecord.ts";
import { isSoundRecord } from "./soundRecord.ts";

/** Where a listing continues: the last article of the page before. */
export interface ListPlace {
  readonly addedAt: number;
  readonly id: ArticleId;
}

/** An article in a listing, its text apart. */
export interface ListedArticle extends ListPlace {
  readonly outlet: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: PublicationDate | null;
  readonly origin: Origin;
  /** Where it was taken from, if not from the outlet's own site. */
  readonly source: ArticleSource | null;
  readonly versionCount: number;
}

/** Articles that were looked for: some of them, and how many there are. */
export interface FoundArticles {
  readonly articles: readonly ListedArticle[];
  readonly count: number;
}

/** How much the reader keeps, and the limits. */
export interface LibraryTotals {
  readonly articles: number;
  /** Article records and their index. */
  readonly bytes: number;
  readonly limits: LibraryLimits;
}

/**
 * The reader's own articles. It keeps nothing in memory: every call reads what is stored, and every
 * change is one transaction, so that its context may end at any time. Calls throw StorageError if
 * the browser cannot read or store; then nothing has changed.
 */
export interface ReaderLibrary {
  /** Resolves when the articles are on disk, indexed. One answer an article, in order. */
  add(articles: readonly Article[], origin: Origin): Promise<readonly Addition[]>;
  /** Removes articles; the records that were there are returned, for `restore`. */
  remove(ids: readonly ArticleId[]): Promise<readonly ArticleRecord[]>;
  /**
   * Restores removed records with their versions; articles that have come back since are left
   * alone.
   */
  restore(records: readonly ArticleRecord[]): Promise<void>;
  /**
   * The record at this address, with its versions, or null: the one at the very address, or else one at
   * an address that differs in a parameter that usually says where a reader came from.
   */
  at(address: string): Promise<ArticleRecord | null>;
  /** The newest first, at most `most` of them, after `place`. */
  list(most: number, place?: ListPlace): Promise<readonly ListedArticle[]>;
  /** When articles were added, in ms since 1970; those that are not here are left out. */
  times(ids: readonly ArticleId[]): Promise<Readonly<Record<ArticleId, number>>>;
  /**
   * Returns the newest of the articles with these ids, at most `most`, and the number of all that
   * are stored.
   */
  listed(ids: ReadonlySet<ArticleId>, most: number): Promise<FoundArticles>;
  totals(): Promise<LibraryTotals>;
  /** Stores what the reader allows. Articles that are too many go at the next `ageOut`. */
  setLimits(limits: LibraryLimits): Promise<void>;
  /** Forgets articles that were only read and have been kept as long as the reader allows. */
  ageOut(): Promise<number>;
  /** Removes everything that is stored, packs and imports too. */
  removeEverything(): Promise<void>;
}

/**
 * Returns the reader's library in a storage.
 * @param now the clock, in ms since 1970
 * @param onChanged is called after each change of articles, with the origin of those that were
 * added, or null
 */
export function createReaderLibrary(
  storage: Storage,
  now: () => number,
  onChanged: (came: Origin | null) => void = () => undefined,
): ReaderLibrary {
  const change = async <T>(
    work: Parameters<typeof changeLibrary<T>>[1],
    came: Origin | null = null,
  ) => {
    const result = await changeLibrary(storage, work);
    onChanged(came);
    return result;
  };
  return {
    add: (articles, origin) =>
      change(
        (transaction, itsChange) =>
          addArticles(
            transaction,
            itsChange,
            articles.map((article) => ({ article, origin })),
            now(),
          ),
        origin,
      ),
    remove: (ids) =>
      change(async (transaction, itsChange) => {
        const removed: ArticleRecord[] = [];
        for (const id of ids) {
          const record = await transaction.objectStore("articles").get(id);
          if (record === undefined) continue;
          await itsChange.remove(record);
          removed.push(record);
        }
        return removed;
      }),
    restore: (records) =>
      change(async (transaction, itsChange) => {
        for (const record of records) {
          if (await transaction.objectStore("articles").getKey(record.id)) continue;
          await itsChange.put(newRecord(record.article, record, itsChange.segment), null);
        }
      }),
    at: (address) =>
      storage.read(["articles"], async (transaction) => {
        const byAddress = transaction.objectStore("articles").index("byAddress");
        for (const key of [...exactKeys(address), ...looseKeys(address)]) {
          const record = await byAddress.get(key);
          if (isSoundRecord(record)) return record;
        }
        return null;
      }),
    times: (ids) =>
      storage.read(["articles"], async (transaction) => {
        const articles = transaction.objectStore("articles");
        const records = await Promise.all(ids.map((id) => articles.get(id)));
        return Object.fromEntries(
          records.filter(isSoundRecord).map(({ id, addedAt }) => [id, addedAt]),
        );
      }),
    list: (most, place) => listArticles(storage, most, place),
    listed: (ids, most) => listArticlesOf(storage, ids, most),
    totals: () =>
      storage.read(["state"], async (transaction) => {
        const { articles, articleBytes, segmentBytes, limits } = await readState(transaction);
        return { articles, bytes: articleBytes + segmentBytes, limits };
      }),
    setLimits: (limits) =>
      storage.change(["state", "articles", "segments"], (transaction) =>
        changeState(transaction, { limits }),
      ),
    ageOut: () => ageOut(storage, now()),
    removeEverything: () => removeEverything(storage),
  };
}

function listArticles(
  storage: Storage,
  most: number,
  place: ListPlace | undefined,
): Promise<readonly ListedArticle[]> {
  return storage.read(["articles"], async (transaction) => {
    const before =
      place === undefined ? null : IDBKeyRange.upperBound([place.addedAt, place.id], true);
    const listed: ListedArticle[] = [];
    const index = transaction.objectStore("articles").index("byAdded");
    let cursor = await index.openCursor(before, "prev");
    while (cursor && listed.length < most) {
      if (isSoundRecord(cursor.value)) listed.push(listedArticle(cursor.value));
      cursor = await cursor.continue();
    }
    return listed;
  });
}

/**
 * Lists articles by their keys and reads only the records that are listed: a common word is in
 * thousands of articles.
 */
function listArticlesOf(
  storage: Storage,
  ids: ReadonlySet<ArticleId>,
  most: number,
): Promise<FoundArticles> {
  return storage.read(["articles"], async (transaction) => {
    const articles = transaction.objectStore("articles");
    const inOrder = await articles.index("byAdded").getAllKeys();
    const there = inOrder.filter((id) => ids.has(id)).reverse();
    const records = await Promise.all(there.slice(0, most).map((id) => articles.get(id)));
    return {
      articles: records.filter((record) => isSoundRecord(record)).map(listedArticle),
      count: there.length,
    };
  });
}

function listedArticle({ id, article, origin, addedAt, versions }: ArticleRecord): ListedArticle {
  const { outlet, title, urls, published } = article;
  const url = urls[0] ?? null;
  return {
    ...{ id, addedAt, outlet: outlet.name, title, url, published, origin },
    source: shownSource(article),
    versionCount: versions.length,
  };
}

function removeEverything(storage: Storage): Promise<void> {
  const stores = [...libraryStores, "packs", "packFiles", "imports", "importFiles"] as const;
  return storage.change(stores, async (transaction) => {
    const { nextSegment, limits } = await stateToChange(transaction);
    for (const store of stores) {
      if (store !== "state") await transaction.objectStore(store).clear();
    }
    // The generation still rises, because contexts with segments in memory must drop them.
    await changeState(transaction, {
      ...{ nextSegment, limits },
      ...{ articles: 0, articleBytes: 0, segmentBytes: 0 },
    });
  });
}
