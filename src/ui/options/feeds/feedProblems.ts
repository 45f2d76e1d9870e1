import type { FeedProblem } from "../../../messages/offscreenProtocol.ts";

/** Message keys of the reasons why a feed could not be read. */
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
