import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  createFeedService,
  type FeedService,
  feedAddress,
} from "../../../src/background/feeds/feedService.ts";
import { type FeedServer, serveFeeds } from "../../support/feedServer.ts";
import { type FeedWorld, feedWorld } from "./feedWorld.ts";

const hourMs = 3_600_000;
const first = "The harbour council voted on Tuesday to reopen the old lighthouse to visitors.";
const second =
  "“We have kept the lamp as it was,” the council's chair told residents at a meeting.";

let server: FeedServer;
let world: FeedWorld;
let feeds: FeedService;

beforeAll(async () => {
  server = await serveFeeds();
});
afterAll(() => server.close());
beforeEach(() => {
  server.setItems(new Map([["Lighthouse reopens", `<p>${first}</p>`]]));
  world = feedWorld();
  feeds = createFeedService(world);
});

const at = (path: string) => `${server.origin}${path}`;
const asked = (path: string) => server.seen.filter((request) => request.path === path).length;
const onlyFeed = async () => (await feeds.list())[0];

async function follow(path: string, title = ""): Promise<void> {
  await feeds.follow(at(path), title);
  await feeds.checkDue();
}

describe("a followed feed", () => {
  it("brings its articles, and is due again in an hour", async () => {
    await follow("/feed");
    expect(world.kept.map(({ title, body }) => [title, body])).toEqual([
      ["Lighthouse reopens", first],
    ]);
    expect(await onlyFeed()).toMatchObject({
      title: "Coast Courier",
      siteUrl: at("/"),
      articleCount: 1,
      readAt: 0,
      problem: null,
      nextCheckAt: hourMs,
    });
    expect(world.alarmAt).toBe(hourMs);
  });

  it("is not asked again before its time, and then only for what is new", async () => {
    await follow("/feed");
    const before = asked("/feed");
    await feeds.checkDue();
    expect(asked("/feed")).toBe(before);

    world.clock = hourMs;
    await feeds.checkDue();
    expect(server.seen.at(-1)?.headers["if-none-match"]).toBeDefined();
    expect(world.kept.length).toBe(1);

    world.clock = 2 * hourMs;
    server.setItems(
      new Map([
        ["Lighthouse reopens", `<p>${first}</p>`],
        ["Lamp stays", `<p>${second}</p>`],
      ]),
    );
    await feeds.checkDue();
    expect(world.kept.map(({ title }) => title)).toEqual(["Lighthouse reopens", "Lamp stays"]);
    expect(await onlyFeed()).toMatchObject({ articleCount: 2, nextCheckAt: 3 * hourMs });
  });

  it("keeps what a check found when the reader changes it at the same moment", async () => {
    const { read } = world.store;
    const slowly = async (url: string) => {
      const found = await read(url);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return found;
    };
    feeds = createFeedService({ ...world, store: { ...world.store, read: slowly } });
    await feeds.follow(at("/feed"), "");
    let isChecked = false;
    const check = feeds.check(at("/feed")).then(() => {
      isChecked = true;
    });
    while (!isChecked) await feeds.setFullText(at("/feed"), true);
    await check;
    expect(await onlyFeed()).toMatchObject({ title: "Coast Courier", wantsFullText: true });
  });

  it("keeps the name that the reader's page gave it, and is followed once", async () => {
    await follow("/feed", "The harbour");
    await feeds.follow(at("/feed#top"), "again");
    expect((await feeds.list()).map(({ title }) => title)).toEqual(["The harbour"]);
  });

  it("is found through its page's address", async () => {
    await follow("/");
    expect((await feeds.list()).map(({ url }) => url)).toEqual([at("/feed")]);
    expect(world.kept.length).toBe(1);
  });

  it("that is followed while others are read is read, too", async () => {
    await feeds.follow(at("/404"), "");
    const checking = feeds.checkDue();
    await vi.waitUntil(() => asked("/404") > 0);
    await feeds.follow(at("/feed"), "");
    await Promise.all([checking, feeds.checkDue()]);
    expect(world.kept.length).toBe(1);
  });

  it("is asked less and less often while it fails, a day apart at most, and as usual once it works", async () => {
    await follow("/404");
    const waits: number[] = [];
    for (let failures = 0; failures < 7; failures += 1) {
      const { nextCheckAt } = (await onlyFeed())!;
      waits.push(Math.round((nextCheckAt! - world.clock) / (1.05 * hourMs)));
      world.clock = nextCheckAt!;
      await feeds.checkDue();
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24]);
    const [record] = world.stored.values();
    world.stored.clear();
    world.stored.set(at("/feed"), { ...record!, url: at("/feed") });
    world.clock = record!.nextCheckAt!;
    await feeds.checkDue();
    expect(await onlyFeed()).toMatchObject({ problem: null, nextCheckAt: world.clock + hourMs });
  });

  it("is left alone for as long as the server asks", async () => {
    await follow("/busy");
    const { problem, nextCheckAt } = (await onlyFeed())!;
    expect(problem).toBe("refused");
    expect(nextCheckAt).toBeGreaterThanOrEqual(2 * hourMs);
  });

  it("that is gone is not asked again, unless the reader wants it", async () => {
    await follow("/gone");
    expect(await onlyFeed()).toMatchObject({ problem: "gone", nextCheckAt: null });
    expect(world.alarmAt).toBeNull();
    const before = asked("/gone");
    await feeds.check(at("/gone"));
    expect(asked("/gone")).toBe(before + 1);
  });

  it("is asked again when a clock that ran years ahead has been put right", async () => {
    world.clock = Date.parse("2036-01-01");
    await follow("/feed");
    const ahead = world.alarmAt;
    world.clock = Date.parse("2026-01-01");
    const before = asked("/feed");
    await feeds.checkAlarm(ahead);
    expect(asked("/feed")).toBe(before + 1);
    expect(world.alarmAt).toBe(world.clock + hourMs);
    await feeds.checkAlarm(world.alarmAt);
    expect(asked("/feed")).toBe(before + 1);
  });

  it("of a host that the reader has not granted is not asked for at all, until it is granted", async () => {
    world.granted.clear();
    const before = server.seen.length;
    await follow("/feed");
    expect(await onlyFeed()).toMatchObject({ problem: "noPermission", nextCheckAt: null });
    expect(server.seen.length).toBe(before);

    world.granted.add("localhost");
    await feeds.permissionsChanged();
    expect(await onlyFeed()).toMatchObject({ problem: null, articleCount: 1 });
  });

  it("brings the pages of its articles only where the reader wants them", async () => {
    await follow("/feed");
    expect(asked("/articles/1")).toBe(0);

    world = feedWorld();
    feeds = createFeedService(world);
    await feeds.follow(at("/feed"), "");
    await feeds.setFullText(at("/feed"), true);
    await feeds.checkDue();
    expect(asked("/articles/1")).toBe(1);
    expect(world.kept[0]).toMatchObject({
      title: "Lighthouse reopens",
      outlet: { name: "Coast Courier" },
    });
    expect(world.kept[0]?.body).toContain("stands on the page of the article");
  });

  it("fetches no page at another port, or inside the reader's own network", async () => {
    const elsewhere = await serveFeeds();
    const trap = await serveFeeds();
    elsewhere.setItems(new Map([["Router", `<p>${first}</p>`]]));
    elsewhere.nameItemsAt(trap.origin);
    await feeds.follow(`${elsewhere.origin}/feed`, "");
    await feeds.setFullText(`${elsewhere.origin}/feed`, true);
    await feeds.checkDue();
    expect(world.kept.map(({ title }) => title)).toEqual(["Router"]);
    expect(trap.seen).toEqual([]);
    await elsewhere.close();
    await trap.close();
  });

  it("that moved to another site is not followed there, and is tried again", async () => {
    const before = server.seen.length;
    await follow("/to-private");
    const { problem, nextCheckAt } = (await onlyFeed())!;
    expect(problem).toBe("redirected");
    expect(nextCheckAt).toBeGreaterThanOrEqual(hourMs);
    expect(server.seen.length).toBe(before + 1);
  });

  it("is read again after the background died while it was read", async () => {
    await feeds.follow(at("/feed"), "");
    const neverAnswered: FeedWorld = {
      ...world,
      offscreen: (() => new Promise(() => undefined)) as FeedWorld["offscreen"],
    };
    void createFeedService(neverAnswered).checkDue();
    await vi.waitUntil(() => [...world.stored.values()][0]?.nextCheckAt !== 0);

    const reborn = createFeedService(world);
    await reborn.checkDue();
    expect(world.kept).toEqual([]);
    world.clock = world.alarmAt!;
    await reborn.checkDue();
    expect(world.kept.length).toBe(1);
  });

  it("is a failure where the room that reads it does not answer", async () => {
    world.isRoomGone = true;
    await follow("/feed");
    expect(await onlyFeed()).toMatchObject({ problem: "unreachable", nextCheckAt: hourMs * 1.05 });
  });

  it("counts nothing as known that could not be stored", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    world.isDiskFull = true;
    await follow("/feed");
    expect(await onlyFeed()).toMatchObject({ problem: "notStored", articleCount: 0 });
    world.isDiskFull = false;
    await feeds.check(at("/feed"));
    expect(world.kept.length).toBe(1);
    vi.restoreAllMocks();
  });

  it("that is no longer followed is not asked any more, also if it was being read", async () => {
    await feeds.follow(at("/feed"), "");
    const checking = feeds.checkDue();
    await feeds.unfollow(at("/feed"));
    await checking;
    expect(await feeds.list()).toEqual([]);
    expect(world.alarmAt).toBeNull();
  });

  it("goes on where it was when that it is not followed any more is taken back", async () => {
    await follow("/feed");
    const before = await onlyFeed();
    const { length } = world.kept;
    await feeds.unfollow(at("/feed"));
    expect(await feeds.restore(at("/other"))).toBe(false);
    expect(await feeds.restore(at("/feed"))).toBe(true);
    expect(await onlyFeed()).toEqual(before);
    await feeds.checkDue();
    expect(world.kept.length).toBe(length);
  });

  it("goes along to another reader and comes back", async () => {
    await follow("/feed");
    const opml = await feeds.exportOpml("Feeds");
    await feeds.unfollow(at("/feed"));
    expect(await feeds.importOpml(opml)).toEqual({ followed: 1 });
    expect(await feeds.importOpml(opml)).toEqual({ followed: 0 });
    expect(await onlyFeed()).toMatchObject({ title: "Coast Courier", url: at("/feed") });
  });
});

describe("what a reader types for a feed", () => {
  it.each([
    ["coast.example/rss", "https://coast.example/rss"],
    [" https://coast.example/rss#x ", "https://coast.example/rss"],
    ["feed:https://coast.example/rss", "https://coast.example/rss"],
    ["feed://coast.example/rss", "https://coast.example/rss"],
    ["localhost:8080/rss", "https://localhost:8080/rss"],
    ["http://localhost:8080/rss", "http://localhost:8080/rss"],
    ["file:///etc/passwd", null],
    ["javascript:alert(1)", null],
    ["two words", null],
    ["https://reader:secret@coast.example/", null],
    ["", null],
  ])("%j is %j", (typed, address) => {
    expect(feedAddress(typed)).toBe(address);
  });
});
