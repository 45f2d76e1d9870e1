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
import { StorageError } from "../platform/storage/storageError.ts";
import type { Storage } from "../platform/storage/transaction.ts";
import { type Addition, addArticles } from "./addArticles.ts";
import { ageOut } from "./ageOut.ts";
import { moveToBin, type Removal, removeForGood, restoreSome } from "./bin.ts";
import { changeLibrary, libraryStores } from "./libraryChange.ts";
import { changeState, readState, stateToChange } from "./libraryState.ts";
import { isSoundRecord } from "./soundRecord.ts";

/** An article in a listing, its text apart. */
export interface ListedArticle {
  readonly id: ArticleId;
  /** In ms since 1970. */
  readonly addedAt: number;
  readonly outlet: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: PublicationDate | null;
  readonly language: string | null;
  readonly origin: Origin;
  /** Where it was taken from, if not from the outlet's own site. */
  readonly source: ArticleSource | null;
  readonly versionCount: number;
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
  /**
   * Removes articles, some at a time. They replace what was in the bin; if the disk has no room for
   * that, they are gone.
   */
  remove(ids: readonly ArticleId[]): Promise<Removal>;
  /**
   * Restores the removal that this article belongs to (`Removal.inBin`), some at a time, with its
   * versions; articles that have come back since are left alone. Resolves to false if the bin no longer
   * has it: something else was removed since.
   */
  restore(inBin: ArticleId): Promise<boolean>;
  /** Deletes what is in the bin. */
  emptyBin(): Promise<void>;
  /**
   * The record at this address, with its versions, or null: the one at the very address, or else one at
   * an address that differs in a parameter that usually says where a reader came from.
   */
  at(address: string): Promise<ArticleRecord | null>;
  /** The record of an article, or null. */
  record(id: ArticleId): Promise<ArticleRecord | null>;
  /** The ids of all articles, or of those that came this way, the newest first: no record is read for it. */
  ids(origin?: Origin): Promise<readonly ArticleId[]>;
  /** Rises with every change: results of one generation are valid until it rises. */
  generation(): Promise<number>;
  /** These articles, in this order; those that are not here, or damaged, are left out. */
  listed(ids: readonly ArticleId[]): Promise<readonly ListedArticle[]>;
  /** When articles were added, in ms since 1970; those that are not here are left out. */
  times(ids: readonly ArticleId[]): Promise<Readonly<Record<ArticleId, number>>>;
  totals(): Promise<LibraryTotals>;
  /** Stores what the reader allows. Articles that are too many go at the next `ageOut`. */
  setLimits(limits: LibraryLimits): Promise<void>;
  /** Forgets articles that were only read and have been kept as long as the reader allows. */
  ageOut(): Promise<number>;
  /** Removes everything that is stored, packs and imports too. */
  removeEverything(): Promise<void>;
}

/** The most articles removed in one transaction, so that other work gets its turn. */
const removedAtOnce = 200;

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
    async remove(ids) {
      let removed = 0;
      const binned: ArticleId[] = [];
      let isBinned = true;
      for (let at = 0; at < ids.length; at += removedAtOnce) {
        const part = ids.slice(at, at + removedAtOnce);
        const isFirst = at === 0;
        try {
          binned.push(...(await change((all, its) => moveToBin(all, its, part, isFirst))));
        } catch (error) {
          if (!(error instanceof StorageError) || error.kind !== "full") throw error;
          // A reader who removes something because the disk is full must be able to.
          isBinned = false;
          removed += await change((all, its) => removeForGood(all, its, part));
        }
      }
      // The last id is restored last, so that an interrupted restoration can be continued until then.
      const inBin = isBinned ? (binned.sort().at(-1) ?? null) : null;
      return { removed: removed + binned.length, inBin };
    },
    async restore(inBin) {
      const found = await storage.read(["bin"], (all) => all.objectStore("bin").getKey(inBin));
      if (found === undefined) return false;
      while (await change(restoreSome));
      return true;
    },
    emptyBin: () =>
      storage.change(["bin"], (transaction) => transaction.objectStore("bin").clear()),
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
    record: (id) =>
      storage.read(["articles"], async (transaction) => {
        const record = await transaction.objectStore("articles").get(id);
        return isSoundRecord(record) ? record : null;
      }),
    ids: (origin) => idsOf(storage, origin),
    generation: () =>
      storage.read(["state"], async (transaction) => (await readState(transaction)).generation),
    listed: (ids) =>
      storage.read(["articles"], async (transaction) => {
        const articles = transaction.objectStore("articles");
        const records = await Promise.all(ids.map((id) => articles.get(id)));
        return records.filter(isSoundRecord).map(listedArticle);
      }),
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

async function idsOf(storage: Storage, origin?: Origin): Promise<readonly ArticleId[]> {
  const oldestFirst = await storage.read(["articles"], (transaction) => {
    const articles = transaction.objectStore("articles");
    return origin === undefined
      ? articles.index("byAdded").getAllKeys()
      : articles.index("byOrigin").getAllKeys(IDBKeyRange.bound([origin], [origin, []]));
  });
  return oldestFirst.reverse();
}

/** Returns an article as lists show it. */
export function listedArticle({
  id,
  article,
  origin,
  addedAt,
  versions,
}: ArticleRecord): ListedArticle {
  const { outlet, title, urls, published, language } = article;
  const url = urls[0] ?? null;
  return {
    ...{ id, addedAt, outlet: outlet.name, title, url, published, language, origin },
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
