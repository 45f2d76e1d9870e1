import type { KeptOrigin } from "../../../messages/keptProtocol.ts";

/** Message keys of how and when an article came. */
export const originKeys: Readonly<Record<KeptOrigin, string>> = {
  saved: "originSaved",
  import: "originImported",
  feed: "originFeed",
  read: "originRead",
};

/** Message keys of the origins of articles, in the order of the choice. */
export const originNames = [
  ["saved", "originNameSaved"],
  ["import", "originNameImported"],
  ["feed", "originNameFeed"],
  ["read", "originNameRead"],
] as const;
