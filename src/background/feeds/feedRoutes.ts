import { findFeedLinks } from "../../ingest/metadata/feedLinks.ts";
import type { FeedMessages } from "../../messages/feedProtocol.ts";
import { feedRequests } from "../../messages/feedRequests.ts";
import type { FeedLink } from "../../messages/offscreenProtocol.ts";
import { type Routes, routesFrom } from "../../messages/router.ts";
import { browser } from "../../platform/browser/api.ts";
import type { FeedService } from "./feedService.ts";

/** Routes for requests about feeds, accepted from our own pages only. */
export function feedRoutes(feeds: FeedService): Routes<FeedMessages> {
  return routesFrom<FeedMessages>(["extensionPage"], feedRequests, {
    "feeds/list": () => feeds.list(),
    async "feeds/follow"({ url, title }) {
      const feed = await feeds.follow(url, title);
      startChecking(feeds);
      return feed;
    },
    "feeds/unfollow": ({ url }) => done(feeds.unfollow(url)),
    "feeds/restore": async ({ url }) => ({ restored: await feeds.restore(url) }),
    "feeds/setFullText": ({ url, on }) => done(feeds.setFullText(url, on)),
    "feeds/check": ({ url }) => done(feeds.check(url)),
    "feeds/onPage": ({ tabId }) => feedsOnPage(tabId),
    async "feeds/importOpml"({ text }) {
      const outcome = await feeds.importOpml(text);
      startChecking(feeds);
      return outcome;
    },
    "feeds/exportOpml": async ({ title }) => ({ text: await feeds.exportOpml(title) }),
  });
}

/**
 * Starts checking without waiting, since it may take minutes. The settings see the result in
 * storage.
 */
function startChecking(feeds: FeedService): void {
  feeds.checkDue().catch((error: unknown) => console.error("feeds", error));
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work;
  return {};
}

/** Returns the feeds that a tab's page names; empty if the extension may not read the page. */
async function feedsOnPage(tabId: number): Promise<readonly FeedLink[]> {
  try {
    const [found] = await browser.scripting.executeScript({
      target: { tabId },
      func: findFeedLinks as () => FeedLink[],
    });
    return (found?.result ?? []) as FeedLink[];
  } catch {
    return [];
  }
}
