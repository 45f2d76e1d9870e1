import * as v from "valibot";
import type { ArticleId } from "../engine/model/index.ts";
import type { Parsers } from "./router.ts";
import type { StoryMessages } from "./storyProtocol.ts";

const longestSearch = 300;
const mostStories = 1_000_000;

const key = v.variant("kind", [
  v.object({
    kind: v.literal("article"),
    id: v.pipe(
      v.string(),
      v.maxLength(4_000),
      v.transform((id) => id as ArticleId),
    ),
  }),
  v.object({ kind: v.literal("tab"), tabId: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
]);

/** Validates each request about stories; a parser throws if a request is malformed. */
export const storyRequests: Parsers<StoryMessages> = {
  "story/list": (request) =>
    v.parse(
      v.object({
        search: v.pipe(v.string(), v.maxLength(longestSearch)),
        from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostStories)),
      }),
      request,
    ),
  "story/open": (request) => v.parse(key, request),
  "story/compare": (request) => v.parse(key, request),
};
