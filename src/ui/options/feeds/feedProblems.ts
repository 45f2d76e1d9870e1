import type { FeedProblem } from "../../../messages/offscreenProtocol.ts";

/** Why a feed could not be read, in the interface's words. */
export const feedProblemKeys: Readonly<Record<FeedProblem, string>> = {
  unreachable: "feedUnreachable",
  timedOut: "feedTimedOut",
  tooLarge: "feedTooLarge",
  forbiddenAddress: "feedForbidden",
  redirected: "feedRedirected",
  gone: "feedGone",
  refused: "feedRefused",
  notAFeed: "feedNotAFeed",
  notStored: "feedNotStored",
  noPermission: "feedNoPermission",
};
