import type { Article, ArticleId } from "../engine/model/index.ts";
import { segmentOfArticles } from "../engine/segmentOfArticles.ts";
import { withShownSource } from "../ingest/metadata/shownSource.ts";
import type { ArticleRecord } from "../platform/storage/articleRecord.ts";
import type { LibraryState, StoredSegment } from "../platform/storage/database.ts";
import { byteLengthOf, storedBytes } from "../platform/storage/segmentBytes.ts";
import type { Storage, Transaction } from "../platform/storage/transaction.ts";
import { changeState, mine, segmentName, stateToChange } from "./libraryState.ts";
import { doubtVectors } from "./vectorRecords.ts";

/** The stores that a change of the reader's articles touches. */
export const libraryStores = [
  "articles",
  "segments",
  "tombstones",
  "vectors",
  "state",
  "setAside",
  "bin",
] as const;

/** A transaction that may write to every store of the library. */
export type LibraryTransaction = Transaction<(typeof libraryStores)[number], "readwrite">;

/**
 * One change of the reader's articles, inside a transaction. Records are put and removed; then
 * `finish` writes the segment of the new records, the tombstones for older segments, and the
 * totals.
 */
export class LibraryChange {
  /** The segment that is being made. */
  readonly segment: string;
  readonly #transaction: LibraryTransaction;
  readonly #state: LibraryState;
  readonly #toIndex = new Map<ArticleId, Article>();
  readonly #touched = new Set<string>();
  #isChanged = false;
  #articles: number;
  #articleBytes: number;
  #segmentBytes: number;

  private constructor(transaction: LibraryTransaction, state: LibraryState) {
    this.#transaction = transaction;
    this.#state = state;
    this.segment = segmentName(mine, state.nextSegment);
    this.#articles = state.articles;
    this.#articleBytes = state.articleBytes;
    this.#segmentBytes = state.segmentBytes;
  }

  /** Returns a change with nothing in it yet. */
  static async begin(transaction: LibraryTransaction): Promise<LibraryChange> {
    return new LibraryChange(transaction, await stateToChange(transaction));
  }

  /**
   * The room that is left, in bytes; negative if there is too much. An index takes about as much as
   * its texts.
   */
  get room(): number {
    const taken = this.#articleBytes + this.#segmentBytes + this.#bytesToIndex();
    return this.#state.limits.mostBytes - taken;
  }

  /** The state that the change began with. */
  get state(): LibraryState {
    return this.#state;
  }

  /**
   * Stores a record. `before` is the one it replaces; it is indexed again if its segment is this
   * change's.
   */
  async put(record: ArticleRecord, before: ArticleRecord | null): Promise<void> {
    this.#isChanged = true;
    await this.#transaction.objectStore("articles").put(record);
    this.#articles += before === null ? 1 : 0;
    this.#articleBytes += bytesOf(record) - (before === null ? 0 : bytesOf(before));
    if (record.segment === this.segment)
      this.#toIndex.set(record.id, withShownSource(record.article));
    if (before !== null && before.segment !== record.segment) {
      await this.#bury(before);
      await doubtVectors(this.#transaction, record.id);
    }
  }

  /** Removes a record; its data leave the segment when the segment is rewritten. */
  async remove(record: ArticleRecord): Promise<void> {
    this.#isChanged = true;
    await this.#transaction.objectStore("articles").delete(record.id);
    await this.#transaction.objectStore("vectors").delete([mine, record.id]);
    this.#articles -= 1;
    this.#articleBytes = Math.max(0, this.#articleBytes - bytesOf(record));
    if (!this.#toIndex.delete(record.id)) await this.#bury(record);
  }

  async #bury({ segment, id }: ArticleRecord): Promise<void> {
    // A damaged record may name none.
    if (typeof segment !== "string") return;
    await this.#transaction.objectStore("tombstones").put({ segment, article: id });
    this.#touched.add(segment);
  }

  /** Removes a segment, with the tombstones of everything that it covers. */
  async dropSegment(segment: string): Promise<void> {
    const segments = this.#transaction.objectStore("segments");
    const stored = await segments.get(segment);
    if (stored === undefined) return;
    this.#isChanged = true;
    this.#segmentBytes = Math.max(0, this.#segmentBytes - byteLengthOf(stored.bytes));
    await segments.delete(segment);
    const tombstones = this.#transaction.objectStore("tombstones");
    for (const covered of coveredBy(segment, stored)) {
      await tombstones.delete(IDBKeyRange.bound([covered], [covered, []]));
    }
  }

  /** Stores this change's segment. */
  async putSegment(bytes: Uint8Array, covers?: readonly string[]): Promise<void> {
    this.#isChanged = true;
    const stored = { madeFor: "", bytes: storedBytes(bytes) };
    const covering = covers === undefined ? stored : { ...stored, covers };
    await this.#transaction.objectStore("segments").put(covering, this.segment);
    this.#segmentBytes += bytes.byteLength;
  }

  /** Writes the rest, if anything has changed; nothing may be put or removed afterwards. */
  async finish(): Promise<void> {
    if (!this.#isChanged) return;
    if (this.#toIndex.size > 0) {
      await this.putSegment(segmentOfArticles([...this.#toIndex.values()]));
    }
    for (const segment of this.#touched) {
      const left = await this.#transaction
        .objectStore("articles")
        .index("bySegment")
        .count(segment);
      if (left === 0) await this.dropSegment(segment);
    }
    await changeState(this.#transaction, {
      nextSegment: this.#state.nextSegment + 1,
      articles: this.#articles,
      articleBytes: this.#articleBytes,
      segmentBytes: this.#segmentBytes,
    });
  }

  #bytesToIndex(): number {
    let chars = 0;
    for (const { body, title } of this.#toIndex.values()) chars += body.length + title.length;
    return chars * indexBytesPerChar;
  }
}

/** Runs work on the reader's articles as one transaction. */
export function changeLibrary<T>(
  storage: Storage,
  work: (transaction: LibraryTransaction, change: LibraryChange) => Promise<T>,
): Promise<T> {
  return storage.change(libraryStores, async (transaction) => {
    const change = await LibraryChange.begin(transaction);
    const result = await work(transaction, change);
    await change.finish();
    return result;
  });
}

/** Returns the size in a record, which damage may have changed or removed. */
function bytesOf({ bytes }: ArticleRecord): number {
  return Number.isFinite(bytes) ? bytes : 0;
}

/** Returns the segments that records may name and that are in this one. */
export function coveredBy(name: string, { covers }: StoredSegment): readonly string[] {
  return covers ?? [name];
}

/**
 * Bytes that a segment of news articles takes for each character: its UTF-16 text and its index.
 */
const indexBytesPerChar = 4;
