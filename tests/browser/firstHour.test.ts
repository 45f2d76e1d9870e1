import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { openAtQuote } from "../../scripts/openAtQuote.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import type { FollowedFeed } from "../../src/messages/feedProtocol.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { buildWithFile, type OtherBuild } from "../support/buildWithCorpus.ts";
import { alonePage, feedWith, startersAt, storyPage } from "../support/firstHourSite.ts";
import { ask } from "../support/keptArticles.ts";
import { pointOfMark, shadowText } from "../support/markedPage.ts";
import { findOwn, findViolations, tabTo, waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";

describe(`a reader's first hour in ${browserName}`, () => {
  const pages = new Map<string, string>();
  let site: SiteServer;
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
    session = await launchByWords(build.folder);
    firstRun = await findOwn(session, "firstRun.html");
  });

  afterAll(async () => {
    await session?.close();
    build?.remove();
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
    expect(await findViolations(firstRun, "light")).toEqual([]);
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
    await waitForText(firstRun, "Followed · one article so far");
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

  it("are led, by a page on which nothing was found, to follow its outlet", async () => {
    const page = await session.open(`${site.origin}/alone`);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "Nothing found");
    await waitForText(popup, "Follow “Alone Gazette”");
    expect(await findViolations(popup, "light")).toEqual([]);
    await popup.bringToFront();
    await tabTo(popup, "Follow “Alone Gazette”");
    await popup.keyboard.press("Enter");
    await waitForText(popup, "You follow “Alone Gazette”.");
    await popup.close();
    await page.close();
  });
});
