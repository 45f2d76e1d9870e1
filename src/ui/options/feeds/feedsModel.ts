import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { FollowedFeed } from "../../../messages/feedProtocol.ts";
import { attemptsOf } from "../../components/attempt.ts";
import type { SavedFile } from "../../report/viewProps.ts";

/** The notice of the last action. */
export type FeedsNotice =
  | { readonly kind: "failed" | "notAnAddress" | "notAList" | "notGranted" }
  | { readonly kind: "imported"; readonly count: number }
  /** Can be undone. */
  | { readonly kind: "unfollowed"; readonly feed: FollowedFeed };

/** What the section needs from the browser, given by main.tsx. */
export interface FeedsPorts {
  readonly background: BackgroundClient;
  /** Asks the browser for permission to read sites; must be called in a click handler. */
  requestHosts(hosts: readonly string[]): Promise<boolean>;
  /** Saves a file to the downloads folder. */
  save(file: SavedFile): void;
}

/** The feeds that the reader follows. */
export interface FeedsModel {
  readonly feeds: ReadonlySignal<readonly FollowedFeed[]>;
  readonly notice: ReadonlySignal<FeedsNotice | null>;
  load(): Promise<void>;
  /**
   * Follows a feed. It, `allow` and `setFullText` ask for permission, so they must be called in
   * submit or click handlers.
   */
  follow(typed: string, title?: string): Promise<void>;
  allow(feeds: readonly FollowedFeed[]): Promise<void>;
  setFullText(feed: FollowedFeed, on: boolean): Promise<void>;
  unfollow(feed: FollowedFeed): Promise<void>;
  /** Follows the feed again that the notice says was unfollowed. */
  undoUnfollow(): Promise<void>;
  check(feed: FollowedFeed): Promise<void>;
  importOpml(text: string): Promise<void>;
  exportOpml(title: string): Promise<void>;
}

/** Returns the model of the section on feeds. */
export function createFeedsModel({ background, requestHosts, save }: FeedsPorts): FeedsModel {
  const feeds = signal<readonly FollowedFeed[]>([]);
  const notice = signal<FeedsNotice | null>(null);

  async function load(): Promise<void> {
    const listed = await background("feeds/list", {});
    feeds.value = [...listed].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  }

  const attemptOnly = attemptsOf<FeedsNotice>(notice, { kind: "failed" });
  /** Runs an action of the reader and shows the feeds as they are then. */
  const attempt = (run: () => Promise<unknown>) => attemptOnly(() => run().then(load));

  async function grant(hosts: readonly string[]): Promise<boolean> {
    const isGranted = await requestHosts([...new Set(hosts)]).catch(() => false);
    if (!isGranted) notice.value = { kind: "notGranted" };
    return isGranted;
  }

  return {
    feeds,
    notice,
    load: () =>
      load().catch(() => {
        notice.value = { kind: "failed" };
      }),
    follow: (typed, title = "") =>
      attempt(async () => {
        const host = hostOfTyped(typed);
        const asked = host === null ? null : grant([host]);
        const before = feeds.value;
        const followed = await background("feeds/follow", { url: typed, title });
        if (followed === null) {
          notice.value = { kind: "notAnAddress" };
          return;
        }
        // Without the permission, the feed would wait for ever.
        const isNew = before.every(({ url }) => url !== followed.url);
        if ((await asked) === false && isNew) {
          await background("feeds/unfollow", { url: followed.url });
        }
      }),
    allow: (its) =>
      attempt(async () => {
        if (!(await grant(its.map(hostOf)))) return;
        for (const { url } of its) await background("feeds/check", { url });
      }),
    setFullText: ({ url, siteUrl }, on) =>
      attempt(async () => {
        // The articles are on the site, which may have another host than its feed.
        const hosts = [url, ...(siteUrl === null ? [] : [siteUrl])].map(
          (its) => new URL(its).hostname,
        );
        if (on && !(await grant(hosts))) return;
        await background("feeds/setFullText", { url, on });
      }),
    unfollow: (feed) =>
      attempt(async () => {
        await background("feeds/unfollow", { url: feed.url });
        notice.value = { kind: "unfollowed", feed };
      }),
    undoUnfollow: () => {
      const last = notice.value;
      return attempt(async () => {
        if (last?.kind !== "unfollowed") return;
        const { url, title, wantsFullText } = last.feed;
        if ((await background("feeds/restore", { url })).restored) return;
        await background("feeds/follow", { url, title });
        if (wantsFullText) await background("feeds/setFullText", { url, on: true });
      });
    },
    check: ({ url }) => attempt(() => background("feeds/check", { url })),
    importOpml: (text) =>
      attempt(async () => {
        const outcome = await background("feeds/importOpml", { text });
        notice.value =
          outcome === null ? { kind: "notAList" } : { kind: "imported", count: outcome.followed };
      }),
    exportOpml: (title) =>
      attempt(async () => {
        const { text } = await background("feeds/exportOpml", { title });
        save({ name: "feeds.opml", mediaType: "text/x-opml", text });
      }),
  };
}

/** Returns the name of a feed: its title, else its host. */
export function nameOf(feed: FollowedFeed): string {
  return feed.title || hostOf(feed);
}

/** Returns the host whose permission a feed needs. */
export function hostOf({ url }: FollowedFeed): string {
  return new URL(url).hostname;
}

/**
 * Returns the host in what somebody typed for a feed; null if there is none, and the background
 * reports why.
 */
function hostOfTyped(typed: string): string | null {
  const text = typed.trim().replace(/^feed:(?:\/\/)?/i, "");
  const address = /^https?:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address).hostname : null;
}
