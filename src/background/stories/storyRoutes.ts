import { type Routes, routesFrom } from "../../messages/router.ts";
import type { StoryMessages } from "../../messages/storyProtocol.ts";
import { storyRequests } from "../../messages/storyRequests.ts";
import type { StoryService } from "./storyService.ts";

/**
 * Routes for requests about stories, accepted from our own pages only, since stories reveal what
 * the reader keeps.
 */
export function storyRoutes(stories: StoryService): Routes<StoryMessages> {
  return routesFrom<StoryMessages>(["extensionPage"], storyRequests, {
    "story/list": stories.list,
    "story/open": stories.open,
    "story/compare": stories.compare,
  });
}
