import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FeedQuestion } from "../../../src/messages/offscreenProtocol.ts";
import { readArticleAt } from "../../../src/offscreen/feeds/readArticleAt.ts";
import { readFeedAt, type Web } from "../../../src/offscreen/feeds/readFeedAt.ts";
import { createHostTurns } from "../../../src/offscreen/hostTurns.ts";
import { confineByHand } from "../../support/confineByHand.ts";
import { type FeedServer, serveFeeds } from "../../support/feedServer.ts";

const sentence = "The harbour council voted on Tuesday to reopen the old lighthouse to visitors.";
const second =
  "“We have kept the lamp as it was,” the council's chair told residents at a meeting.";

let server: FeedServer;
const web: Web = {
  confine: confineByHand,
  takeTurn: createHostTurns(async () => undefined, 0),
  parseHtml: (html) => new JSDOM(html).window.document,
};

beforeAll(async () => {
  server = await serveFeeds();
  server.setItems(
    new Map([
      ["Lighthouse reopens", `<p>${sentence}</p>`],
      ["Lamp stays", `<p>${second}</p>`],
    ]),
  );
});
afterAll(() => server.close());

function question(path: string, parts: Partial<FeedQuestion> = {}): FeedQuestion {
  return {
    url: `${server.origin}${path}`,
    within: [server.origin],
    ...{ etag: null, lastModified: null, known: [] },
    ...parts,
  };
}

describe("a feed at an address", () => {
  it("gives its articles, and of those that are known no more than their ids", async () => {
    const answer = await readFeedAt(question("/feed"), web);
    if (answer.kind !== "read") throw new Error(answer.kind);
    expect(answer).toMatchObject({ title: "Coast Courier", siteUrl: `${server.origin}/` });
    expect(answer.articles.map(({ title, body }) => [title, body])).toEqual([
      ["Lighthouse reopens", sentence],
      ["Lamp stays", second],
    ]);
    const again = await readFeedAt(question("/feed", { known: answer.ids.slice(1) }), web);
    expect(again).toMatchObject({ kind: "read", ids: answer.ids });
    expect(again.kind === "read" && again.articles.map(({ title }) => title)).toEqual([
      "Lighthouse reopens",
    ]);
    expect(await readFeedAt(question("/feed", { etag: answer.etag }), web)).toEqual({
      kind: "notModified",
    });
  });

  it("is found through the page that names it", async () => {
    expect(await readFeedAt(question("/"), web)).toEqual({
      kind: "page",
      feeds: [{ url: `${server.origin}/feed`, title: "Coast Courier" }],
    });
  });

  it("of a page that names one inside the reader's network is not found", async () => {
    expect(await readFeedAt(question("/names-private"), web)).toMatchObject({
      kind: "failed",
      problem: "notAFeed",
    });
  });

  it.each([
    ["/malformed", "notAFeed"],
    ["/promises-less", "notAFeed"],
    ["/articles/1x", "refused"],
    ["/10-megabytes", "tooLarge"],
    ["/loop", "unreachable"],
    ["/busy", "refused"],
    ["/gone", "gone"],
    ["/to-private", "redirected"],
  ])("at %s is a failure with a reason: %s", async (path, problem) => {
    expect(await readFeedAt(question(path), web)).toMatchObject({ kind: "failed", problem });
  });

  it("with an entity bomb has no more than the entities' names", async () => {
    const answer = await readFeedAt(question("/bomb"), web);
    expect(JSON.stringify(answer).length).toBeLessThan(500);
  });

  it("is asked for one at a time, however many are wanted at once", async () => {
    const own = await serveFeeds();
    const asked = { ...question("/feed"), url: `${own.origin}/feed`, within: [own.origin] };
    await Promise.all(Array.from({ length: 5 }, () => readFeedAt(asked, web)));
    expect([own.seen.length, own.mostAtOnce]).toEqual([5, 1]);
    await own.close();
  });
});

describe("an article's page at an address", () => {
  it("is read whole", async () => {
    const article = await readArticleAt(`${server.origin}/articles/1`, [server.origin], web);
    expect(article?.body).toContain(sentence);
    expect(article?.body).toContain("stands on the page of the article");
  });

  it("is not asked for where it may not be asked", async () => {
    const before = server.seen.length;
    expect(await readArticleAt(`${server.origin}/articles/1`, [], web)).toBeNull();
    expect(server.seen.length).toBe(before);
  });

  it("is no article where there is none", async () => {
    expect(await readArticleAt(`${server.origin}/`, [server.origin], web)).toBeNull();
    expect(await readArticleAt(`${server.origin}/404`, [server.origin], web)).toBeNull();
  });
});
