import { feedKeyPrefix, storedRecords } from "../../platform/browser/storedRecords.ts";
import { type FeedRecord, type FeedStore, newFeed } from "./feedRecord.ts";

/**
 * Returns a stored feed; null if it is not one. Missing or malformed fields get the values of a
 * feed that was never read.
 */
function feedIn(stored: unknown): FeedRecord | null {
  if (typeof stored !== "object" || stored === null) return null;
  const its = stored as Partial<Record<keyof FeedRecord, unknown>>;
  const { url, title } = its;
  if (typeof url !== "string" || !URL.canParse(url)) return null;
  const fresh = newFeed(url, typeof title === "string" ? title : "", 0);
  const isSound = Object.entries(kinds).every(([field, is]) => is(its[field as keyof FeedRecord]));
  return isSound ? { ...fresh, ...(stored as FeedRecord) } : fresh;
}

const isTime = (value: unknown) => value === null || Number.isFinite(value);
const isCount = Number.isFinite;

/** The type check of each field other than the address. */
const kinds: Partial<Record<keyof FeedRecord, (value: unknown) => boolean>> = {
  title: (value) => typeof value === "string",
  known: (value) => Array.isArray(value) && value.every((id) => typeof id === "string"),
  failures: isCount,
  articleCount: isCount,
  readAt: isTime,
  nextCheckAt: isTime,
};

/** Returns the storage of followed feeds in storage.local. */
export function createFeedStorage(): FeedStore {
  const records = storedRecords(feedKeyPrefix, feedIn);
  return {
    list: records.list,
    read: records.read,
    write: (feed) => records.write(feed.url, feed),
    remove: records.remove,
  };
}
