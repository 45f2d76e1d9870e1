import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { ArticleId } from "../../../engine/model/index.ts";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { KeptPage, PageChanges, SaveOutcome } from "../../../messages/keptProtocol.ts";
import type { FeedLink } from "../../../messages/offscreenProtocol.ts";
import { attemptsOf } from "../../components/attempt.ts";
import { type StarterOutlet, starterOfPage } from "../../starterFeeds/starterOutlets.ts";

/** A feed of the page, and whether the reader follows it. */
export interface OfferedFeed extends FeedLink {
  readonly isFollowed: boolean;
}

/** The notice of the last action. */
export type KeepingNotice =
  | SaveOutcome
  | "removed"
  | "undoGone"
  | "followed"
  | "notGranted"
  | "failed";

/** What saving needs from the browser, given by the entry point. */
export interface KeepingPorts {
  readonly background: BackgroundClient;
  readonly tabId: number;
  /** Host of the tab's page; null if that is not a web page. */
  readonly host: string | null;
  /** Asks the browser for permission to read one site; must be called in a click handler. */
  requestHost(host: string): Promise<boolean>;
  /** Resolves to the outlets that can be offered. */
  readStarters(): Promise<readonly StarterOutlet[]>;
}

/** The most outlets offered besides the page's own. */
const mostOffered = 4;

/** The saved version of the tab's page, and its feeds. */
export interface KeepingModel {
  /** True if there is a page that can be saved. */
  readonly isWebPage: boolean;
  readonly kept: ReadonlySignal<KeptPage | null>;
  readonly changes: ReadonlySignal<PageChanges | null>;
  readonly feeds: ReadonlySignal<readonly OfferedFeed[]>;
  /** The offered outlets, once they were requested. */
  readonly others: ReadonlySignal<readonly OfferedFeed[]>;
  readonly notice: ReadonlySignal<KeepingNotice | null>;
  readonly canUndo: ReadonlySignal<boolean>;
  load(): Promise<void>;
  save(): Promise<void>;
  remove(): Promise<void>;
  undoRemoval(): Promise<void>;
  /**
   * Finds outlets of a language (BCP 47) to offer, including the page's own if the page names no
   * feed.
   */
  offerOthers(language: string): Promise<void>;
  /** Follows a feed. Must be called in click handlers, since it asks for permission. */
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
  const attempt = attemptsOf<KeepingNotice>(notice, "failed");
  /** What the last removal is known by; null if it cannot be undone. */
  const inBin = signal<ArticleId | null>(null);
  const isWebPage = host !== null;

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
    canUndo: computed(() => notice.value === "removed" && inBin.value !== null),
    async load() {
      // Without an answer nothing is shown; the view of the page reports the problem.
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
        const removal = await background("kept/remove", { ids: [kept.value.id] });
        inBin.value = removal.inBin;
        await readKept();
        notice.value = "removed";
      }),
    undoRemoval: () =>
      attempt(async () => {
        if (inBin.value === null) return;
        const { isRestored } = await background("kept/restore", { inBin: inBin.value });
        if (!isRestored) notice.value = "undoGone";
        await readKept();
      }),
    // If they cannot be read, the settings still offer them.
    offerOthers: (language) => offerOthers(language).catch(() => undefined),
    follow: ({ url, title }) =>
      attempt(async () => {
        // Must come first, while the click still counts. The question may close the popup, so the
        // background is told at the same time and begins when the permission is granted.
        const asked = requestHost(new URL(url).hostname).catch(() => false);
        await background("feeds/follow", { url, title });
        const isGranted = await asked;
        // Without the permission, the feed would wait for ever.
        if (!isGranted) await background("feeds/unfollow", { url });
        notice.value = isGranted ? "followed" : "notGranted";
        await readFeeds();
      }),
  };
}
