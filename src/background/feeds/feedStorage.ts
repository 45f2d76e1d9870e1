import { feedKeyPrefix, storedRecords } from "../../platform/browser/storedRecords.ts";
import type { FeedRecord, FeedStore } from "./feedRecord.ts";

function isFeed(stored: unknown): stored is FeedRecord {
  if (typeof stored !== "object" || stored === null) return false;
  const { url, title, known, failures } = stored as Partial<Record<keyof FeedRecord, unknown>>;
  const isWhole = typeof title === "string" && Array.isArray(known) && typeof failures === "number";
  return isWhole && typeof url === "string" && URL.canParse(url);
}

/** The followed feeds in storage.local. */
export function createFeedStorage(): FeedStore {
  const records = storedRecords(feedKeyPrefix, isFeed);
  return {
    list: records.list,
    read: records.read,
    write: (feed) => records.write(feed.url, feed),
    remove: records.remove,
  };
}
