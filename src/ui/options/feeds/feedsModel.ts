import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { FollowedFeed } from "../../../messages/feedProtocol.ts";
import type { SavedFile } from "../../report/viewProps.ts";

/** What just happened, said once. */
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
  /** Hands a file to the browser's downloads. */
  save(file: SavedFile): void;
}

/** The feeds that the reader follows. */
export interface FeedsModel {
  readonly feeds: ReadonlySignal<readonly FollowedFeed[]>;
  readonly notice: ReadonlySignal<FeedsNotice | null>;
  load(): Promise<void>;
  /** Submit and click handlers only, also `allow` and `setFullText`: permission is asked for. */
  follow(typed: string, title?: string): Promise<void>;
  allow(feeds: readonly FollowedFeed[]): Promise<void>;
  setFullText(feed: FollowedFeed, on: boolean): Promise<void>;
  unfollow(feed: FollowedFeed): Promise<void>;
  /** Follows again what the notice says is not followed any more. */
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

  /** Runs something that the reader asked for, shows what came of it, and says so when it fails. */
  async function attempt(run: () => Promise<unknown>): Promise<void> {
    notice.value = null;
    try {
      await run();
      await load();
    } catch {
      notice.value = { kind: "failed" };
    }
  }

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
        // Refused, it would wait for a permission for ever.
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
        // The articles stand on the site, which may have another host than its feed.
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

/** What a feed is called: its title, else its host. */
export function nameOf(feed: FollowedFeed): string {
  return feed.title || hostOf(feed);
}

/** The host whose permission a feed needs. */
export function hostOf({ url }: FollowedFeed): string {
  return new URL(url).hostname;
}

/** The host in what somebody typed for a feed, or null: the background says what is wrong with it. */
function hostOfTyped(typed: string): string | null {
  const text = typed.trim().replace(/^feed:(?:\/\/)?/i, "");
  const address = /^https?:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(address) ? new URL(address).hostname : null;
}
