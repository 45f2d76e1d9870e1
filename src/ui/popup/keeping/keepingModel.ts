import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { KeptPage, PageChanges, SaveOutcome } from "../../../messages/keptProtocol.ts";
import type { FeedLink } from "../../../messages/offscreenProtocol.ts";

/** A feed of the page, and whether the reader follows it. */
export interface OfferedFeed extends FeedLink {
  readonly isFollowed: boolean;
}

/** What just happened, said once. */
export type KeepingNotice = SaveOutcome | "removed" | "followed" | "notGranted" | "failed";

/** What keeping needs from the browser, given by the entry. */
export interface KeepingPorts {
  readonly background: BackgroundClient;
  readonly tabId: number;
  /** Host of the tab's page; null for what is not a web page. */
  readonly host: string | null;
  /** Asks the browser for permission to read one site; must be called in a click handler. */
  requestHost(host: string): Promise<boolean>;
}

/** What is kept of the page in the tab, and which of its feeds are followed. */
export interface KeepingModel {
  /** Whether there is a page that can be kept. */
  readonly isWebPage: boolean;
  readonly kept: ReadonlySignal<KeptPage | null>;
  readonly changes: ReadonlySignal<PageChanges | null>;
  readonly feeds: ReadonlySignal<readonly OfferedFeed[]>;
  readonly notice: ReadonlySignal<KeepingNotice | null>;
  load(): Promise<void>;
  save(): Promise<void>;
  remove(): Promise<void>;
  undoRemoval(): Promise<void>;
  /** Click handlers only: asks for permission to read the feed. */
  follow(feed: FeedLink): Promise<void>;
}

export function createKeepingModel({
  background,
  tabId,
  host,
  requestHost,
}: KeepingPorts): KeepingModel {
  const kept = signal<KeptPage | null>(null);
  const changes = signal<PageChanges | null>(null);
  const feeds = signal<readonly OfferedFeed[]>([]);
  const notice = signal<KeepingNotice | null>(null);
  const isWebPage = host !== null;

  /** Runs something that the reader asked for, and says so when it fails. */
  async function attempt(run: () => Promise<void>): Promise<void> {
    notice.value = null;
    try {
      await run();
    } catch {
      notice.value = "failed";
    }
  }

  async function readKept(): Promise<void> {
    kept.value = await background("page/kept", { tabId });
    changes.value = kept.value === null ? null : await background("page/changes", { tabId });
  }

  async function readFeeds(): Promise<void> {
    const named = await background("feeds/onPage", { tabId });
    const followed = new Set((await background("feeds/list", {})).map(({ url }) => url));
    feeds.value = named.map((feed) => ({ ...feed, isFollowed: followed.has(feed.url) }));
  }

  return {
    isWebPage,
    kept,
    changes,
    feeds,
    notice,
    async load() {
      // Without an answer there is nothing to show; the view of the page says what is wrong.
      if (isWebPage) await Promise.allSettled([readKept(), readFeeds()]);
    },
    save: () =>
      attempt(async () => {
        const { outcome } = await background("page/save", { tabId, part: "article" });
        await readKept();
        notice.value = outcome;
      }),
    remove: () =>
      attempt(async () => {
        if (kept.value === null) return;
        await background("kept/remove", { id: kept.value.id });
        await readKept();
        notice.value = "removed";
      }),
    undoRemoval: () =>
      attempt(async () => {
        await background("kept/restore", {});
        await readKept();
      }),
    follow: ({ url, title }) =>
      attempt(async () => {
        // First of all, while the click still counts; a popup may be closed by the question, so the
        // background is told at the same time, and begins when permission is given.
        const asked = requestHost(new URL(url).hostname).catch(() => false);
        await background("feeds/follow", { url, title });
        notice.value = (await asked) ? "followed" : "notGranted";
        await readFeeds();
      }),
  };
}
