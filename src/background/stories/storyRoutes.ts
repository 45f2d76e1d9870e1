import type { Routes } from "../../messages/router.ts";
import type { StoryMessages } from "../../messages/storyProtocol.ts";
import { storyRequests as parse } from "../../messages/storyRequests.ts";
import type { StoryService } from "./storyService.ts";

const from = ["extensionPage"] as const;

/**
 * Routes for requests about stories, accepted from our own pages only, since stories reveal what
 * the reader keeps.
 */
export function storyRoutes(stories: StoryService): Routes<StoryMessages> {
  return {
    "story/list": { from, parse: parse["story/list"], answer: stories.list },
    "story/open": { from, parse: parse["story/open"], answer: stories.open },
    "story/compare": { from, parse: parse["story/compare"], answer: stories.compare },
  };
}
