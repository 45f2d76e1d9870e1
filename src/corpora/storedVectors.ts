import type { VectorsOf } from "../engine/meaning/meaningIndex.ts";
import type { ArticleId } from "../engine/model/index.ts";
import { createSerialQueue } from "../platform/storage/serialQueue.ts";
import type { Storage, Transaction } from "../platform/storage/transaction.ts";
import type { VectorRecord } from "../platform/storage/vectorRecord.ts";
import type { Encode } from "./encodePassages.ts";
import { mine, readState } from "./libraryState.ts";
import { judgeClaims } from "./packClaims.ts";
import type { Searched, SearchedSegments } from "./searchedSegments.ts";
import { isSoundVectors, wholeVectors } from "./vectorRecords.ts";
import { type WaitingArticle, waitingArticles } from "./waitingArticles.ts";

/** The vectors of the stored articles. All calls throw StorageError. */
export interface StoredVectors {
  /**
   * Returns the vectors of all articles that this model has encoded in full; the same object as
   * before if nothing has changed.
   */
  current(model: string): Promise<VectorsOf>;
  /** Articles that are searched and not encoded whole, in the order in which they are to be. */
  waiting(model: string): Promise<Waiting>;
  /** Returns an article to encode; null if the library has changed since the list was made. */
  begin(article: WaitingArticle, generation: number): Promise<BegunArticle | null>;
  /**
   * Stores new vectors; returns false if the article was removed or indexed again since they were
   * begun.
   */
  put(begun: BegunArticle, made: MadeVectors): Promise<boolean>;
  /**
   * Compares a sample of the claims of a pack for these articles, which share a segment, with what
   * `encode` gives. Accepts or deletes all of its claims. Rejects as `encode` does.
   */
  judge(articles: readonly WaitingArticle[], model: string, encode: Encode): Promise<void>;
}

/** The articles that wait, of a library at this generation. */
export interface Waiting {
  readonly generation: number;
  readonly articles: readonly WaitingArticle[];
  /** The number of articles that are searched, without those of the build. */
  readonly of: number;
}

/** An article that is being encoded. */
export interface BegunArticle {
  readonly article: WaitingArticle;
  /** Vectors from before, perhaps of other texts or by another model. */
  readonly before: VectorRecord | null;
  /** The segment named in its record: another name means that it was indexed again. */
  readonly indexedIn: string;
}

/** The vectors of an article as stored, without its name. */
export type MadeVectors = Omit<VectorRecord, "owner" | "article">;

/** Returns the stored vectors of everything that is searched. */
export function createStoredVectors(storage: Storage, searched: SearchedSegments): StoredVectors {
  const loaded = new Map<string, VectorRecord>();
  let current: Current | null = null;
  /** Counts changes made through this object. Other changes raise the library's generation. */
  let puts = 0;
  const takeTurn = createSerialQueue();

  async function refresh(model: string): Promise<VectorsOf> {
    const { generation } = await storage.read(["state"], readState);
    const state = `${model} ${generation} ${puts}`;
    if (current?.state !== state) {
      await loadWhole(storage, model, loaded);
      current = { state, vectorsOf: byArticle(loaded.values()) };
    }
    return current.vectorsOf;
  }

  return {
    current: (model) => takeTurn(() => refresh(model)),
    async waiting(model) {
      const all = await searched.current();
      const articles = await waitingArticles(storage, all, model);
      return { generation: all.generation, articles, of: articlesIn(all) };
    },
    begin: (article, generation) =>
      storage.read(["vectors", "articles", "state"], async (all) => {
        if ((await readState(all)).generation !== generation) return null;
        const record = await all.objectStore("vectors").get([article.owner, article.id]);
        const before = isSoundVectors(record) ? record : null;
        return { article, before, indexedIn: await segmentOf(all, article) };
      }),
    put({ article, indexedIn }, made) {
      const { owner, id } = article;
      return storage.change(["vectors", "articles", "segments"], async (all) => {
        if ((await segmentOf(all, article)) !== indexedIn) return false;
        const isSearched = owner === mine || (await all.objectStore("segments").getKey(owner));
        if (!isSearched) return false;
        await all.objectStore("vectors").put({ ...made, owner, article: id });
        loaded.delete(keyOf([owner, id]));
        puts += 1;
        return true;
      });
    },
    async judge(articles, model, encode) {
      await judgeClaims(storage, articles, model, encode, Math.random);
      puts += 1;
    },
  };
}

interface Current {
  readonly state: string;
  readonly vectorsOf: VectorsOf;
}

/** Returns the name of the article's segment; a reader's own article has it in its record. */
async function segmentOf(
  transaction: Transaction<"articles">,
  { owner, id }: WaitingArticle,
): Promise<string> {
  if (owner !== mine) return owner;
  return (await transaction.objectStore("articles").get(id))?.segment ?? "";
}

function articlesIn({ own, packs }: Searched): number {
  return [...own, ...packs].reduce(
    (sum, { articleCount, deleted }) => sum + articleCount - (deleted?.articleCount ?? 0),
    0,
  );
}

function keyOf([owner, article]: readonly [string, string]): string {
  return `${owner}\n${article}`;
}

/** Updates `loaded` to what is stored; does not read again the records it has. */
async function loadWhole(
  storage: Storage,
  model: string,
  loaded: Map<string, VectorRecord>,
): Promise<void> {
  await storage.read(["vectors"], async (all) => {
    const vectors = all.objectStore("vectors");
    const keys = await vectors.index("byModel").getAllKeys(wholeVectors(model));
    const whole = new Set(keys.map(keyOf));
    for (const key of loaded.keys()) if (!whole.has(key)) loaded.delete(key);
    const missing = keys.filter((key) => !loaded.has(keyOf(key)));
    const records = await Promise.all(missing.map((key) => vectors.get(key)));
    for (const [at, record] of records.entries()) {
      if (isSoundVectors(record)) loaded.set(keyOf(missing[at]!), record);
    }
  });
}

/** Groups vectors by article; two articles under one id with different texts get none. */
function byArticle(records: Iterable<VectorRecord>): VectorsOf {
  const vectors = new Map<ArticleId, VectorRecord | null>();
  for (const record of records) {
    const other = vectors.get(record.article);
    const isOther = other !== undefined && other?.textsHash !== record.textsHash;
    vectors.set(record.article, isOther ? null : record);
  }
  return (article) => vectors.get(article)?.vectors ?? null;
}
