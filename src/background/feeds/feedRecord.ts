import type { FollowedFeed } from "../../messages/feedProtocol.ts";
import { createSerialQueue } from "../../platform/storage/serialQueue.ts";

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

/**
 * Changes a stored feed, or removes it if the change gives null. Resolves to the feed as it was
 * before; null if it is not followed.
 */
export type ChangeFeed = (
  url: string,
  change: (feed: FeedRecord) => FeedRecord | null,
) => Promise<FeedRecord | null>;

/** Returns what changes stored feeds one after the other, so that no change undoes another. */
export function createFeedChanges({ read, write, remove }: FeedStore): ChangeFeed {
  const takeTurn = createSerialQueue();
  return (url, change) =>
    takeTurn(async () => {
      const feed = await read(url);
      if (feed === null) return null;
      const changed = change(feed);
      await (changed === null ? remove(url) : write(changed));
      return feed;
    });
}
