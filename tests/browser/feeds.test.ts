import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import type { FollowedFeed } from "../../src/messages/feedProtocol.ts";
import { openOwnPage } from "../support/askExtension.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { type FeedServer, serveFeeds } from "../support/feedServer.ts";
import { ask, keptTitles } from "../support/keptArticles.ts";
import { islandPage, newsPage, sharedSentence } from "../support/newsPages.ts";
import { tabTo, waitForGate, waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";

const second =
  "“We have kept the lamp as it was,” the council's chair told residents at a meeting.";

const items: readonly [string, string][] = [
  ["Lighthouse reopens", `<p>${sharedSentence}</p>`],
  ["Lamp stays", `<p>${second}</p>`],
];

/** Paragraphs that nobody else has. */
const plain = [
  "Ferries to the outer islands sailed again on Wednesday after three days of fog in the strait.",
  "The island's school will move into its new building in August, a year later than had been planned.",
];

const vows = {
  mayor:
    "“We have waited ten years for this bridge, and I do not want to wait for another one,” the mayor told reporters.",
  keeper:
    "“No ship has been lost off this coast while I was in charge of the light,” the keeper said to the council.",
};

/** A feed of one article, which has a vow. */
function feedOf(outlet: string, date: string, vow: string): string {
  const link = `https://${outlet.toLowerCase().replace(" ", "-")}.example`;
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${outlet}</title><link>${link}/</link><item><title>${outlet} on a vow</title><link>${link}/${vow.length}</link><pubDate>${date}</pubDate><description>&lt;p&gt;${vow}&lt;/p&gt;</description></item></channel></rss>`;
}

/** One hour apart: at 1:00 and at 2:00 of the same night by the clocks of Greenwich. */
const seoul = (vow: string) => feedOf("Seoul Sheet", "Tue, 01 Jan 2019 10:00:00 +0900", vow);
const boston = (vow: string) => feedOf("Boston Bugle", "Mon, 31 Dec 2018 21:00:00 -0500", vow);

describe(`feeds in ${browserName}`, () => {
  const pages = new Map([
    ["/island", islandPage()],
    ...Object.entries(vows).flatMap(([who, vow]): [string, string][] => [
      [`/${who}/seoul`, seoul(vow)],
      [`/${who}/boston`, boston(vow)],
      [`/${who}`, newsPage("Island Post", `What the ${who} said`, [...plain, vow])],
    ]),
  ]);
  let server: FeedServer;
  let site: SiteServer;
  let session: BrowserSession;
  let own: Page;

  beforeAll(async () => {
    server = await serveFeeds();
    server.setItems(new Map(items));
    site = await serveSite("assets/demo", pages);
    session = await launchByWords(buildFolder("granted"));
    await waitForGate(session);
    own = await session.openOwn("privacy.html");
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
    await server?.close();
  });

  const feeds = () => ask<FollowedFeed[]>(own, "feeds/list");

  async function problemOf(url: string): Promise<string | null | undefined> {
    return (await feeds()).find((feed) => feed.url === url)?.problem;
  }

  /** What the server was asked for by the extension: a tab's own requests name their page, or a site. */
  function askedByExtension(): string[] {
    const seen = server.seen.filter(({ headers }) => headers["sec-fetch-dest"] === "empty");
    return [...new Set(seen.map(({ path }) => path))];
  }

  it("are asked for by nobody before the reader follows one", async () => {
    const page = await session.open(`${server.origin}/articles/1`);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "Follow “Coast Courier”");
    expect(askedByExtension()).toEqual([]);
    await popup.close();
    await page.close();
  });

  it("are followed from the popup, and read at once, without the pages of their articles", async () => {
    const page = await session.open(`${server.origin}/articles/1`);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "Follow “Coast Courier”");
    await popup.bringToFront();
    await tabTo(popup, "Follow “Coast Courier”");
    await popup.keyboard.press("Enter");
    await waitForText(popup, "You follow “Coast Courier”.");
    await expect
      .poll(feeds)
      .toMatchObject([{ url: `${server.origin}/feed`, articleCount: 2, problem: null }]);
    expect((await keptTitles(own)).toSorted()).toEqual(["Lamp stays", "Lighthouse reopens"]);
    expect(askedByExtension()).toEqual(["/feed"]);
    expect(server.seen.every(({ headers }) => headers.cookie === undefined)).toBe(true);
    await popup.close();
    await page.close();
  });

  it("bring what pages are compared with", async () => {
    const extension = await openOwnPage(session);
    const page = await session.open(`${site.origin}/island`);
    await expect.poll(async () => (await extension.describe(page)).kind).toBe("matched");
    const state = await extension.describe(page);
    expect(state.kind === "matched" && state.report.matches.map(({ exact }) => exact)).toEqual([
      sharedSentence,
    ]);
    await page.close();
    await extension.close();
  });

  it.each([
    ["/404", "refused"],
    ["/gone", "gone"],
    ["/busy", "refused"],
    ["/malformed", "notAFeed"],
    ["/promises-more", "unreachable"],
    ["/promises-less", "notAFeed"],
    ["/10-megabytes", "tooLarge"],
    ["/10-megabytes-unsaid", "tooLarge"],
    ["/loop", "unreachable"],
    ["/to-private", "redirected"],
    ["/bomb", null],
  ])("that misbehave are failures with a reason, and no more: %s", async (path, problem) => {
    const url = `${server.origin}${path}`;
    await ask(own, "feeds/follow", { url, title: "" });
    await expect
      .poll(
        async () => {
          const feed = (await feeds()).find((its) => its.url === url);
          return feed?.readAt !== null || feed.problem !== null;
        },
        { timeout: 25_000 },
      )
      .toBe(true);
    expect(await problemOf(url)).toBe(problem);
    await ask(own, "feeds/unfollow", { url });
    expect((await keptTitles(own)).length).toBe(2);
  });

  it("of a slow server do not keep others waiting", async () => {
    const slow = `${server.origin.replace("localhost", "127.0.0.1")}/slow`;
    await ask(own, "feeds/follow", { url: slow, title: "" });
    await expect.poll(() => server.seen.some(({ path }) => path === "/slow")).toBe(true);
    server.setItems(
      new Map([...items, ["Breakwater repaired", "<p>The breakwater was repaired on Friday.</p>"]]),
    );
    await ask(own, "feeds/check", { url: `${server.origin}/feed` });
    expect(await keptTitles(own)).toContain("Breakwater repaired");
    expect(await problemOf(slow)).toBeNull();
    await ask(own, "feeds/unfollow", { url: slow });
  });

  it("are still followed, and due, after the background has died", async () => {
    await session.killBackground();
    expect((await feeds()).map(({ url }) => url)).toEqual([`${server.origin}/feed`]);
    const alarms = await own.evaluate(() => chrome.alarms.getAll());
    expect(alarms.map(({ name }) => name)).toContain("feeds");
    const before = server.seen.length;
    await ask(own, "feeds/check", { url: `${server.origin}/feed` });
    expect(server.seen.slice(before).map(({ headers }) => headers["if-none-match"])).toEqual([
      expect.stringContaining('"'),
    ]);
  });

  it("bring the whole articles where the reader wants them", async () => {
    const url = `${server.origin}/feed`;
    await ask(own, "feeds/unfollow", { url });
    server.setItems(new Map([["Whole", "<p>The lighthouse was painted in red and white.</p>"]]));
    await ask(own, "feeds/follow", { url: `${server.origin}/nothing`, title: "" });
    await ask(own, "feeds/follow", { url, title: "" });
    await ask(own, "feeds/setFullText", { url, on: true });
    await expect.poll(() => keptTitles(own)).toContain("Whole");
    const options = await session.openOwn("options.html#feeds");
    await waitForText(options, "Coast Courier");
    await waitForText(options, "The feed’s server returned an error.");
    await options.close();
  });

  it.each([
    ["mayor", "seoul", "boston"],
    ["keeper", "boston", "seoul"],
  ])(
    "have it told by the moment who was first with a vow, in whatever zone: the %s's, from %s, then from %s",
    async (who, ...order) => {
      for (const outlet of order) {
        const before = (await keptTitles(own)).length;
        await ask(own, "feeds/follow", { url: `${site.origin}/${who}/${outlet}`, title: "" });
        await expect.poll(async () => (await keptTitles(own)).length).toBe(before + 1);
      }
      const page = await session.open(`${site.origin}/${who}`);
      const popup = await openPopupFor(session, page);
      await waitForText(popup, "first to print part of this text: Seoul Sheet (localhost), ");
      await popup.evaluate(() => document.querySelector<HTMLElement>("#tab-time")?.click());
      await waitForText(popup, "First in print");
      const rows = await popup.$$eval(".picture tbody tr", (all) =>
        all.map((row) => row.firstElementChild?.textContent),
      );
      expect(rows.slice(0, 2)).toEqual(["Seoul Sheet (localhost)", "Boston Bugle (localhost)"]);
      await popup.close();
      await page.close();
    },
  );
});
