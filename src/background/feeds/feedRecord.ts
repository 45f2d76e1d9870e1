import type { FollowedFeed } from "../../messages/feedProtocol.ts";

/** A followed feed as it is stored: what the next request needs besides what is shown. */
export interface FeedRecord extends FollowedFeed {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Ids of the items that the feed had when it was last read: they do not come again. */
  readonly known: readonly string[];
  /** Failures in a row. */
  readonly failures: number;
}

/** A feed that was never read and is due at once. */
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

/** The feed without what only requests need. */
export function shownFeed(record: FeedRecord): FollowedFeed {
  const { etag: _, lastModified: __, known: ___, failures: ____, ...shown } = record;
  return shown;
}

/** Where the records are kept, given by main.ts. Each write is stored when its promise resolves. */
export interface FeedStore {
  list(): Promise<readonly FeedRecord[]>;
  read(url: string): Promise<FeedRecord | null>;
  write(record: FeedRecord): Promise<void>;
  remove(url: string): Promise<void>;
}
