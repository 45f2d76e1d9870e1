import type { KeptOrigin } from "../../../messages/keptProtocol.ts";

/** Messages of how an article came, and when. */
export const originKeys: Readonly<Record<KeptOrigin, string>> = {
  saved: "originSaved",
  import: "originImported",
  feed: "originFeed",
  read: "originRead",
};

/** Messages of the ways in which articles come, in the order of a choice. */
export const originNames = [
  ["saved", "originNameSaved"],
  ["import", "originNameImported"],
  ["feed", "originNameFeed"],
  ["read", "originNameRead"],
] as const;
