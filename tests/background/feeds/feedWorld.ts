import { JSDOM } from "jsdom";
import type { FeedServicePorts } from "../../../src/background/feeds/checkFeed.ts";
import type { FeedRecord } from "../../../src/background/feeds/feedRecord.ts";
import type { Article } from "../../../src/engine/model/index.ts";
import { readOpml, writeOpml } from "../../../src/ingest/feeds/opml.ts";
import { type OffscreenClient, UnansweredError } from "../../../src/messages/client.ts";
import type { FeedQuestion } from "../../../src/messages/offscreenProtocol.ts";
import { readArticleAt } from "../../../src/offscreen/feeds/readArticleAt.ts";
import { readFeedAt, type Web } from "../../../src/offscreen/feeds/readFeedAt.ts";
import { createHostTurns } from "../../../src/offscreen/hostTurns.ts";
import { confineByHand } from "../../support/confineByHand.ts";

const web: Web = {
  confine: confineByHand,
  takeTurn: createHostTurns(async () => undefined, 0),
  parseHtml: (html) => new JSDOM(html).window.document,
};

/** The real offscreen room, called without messages. */
const room = (async (name: string, request: Readonly<Record<string, never>>) => {
  switch (name) {
    case "offscreen/readFeed":
      return readFeedAt(request as unknown as FeedQuestion, web);
    case "offscreen/readArticle":
      return readArticleAt(request.url ?? "", request.within ?? [], web);
    case "offscreen/readOpml":
      return readOpml(request.text ?? "");
    default:
      return { text: writeOpml(request.feeds ?? [], request.title ?? "") };
  }
}) as OffscreenClient;

/** What stands around feeds: storage, clock, alarm and permissions that a test can turn. */
export interface FeedWorld extends FeedServicePorts {
  readonly stored: Map<string, FeedRecord>;
  readonly kept: Article[];
  /** Hosts that the reader has granted. */
  readonly granted: Set<string>;
  clock: number;
  alarmAt: number | null;
  isRoomGone: boolean;
  isDiskFull: boolean;
}

/** A world at the beginning of 1970, in which only localhost is granted. */
export function feedWorld(): FeedWorld {
  const stored = new Map<string, FeedRecord>();
  const world: FeedWorld = {
    stored,
    kept: [],
    granted: new Set(["localhost"]),
    clock: 0,
    alarmAt: null,
    isRoomGone: false,
    isDiskFull: false,
    store: {
      list: async () => [...stored.values()],
      read: async (url) => stored.get(url) ?? null,
      write: async (feed) => void stored.set(feed.url, structuredClone(feed)),
      remove: async (url) => void stored.delete(url),
    },
    offscreen: (async (name: never, request: never) => {
      if (world.isRoomGone) throw new UnansweredError("gone");
      return room(name, request);
    }) as OffscreenClient,
    async keep(articles) {
      if (world.isDiskFull) throw new Error("full");
      world.kept.push(...articles);
      return articles.length;
    },
    isGranted: async (url) => world.granted.has(new URL(url).hostname),
    wakeAt: async (time) => {
      world.alarmAt = time;
    },
    now: () => world.clock,
    random: () => 0.5,
  };
  return world;
}
