import type { FeedLink, FeedProblem } from "./offscreenProtocol.ts";

/** A feed that the reader follows, as the settings show it. */
export interface FollowedFeed {
  readonly url: string;
  /** The reader's or the feed's own name for it; "" until it was read. */
  readonly title: string;
  /** Address of the site, or null until it is known. */
  readonly siteUrl: string | null;
  /** True if the pages of its articles are fetched, in addition to the text in the feed. */
  readonly wantsFullText: boolean;
  /** Articles that came from it so far. */
  readonly articleCount: number;
  /** When it was last read, in ms since 1970; null if it never was. */
  readonly readAt: number | null;
  /** Why the last try failed; null if it did not. */
  readonly problem: FeedProblem | null;
  /** When it is asked again, in ms since 1970; null if only the reader can bring it back. */
  readonly nextCheckAt: number | null;
}

/** The result of importing a list of feeds; null if the file is not one. */
export interface OpmlOutcome {
  readonly followed: number;
}

/** Messages of the settings and the popup to the background, about feeds. */
export interface FeedMessages {
  "feeds/list": { request: Record<string, never>; reply: readonly FollowedFeed[] };
  /**
   * Follows a feed; null if the address is not a web address. The caller has asked for permission
   * for its host.
   */
  "feeds/follow": { request: FeedLink; reply: FollowedFeed | null };
  "feeds/unfollow": { request: { url: string }; reply: Record<string, never> };
  /** Follows the feed again as before; false if its former state is no longer known. */
  "feeds/restore": { request: { url: string }; reply: { restored: boolean } };
  "feeds/setFullText": { request: { url: string; on: boolean }; reply: Record<string, never> };
  /** Reads the feed now; answers when that is done. */
  "feeds/check": { request: { url: string }; reply: Record<string, never> };
  /** The feeds that the page in a tab names. */
  "feeds/onPage": { request: { tabId: number }; reply: readonly FeedLink[] };
  "feeds/importOpml": { request: { text: string }; reply: OpmlOutcome | null };
  "feeds/exportOpml": { request: { title: string }; reply: { text: string } };
}
