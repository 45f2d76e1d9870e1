import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { openAtQuote } from "../../scripts/openAtQuote.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import type { FollowedFeed } from "../../src/messages/feedProtocol.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { buildWithFile, type OtherBuild } from "../support/buildWithCorpus.ts";
import { expectNothingForAxe } from "../support/expectNothingForAxe.ts";
import { alonePage, feedWith, startersAt, storyPage } from "../support/firstHourSite.ts";
import { ask } from "../support/keptArticles.ts";
import { pointOfMark, shadowText, waitForShadowText } from "../support/markedPage.ts";
import { findOwn, tabTo, waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";
import { savedFile } from "../support/savedReferences.ts";

describe(`a reader's first hour in ${browserName}`, () => {
  const pages = new Map<string, string>();
  let site: SiteServer;
  let downloads: string;
  let build: OtherBuild;
  let session: BrowserSession;
  let firstRun: Page;

  beforeAll(async () => {
    site = await serveSite("assets/demo", pages);
    pages.set("/coast.rss", feedWith("Coast Courier", site.origin));
    pages.set("/insel.rss", feedWith("Inselblatt", site.origin));
    pages.set("/story", storyPage());
    pages.set("/alone", alonePage(site.origin));
    build = buildWithFile(
      buildFolder("granted"),
      "starterFeeds/outlets.json",
      startersAt(site.origin),
    );
    downloads = mkdtempSync(join(tmpdir(), "second-source-hour-"));
    session = await launchByWords(build.folder, { downloads });
    firstRun = await findOwn(session, "firstRun.html");
  });

  afterAll(async () => {
    await session?.close();
    build?.remove();
    rmSync(downloads, { recursive: true, force: true });
    await site?.close();
  });

  const feeds = () => ask<FollowedFeed[]>(firstRun, "feeds/list");

  it("begins at a marked quote with its card open, as npm start opens the demo", async () => {
    const page = await openAtQuote(session, `${site.origin}/`);
    const { y } = await pointOfMark(page, "come to an understanding");
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(await page.evaluate(() => innerHeight));
    const card = await shadowText(session, page);
    expect(card).toContain("reached an agreement");
    await page.close();
  });

  it("find who else printed a sentence, by keyboard alone", async () => {
    await firstRun.bringToFront();
    await tabTo(firstRun, "“We agreed that Russian");
    await firstRun.keyboard.press("Tab");
    await firstRun.keyboard.press("Enter");
    await waitForText(firstRun, "Found in 2 outlets:");
    await waitForText(firstRun, "in these new conditions, with the goal of decisively defeating");
    await tabTo(firstRun, "“We agreed that Russian", "back");
    await firstRun.keyboard.press("End");
    await firstRun.keyboard.type(" Nobody else.");
    await expectNothingForAxe(firstRun);
  });

  it("choose outlets of a language, by keyboard alone, and follow two of them", async () => {
    await firstRun.bringToFront();
    expect(await feeds()).toEqual([]);
    // Past a page's last stop, Firefox leads to its own buttons.
    await tabTo(firstRun, "Follow outlets", "back");
    await firstRun.keyboard.press("Enter");
    // The list of languages, and after it the outlets of the one that is chosen.
    await tabTo(firstRun, "English");
    await tabTo(firstRun, "Follow");
    await firstRun.keyboard.press("Enter");
    await waitForText(firstRun, "Following · one article so far");
    await tabTo(firstRun, "English", "back");
    await firstRun.keyboard.type("Ger");
    await waitForText(firstRun, "Inselblatt");
    await tabTo(firstRun, "Follow");
    await firstRun.keyboard.press("Enter");
    await expect
      .poll(async () => (await feeds()).map(({ articleCount }) => articleCount), {
        timeout: 25_000,
      })
      .toEqual([1, 1]);
    expect((await feeds()).map(({ title }) => title).toSorted()).toEqual([
      "Coast Courier",
      "Inselblatt",
    ]);
  });

  it("read an article, and have the answer first", async () => {
    const page = await session.open(`${site.origin}/story`);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "2 passages on this page have matches in 2 other outlets");
    const summary = await popup.$eval("h1", (heading) => heading.textContent);
    expect(summary).toMatch(
      /^one quote changed · one number differs first to print part of this text: Coast/,
    );
    expect(summary).toContain("1 hr 55 min before this page");
    const told = await popup.$$eval(".told", (lines) => lines.map((line) => line.textContent));
    expect(told.toSorted()).toEqual(["250 here, 340 there", "shortened by 8 words"]);
    await expectNothingForAxe(popup);
    await popup.bringToFront();
    await tabTo(popup, "In page order");
    await popup.keyboard.press("Enter");
    await session.reload(popup);
    await popup.waitForSelector('.order [aria-pressed="true"]:last-child');
    await popup.close();
    await page.close();
  });

  it("see on a card how long before the page a version was printed", async () => {
    const page = await session.open(`${site.origin}/story`);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "2 passages on this page");
    await popup.close();
    await page.bringToFront();
    await session.pressShortcut("nextMark");
    await waitForShadowText(session, page, "1 hr 55 min before this page");
    await page.close();
  });

  it("take the findings along, by keyboard alone, with all that a newsroom needs", async () => {
    const page = await session.open(`${site.origin}/story`);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "2 passages on this page");
    await popup.bringToFront();
    await tabTo(popup, "Export the findings", "back");
    await popup.keyboard.press("Enter");
    await waitForText(popup, "Printable report");
    for (let form = 0; form < 4; form += 1) {
      await tabTo(popup, "Save");
      await popup.keyboard.press("Enter");
    }
    const saved = async (ending: string) =>
      new TextDecoder().decode(await savedFile(downloads, ending));
    const day = new Date().toISOString().slice(0, 10);
    const { items } = JSON.parse(
      await saved(`island-post-a-bridge-a-storm-and-the-ferries-${day}.jsonld`),
    );
    const annotation = items.find((its: { target: { selector: { exact: string } } }) =>
      its.target.selector.exact.includes("ten years"),
    );
    expect(annotation).toMatchObject({
      creator: { type: "Software", name: "Second Source" },
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      target: {
        source: {
          id: `${site.origin}/story`,
          "schema:name": "A bridge, a storm and the ferries",
          "schema:publisher": "Island Post",
          "schema:datePublished": expect.stringContaining("2019-03-05T18:20"),
        },
        selector: {
          type: "TextQuoteSelector",
          prefix: expect.stringContaining("two years ago."),
          suffix: expect.stringContaining("The storm of"),
        },
        state: { type: "TimeState", sourceDate: expect.stringMatching(/^\d{4}-/) },
      },
    });
    const [classified, linked] = annotation.body;
    expect(classified.value).toBe(linked["secondSource:relation"]);
    expect(linked).toMatchObject({
      source: {
        id: `${site.origin}/coast/bridge`,
        "schema:name": "Coast Courier on the week",
        "schema:publisher": expect.stringContaining("Coast Courier"),
        "schema:datePublished": expect.stringContaining("2019-03-05T16:25"),
      },
      selector: { prefix: expect.stringMatching(/\S/), suffix: expect.stringMatching(/\S/) },
      state: { sourceDate: expect.stringMatching(/^\d{4}-/) },
      "secondSource:score": expect.any(Number),
      "secondSource:differences": [{ kind: "omitted" }],
    });
    const words = linked["secondSource:relationInWords"];
    for (const ending of [".md", ".csv", ".html"]) {
      const text = await saved(ending);
      for (const said of [
        "Island Post",
        "A bridge, a storm and the ferries",
        words,
        "Coast Courier",
      ]) {
        expect(text, ending).toContain(said);
      }
      expect(text, ending).toContain("left out of the quote here");
      expect(text, ending).toContain("Second Source");
    }
    await popup.close();
    // The report for print, opened: it asks for nothing and runs nothing.
    const report = await session.browser.newPage();
    await report.setContent(await saved(".html"));
    await expectNothingForAxe(report);
    await report.close();
    await page.close();
  });

  it("are led, by a page on which nothing was found, to follow its outlet", async () => {
    const page = await session.open(`${site.origin}/alone`);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "Nothing found");
    await waitForText(popup, "Follow “Alone Gazette”");
    await expectNothingForAxe(popup);
    await popup.bringToFront();
    await tabTo(popup, "Follow “Alone Gazette”");
    await popup.keyboard.press("Enter");
    await waitForText(popup, "You follow “Alone Gazette”.");
    await popup.close();
    await page.close();
  });
});
