import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import {
  type RefusingProxy,
  type SiteServer,
  serveSite,
  startRefusingProxy,
} from "../../scripts/siteServer.ts";
import type { MatchReport } from "../../src/engine/model/index.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import {
  countDifferentPixels,
  countMarksWithin,
  pointOfMark,
  readMarks,
  shadowText,
  waitForMarks,
  waitForNoMarks,
  waitForShadowText,
} from "../support/markedPage.ts";
import { openPopupFor } from "../support/popup.ts";

/** Hosts of the browser's maker: what the browser itself asks them is not ours to assert. */
const browsersOwnHosts =
  /(^|\.)(mozilla\.(org|com|net)|firefox\.com|google\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/;

interface Expected {
  readonly marked: readonly {
    readonly id: string;
    readonly text: string;
    readonly quote?: string;
    readonly relation: string;
    readonly accept: readonly string[];
    readonly required: boolean;
    readonly references: readonly { readonly outlet: string }[];
  }[];
}

const expected: Expected = JSON.parse(readFileSync("assets/demo/expected.json", "utf8"));

function matchOnCommandLine(url: string): MatchReport {
  const output = execFileSync(
    process.execPath,
    [
      "dist/cli/second-source.mjs",
      "match",
      // What is found by meaning is not painted where the page can read it.
      "--words-only",
      "--format",
      "json",
      "--url",
      url,
      "assets/demo/index.html",
    ],
    { encoding: "utf8" },
  );
  return JSON.parse(output);
}

/** Text as compared between page and command line. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

describe(`the demo page in ${browserName}`, () => {
  let site: SiteServer;
  let proxy: RefusingProxy;
  let session: BrowserSession;
  let page: Page;

  beforeAll(async () => {
    site = await serveSite("assets/demo");
    proxy = await startRefusingProxy();
    session = await launchByWords(buildFolder("granted"), { proxy: proxy.address });
    page = await session.open(`${site.origin}/`);
    await waitForMarks(page);
  });

  afterAll(async () => {
    await session?.close();
    await proxy?.close();
    await site?.close();
  });

  it("bears the marks that the command line finds, by relation", async () => {
    const report = matchOnCommandLine(`${site.origin}/`);
    const marks = await readMarks(page);
    expect(report.matches.length).toBeGreaterThan(4);
    expect(marks.map(({ relation, text }) => `${relation}: ${text}`)).toEqual(
      report.matches.map(({ relation, exact }) => `${relation}: ${plain(exact)}`),
    );
  });

  it.each(expected.marked.filter(({ required }) => required))(
    "marks what it was written to show: $id",
    async ({ text, quote, relation, accept }) => {
      const marks = await readMarks(page);
      const mark = marks.find(
        (seen) =>
          text.includes(seen.text) ||
          (quote !== undefined && seen.text.includes(quote)) ||
          seen.text.includes(text),
      );
      expect(mark).toBeDefined();
      expect([relation, ...accept]).toContain(mark?.relation);
    },
  );

  it("leaves comments, related links, newsletter box, figure and page furniture alone", async () => {
    const furniture =
      ".comments, .related, .newsletter, .notice, figure, header.masthead, nav, footer";
    expect(await countMarksWithin(page, furniture)).toBe(0);
    expect(await countMarksWithin(page, "article")).toBeGreaterThan(0);
  });

  it("shows the badge with the count", async () => {
    const marks = await readMarks(page);
    expect(await session.badge(page)).toBe(String(marks.length));
  });

  it("shows on hover who else printed it, and closes with Escape", async () => {
    const lavrov = expected.marked.find(({ id }) => id === "lavrov");
    const point = await pointOfMark(page, (lavrov?.quote ?? "").slice(0, 40));
    await page.mouse.move(point.x, point.y);
    const text = await waitForShadowText(session, page, "The Moscow Times");
    expect(text).toContain("Pref News");
    expect(text).toMatch(/Serge[iy] Lavrov/);
    expect(text).toContain("in these new conditions");
    expect(text).toContain("2018");
    await page.keyboard.press("Escape");
    await expect.poll(() => shadowText(session, page)).not.toContain("The Moscow Times");
    await page.mouse.move(2, 2);
  });

  it("lists the matches in the popup, and jumps to the passage on a click", async () => {
    const popup = await openPopupFor(session, page);
    const common = "common will to clear Syrian territories";
    await popup.waitForFunction((words) => document.body.textContent?.includes(words), {}, common);
    const text = await popup.evaluate(() => document.body.textContent ?? "");
    expect(text).toContain("The Moscow Times");
    expect(text).toContain("Pref News");
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
    await popup.evaluate((words) => {
      const buttons = [...document.querySelectorAll<HTMLElement>("button, a[href], [role=button]")];
      const jump = buttons.find((button) => button.textContent?.includes(words));
      if (!jump) throw new Error("the passage is no button");
      jump.click();
    }, common);
    // Beside a real popup the page stays visible, and scrolls.
    await page.bringToFront();
    await page.waitForFunction(() => window.scrollY > 100, { polling: 50, timeout: 25_000 });
    await page.waitForFunction(hasComeToRest, { polling: 100, timeout: 25_000 });
    await popup.close();
  });

  it("takes the marks away when the site is switched off, leaving not a pixel, and brings them back", async () => {
    await page.bringToFront();
    const { y } = await pointOfMark(page, "common will");
    // A picture's frame counts from the top of the page, a point from the top of the window.
    const top = y + (await page.evaluate(() => window.scrollY));
    const clip = { x: 0, y: Math.max(0, top - 80), width: 1000, height: 200 };
    const marked = await page.screenshot({ clip, captureBeyondViewport: false });
    const before = await readMarks(page);
    const popup = await openPopupFor(session, page);
    await popup.evaluate((host) => {
      return browserSend({ secondSource: "site/switch", request: { host, on: false } });
      function browserSend(message: unknown): Promise<unknown> {
        return chrome.runtime.sendMessage(message);
      }
    }, "localhost");
    await waitForNoMarks(page);
    await page.bringToFront();
    const unmarked = await page.screenshot({ clip, captureBeyondViewport: false });
    expect(await countDifferentPixels(page, marked, unmarked)).toBeGreaterThan(200);
    expect(await shadowText(session, page)).toBe("");
    await popup.evaluate(
      (host) =>
        chrome.runtime.sendMessage({ secondSource: "site/switch", request: { host, on: true } }),
      "localhost",
    );
    await popup.close();
    await session.reload(page);
    await waitForMarks(page);
    expect(await readMarks(page)).toEqual(before);
  });

  it("is marked again after the background was ended", async () => {
    const before = await readMarks(page);
    await session.killBackground();
    await session.reload(page);
    await waitForMarks(page);
    expect(await readMarks(page)).toEqual(before);
  });

  it("gets its marks even if the background is ended while it waits", async () => {
    const before = await readMarks(page);
    const reloaded = session.reload(page);
    // At any moment of the reading: before the gate's message, between, and during the match.
    for (let i = 0; i < 4; i += 1) await session.killBackground().catch(() => undefined);
    await reloaded;
    await waitForMarks(page);
    expect(await readMarks(page)).toEqual(before);
  });

  it("made nobody ask for anything beyond this machine", () => {
    expect(proxy.askedFor.filter((host) => !browsersOwnHosts.test(host))).toEqual([]);
  });

  it("hands a passage over to the reader's search engine, in the words that were shown", async () => {
    const popup = await openPopupFor(session, page);
    await popup.waitForSelector("ol.matches .passage");
    const addresses = () =>
      popup.evaluate(async () => {
        const tabs = await chrome.tabs.query({});
        return tabs.map((tab) => decodeURIComponent(tab.pendingUrl || tab.url || ""));
      });
    const before = await addresses();
    await popup.click("li.match .quiet.search-it");
    const words = await popup.$eval("form.search textarea", (field) => field.value);
    expect(await addresses()).toEqual(before);
    await popup.click("form.search button[type=submit]");
    const longest = words.split(/\W+/).reduce((a, b) => (b.length > a.length ? b : a));
    await expect
      .poll(async () => (await addresses()).filter((address) => address.includes(longest)))
      .toHaveLength(1);
    await popup.close();
  });
});

/** True once the page stands where it stood at the last look. */
function hasComeToRest(): boolean {
  const { dataset } = document.documentElement;
  const isResting = dataset.lookedAt === String(window.scrollY);
  dataset.lookedAt = String(window.scrollY);
  if (isResting) delete dataset.lookedAt;
  return isResting;
}
