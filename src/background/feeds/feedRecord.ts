import type { FollowedFeed } from "../../messages/feedProtocol.ts";

/** A followed feed as stored: what is shown, and what the next request needs. */
export interface FeedRecord extends FollowedFeed {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Ids of the items in the feed when it was last read, which are not read again. */
  readonly known: readonly string[];
  /** Number of consecutive failures. */
  readonly failures: number;
}

/** Returns a record of a feed that was never read and is due at once. */
export function newFeed(url: string, title: string, now: number): FeedRecord {
  return {
    url,
    title,
    siteUrl: null,
    wantsFullText: false,
    articleCount: 0,
    readAt: null,
    problem: null,
    nextCheckAt: now,
    etag: null,
    lastModified: null,
    known: [],
    failures: 0,
  };
}

/** Returns the feed without the fields that only requests need. */
export function shownFeed(record: FeedRecord): FollowedFeed {
  const { etag: _, lastModified: __, known: ___, failures: ____, ...shown } = record;
  return shown;
}

/** The storage of the records, given by main.ts. Each write is stored when its promise resolves. */
export interface FeedStore {
  list(): Promise<readonly FeedRecord[]>;
  read(url: string): Promise<FeedRecord | null>;
  write(record: FeedRecord): Promise<void>;
  remove(url: string): Promise<void>;
}
