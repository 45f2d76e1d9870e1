import type { FollowedFeed, OpmlOutcome } from "../../messages/feedProtocol.ts";
import { checkFeed, type FeedServicePorts } from "./checkFeed.ts";
import { createFeedChanges, type FeedRecord, newFeed, shownFeed } from "./feedRecord.ts";
import { farthestMs, isDue } from "./timetable.ts";

/**
 * Follows feeds. All its state is stored: the background may end between two steps, and an
 * interrupted check is repeated.
 */
export interface FeedService {
  list(): Promise<readonly FollowedFeed[]>;
  /**
   * Follows a feed. Null if it is not a web address. A feed that is followed already is not
   * changed.
   */
  follow(url: string, title: string): Promise<FollowedFeed | null>;
  unfollow(url: string): Promise<void>;
  /**
   * Follows the feed that was unfollowed last again, with its former state; false if that is no
   * longer known.
   */
  restore(url: string): Promise<boolean>;
  setFullText(url: string, on: boolean): Promise<void>;
  /** Reads a feed now, whether it is due or not. */
  check(url: string): Promise<void>;
  /** Reads all feeds that are due. */
  checkDue(): Promise<void>;
  /**
   * Calls `checkDue` if the alarm's time (null: no alarm) is so far off that a wrong clock must
   * have set it.
   */
  checkAlarm(setFor: number | null): Promise<void>;
  /** Makes the feeds due that were waiting for a permission, and reads them. */
  permissionsChanged(): Promise<void>;
  importOpml(text: string): Promise<OpmlOutcome | null>;
  exportOpml(title: string): Promise<string>;
}

/** The most hosts asked at the same time; each host gets one request at a time. */
const hostsAtOnce = 4;

/**
 * Returns the service that follows feeds. It keeps its state in the store, so the background may
 * end at any time.
 */
export function createFeedService(given: FeedServicePorts): FeedService {
  const { store, now } = given;
  const change = createFeedChanges(store);
  let checking: Promise<void> | null = null;
  let isWanted = false;
  /** The feed that was unfollowed last; forgotten when the background ends. */
  let lastUnfollowed: FeedRecord | null = null;

  async function follow(url: string, title: string): Promise<FollowedFeed | null> {
    const address = feedAddress(url);
    if (address === null) return null;
    const followed = await store.read(address);
    if (followed !== null) return shownFeed(followed);
    const feed = newFeed(address, title, now());
    await store.write(feed);
    return shownFeed(feed);
  }

  async function set(url: string, changes: Partial<FollowedFeed>): Promise<void> {
    await change(url, (feed) => ({ ...feed, ...changes }));
  }

  async function wakeForNext(): Promise<void> {
    const times = (await store.list()).flatMap(({ nextCheckAt }) => nextCheckAt ?? []);
    await given.wakeAt(times.length === 0 ? null : Math.min(...times));
  }

  async function checkAllDue(): Promise<void> {
    const feeds = await store.list();
    const due = feeds.filter(({ nextCheckAt }) => isDue(nextCheckAt, now()));
    const hosts = [...new Set(due.map(hostOf))];
    const lane = async () => {
      for (let host = hosts.pop(); host; host = hosts.pop()) {
        for (const feed of due) {
          // A page was replaced by its feed, which is due now.
          if (hostOf(feed) === host && (await checkFeed(feed.url, given, change))) isWanted = true;
        }
      }
    };
    await Promise.all(Array.from({ length: hostsAtOnce }, lane));
    await wakeForNext();
  }

  async function checkWhileWanted(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      await checkAllDue();
    }
  }

  function checkDue(): Promise<void> {
    // Feeds that became due meanwhile are read in another round.
    isWanted = true;
    checking ??= checkWhileWanted().finally(() => {
      checking = null;
    });
    return checking;
  }

  return {
    list: async () => (await store.list()).map(shownFeed),
    follow,
    async unfollow(url) {
      lastUnfollowed = await change(url, () => null);
      await wakeForNext();
    },
    async restore(url) {
      if (lastUnfollowed?.url !== url || (await store.read(url)) !== null) return false;
      await store.write(lastUnfollowed);
      await wakeForNext();
      return true;
    },
    setFullText: (url, on) => set(url, { wantsFullText: on }),
    async check(url) {
      await checkFeed(url, given, change);
      await wakeForNext();
    },
    checkDue,
    async checkAlarm(setFor) {
      if (setFor !== null && setFor > now() + farthestMs) await checkDue();
    },
    async permissionsChanged() {
      for (const { url, problem } of await store.list()) {
        if (problem === "noPermission") await set(url, { nextCheckAt: now() });
      }
      await checkDue();
    },
    async importOpml(text) {
      const listed = await given.offscreen("offscreen/readOpml", { text });
      if (listed === null) return null;
      let followed = 0;
      for (const { url, title } of listed) {
        const isNew = (await store.read(url)) === null;
        if (isNew && (await follow(url, title)) !== null) followed += 1;
      }
      return { followed };
    },
    async exportOpml(title) {
      const feeds = (await store.list()).map(({ url, title: name, siteUrl }) => ({
        ...{ url, siteUrl },
        title: name,
      }));
      return (await given.offscreen("offscreen/writeOpml", { title, feeds })).text;
    },
  };
}

function hostOf({ url }: FollowedFeed): string {
  return new URL(url).host;
}

/**
 * Returns the address in what the reader typed; null if there is none: "coast.example/rss",
 * "feed:https://…".
 */
export function feedAddress(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, "")
    .replace(/^feed:/i, "https:");
  const address =
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+/.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address) || /\s/.test(text)) return null;
  const url = new URL(address);
  url.hash = "";
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  return isWeb && url.username === "" ? url.href : null;
}
