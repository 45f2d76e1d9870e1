import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import type { OffscreenClient } from "../../messages/client.ts";
import { browser } from "../../platform/browser/api.ts";
import { isGranted } from "../../platform/browser/hosts.ts";
import { createFeedService, type FeedService } from "./feedService.ts";
import { createFeedStorage } from "./feedStorage.ts";

const alarmName = "feeds";

/** Connects the feed service to the browser's storage, alarms and permissions. */
export function startFeeds(articles: ReaderLibrary, offscreen: OffscreenClient): FeedService {
  const feeds = createFeedService({
    store: createFeedStorage(),
    offscreen,
    async keep(found) {
      const additions = await articles.add(found, "feed");
      return additions.filter(({ kind }) => kind === "new").length;
    },
    isGranted,
    async wakeAt(time) {
      if (time === null) await browser.alarms.clear(alarmName);
      else browser.alarms.create(alarmName, { when: time });
    },
    now: Date.now,
    random: Math.random,
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) inBackground(feeds.checkDue());
  });
  browser.permissions.onAdded.addListener(() => inBackground(feeds.permissionsChanged()));
  // Alarms do not survive every restart of a browser, and no update.
  browser.runtime.onStartup.addListener(() => inBackground(feeds.checkDue()));
  browser.runtime.onInstalled.addListener(() => inBackground(feeds.checkDue()));
  // An alarm that was set by a clock running ahead is no use either.
  const alarm = browser.alarms.get(alarmName);
  inBackground(alarm.then((its) => feeds.checkAlarm(its?.scheduledTime ?? null)));
  return feeds;
}

function inBackground(work: Promise<void>): void {
  work.catch((error: unknown) => console.error("feeds", error));
}
