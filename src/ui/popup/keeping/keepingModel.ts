import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { KeptPage, PageChanges, SaveOutcome } from "../../../messages/keptProtocol.ts";
import type { FeedLink } from "../../../messages/offscreenProtocol.ts";
import { type StarterOutlet, starterOfPage } from "../../starterFeeds/starterOutlets.ts";

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
  /** The outlets that a reader can begin with. */
  readStarters(): Promise<readonly StarterOutlet[]>;
}

/** Of the outlets to begin with, so many are offered beside the page's own. */
const mostOffered = 4;

/** What is kept of the page in the tab, and which of its feeds are followed. */
export interface KeepingModel {
  /** Whether there is a page that can be kept. */
  readonly isWebPage: boolean;
  readonly kept: ReadonlySignal<KeptPage | null>;
  readonly changes: ReadonlySignal<PageChanges | null>;
  readonly feeds: ReadonlySignal<readonly OfferedFeed[]>;
  /** Outlets to begin with, once they were asked for. */
  readonly others: ReadonlySignal<readonly OfferedFeed[]>;
  readonly notice: ReadonlySignal<KeepingNotice | null>;
  load(): Promise<void>;
  save(): Promise<void>;
  remove(): Promise<void>;
  undoRemoval(): Promise<void>;
  /** Finds outlets of a language (BCP 47) that could be followed too; the page's own, if it names no feed. */
  offerOthers(language: string): Promise<void>;
  /** Click handlers only: asks for permission to read the feed. */
  follow(feed: FeedLink): Promise<void>;
}

/** Returns the model of the section that saves a page. */
export function createKeepingModel({
  background,
  tabId,
  host,
  requestHost,
  readStarters,
}: KeepingPorts): KeepingModel {
  const kept = signal<KeptPage | null>(null);
  const changes = signal<PageChanges | null>(null);
  const feeds = signal<readonly OfferedFeed[]>([]);
  const others = signal<readonly OfferedFeed[]>([]);
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

  async function followedFeeds(): Promise<ReadonlySet<string>> {
    return new Set((await background("feeds/list", {})).map(({ url }) => url));
  }

  async function readFeeds(): Promise<void> {
    const named = await background("feeds/onPage", { tabId });
    const followed = await followedFeeds();
    const withState = (feed: FeedLink) => ({ ...feed, isFollowed: followed.has(feed.url) });
    feeds.value = named.map(withState);
    others.value = others.value.map(withState);
  }

  async function offerOthers(language: string): Promise<void> {
    const [starters, followed] = await Promise.all([readStarters(), followedFeeds()]);
    const own = starterOfPage(starters, host ?? "");
    const isOffered = (its: StarterOutlet) =>
      its !== own && its.language === language && !followed.has(its.feed);
    const chosen = starters.filter(isOffered).slice(0, mostOffered);
    others.value = [...(own === null ? [] : [own]), ...chosen].map(({ feed, outlet }) => ({
      ...{ url: feed, title: outlet },
      isFollowed: followed.has(feed),
    }));
  }

  return {
    isWebPage,
    kept,
    changes,
    feeds,
    others,
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
        await background("kept/remove", { ids: [kept.value.id] });
        await readKept();
        notice.value = "removed";
      }),
    undoRemoval: () =>
      attempt(async () => {
        await background("kept/restore", {});
        await readKept();
      }),
    // Where they cannot be read, the settings still offer them.
    offerOthers: (language) => offerOthers(language).catch(() => undefined),
    follow: ({ url, title }) =>
      attempt(async () => {
        // First of all, while the click still counts; a popup may be closed by the question, so the
        // background is told at the same time, and begins when permission is given.
        const asked = requestHost(new URL(url).hostname).catch(() => false);
        await background("feeds/follow", { url, title });
        const isGranted = await asked;
        // Refused, it would wait for a permission for ever.
        if (!isGranted) await background("feeds/unfollow", { url });
        notice.value = isGranted ? "followed" : "notGranted";
        await readFeeds();
      }),
  };
}
