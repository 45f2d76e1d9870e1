import * as v from "valibot";
import { articleId, count } from "./requestParts.ts";
import type { Parsers } from "./router.ts";
import type { StoryMessages } from "./storyProtocol.ts";

const longestSearch = 300;
const mostStories = 1_000_000;

const key = v.variant("kind", [
  v.object({ kind: v.literal("article"), id: articleId }),
  v.object({ kind: v.literal("tab"), tabId: count }),
]);

/** Validates each request about stories; a parser throws if a request is malformed. */
export const storyRequests: Parsers<StoryMessages> = {
  "story/list": v.parser(
    v.object({
      search: v.pipe(v.string(), v.maxLength(longestSearch)),
      from: v.pipe(count, v.maxValue(mostStories)),
    }),
  ),
  "story/open": v.parser(key),
  "story/compare": v.parser(key),
};
