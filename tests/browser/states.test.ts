import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import type { KeptText } from "../../src/messages/keptProtocol.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { expectMarks } from "../support/expectMarks.ts";
import { ask, keptArticles, keptTitles } from "../support/keptArticles.ts";
import { waitForMarks, waitForShadowText } from "../support/markedPage.ts";
import { coastPage, coastText, newsPage } from "../support/newsPages.ts";
import { pressIn, tabTo, waitForGate, waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";

const stating = (page: string, data: object) =>
  page.replace(
    "</head>",
    `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Harbour council", ...data })}</script></head>`,
  );
/** A long report whose middle has a line that usually ends an article; a bundled sentence is below it. */
const bundledSentence = "Moscow reacted to the initiative without much enthusiasm.";
const report = [
  ...Array.from(
    { length: 12 },
    (_, at) =>
      `Paragraph ${at} of this report tells of roads, bridges and schools in the northern district, and of what they cost.`,
  ),
  bundledSentence,
];
const interrupted = newsPage("Northern Gazette", "Roads and bridges in the north", [
  ...report.slice(0, 4),
  "Comments",
  ...report.slice(4),
]);

/**
 * A page of which Readability takes the first half: the other paragraphs are too deep in boxes of
 * their own, a box for two or three. The bundled sentence is among them.
 */
const boxed = (paragraphs: readonly string[], levels: number): string =>
  levels === 0
    ? paragraphs.map((text) => `<p>${text}</p>`).join("")
    : `<div>${boxed(paragraphs, levels - 1)}</div>`;
const scattered = newsPage("Northern Gazette", "Roads and bridges in the north", [])
  .replaceAll(/<\/?article>/g, "")
  .replace(
    "</h1>",
    `</h1>${boxed(report.slice(0, 6), 3)}<section>${boxed(report.slice(6, 8), 6)}${boxed(report.slice(8, 10), 6)}${boxed(report.slice(10), 6)}</section>`,
  );
/** The rest of the lighthouse's story, which the page keeps for its subscribers. */
const rest = Array.from(
  { length: 20 },
  (_, at) => `Sentence ${at} of the rest tells subscribers what the council spent on the lamp.`,
);

const timetable = `<!doctype html><html lang="en"><head><title>Timetable</title></head>
  <body><h1>Timetable</h1><ul><li>Riga 8:10</li><li>Tallinn 9:30</li></ul></body></html>`;

describe(`what is said of a page in ${browserName}`, () => {
  const pages = new Map([
    ["/coast", coastPage()],
    ["/timetable", timetable],
    ["/part", stating(coastPage(), { wordCount: 1_250 })],
    ["/text", stating(coastPage(), { articleBody: `${coastText}\n${rest.join("\n")}` })],
    [
      "/microdata",
      coastPage().replace("</head>", '<meta itemprop="wordCount" content="900"></head>'),
    ],
    ["/scattered", scattered],
    ["/interrupted", stating(interrupted, { articleBody: report.join("\n") })],
  ]);
  let site: SiteServer;
  let session: BrowserSession;

  beforeAll(async () => {
    site = await serveSite("assets/demo", pages);
    session = await launchByWords(buildFolder("granted"));
    await waitForGate(session);
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  async function expectSaid(page: Page, words: string, badge: string): Promise<void> {
    const popup = await openPopupFor(session, page);
    await waitForText(popup, words);
    await expect.poll(() => session.badge(page)).toBe(badge);
    await popup.close();
    await page.close();
  }

  it("is that nothing was found, where an article shares nothing", async () => {
    await expectSaid(await session.open(`${site.origin}/coast`), "Nothing found", "0");
  });

  it("is that only a part could be read, where the page states that there is far more", async () => {
    const page = await session.open(`${site.origin}/part`);
    await expectSaid(page, "Only part of this page could be read: 101 of about 1,250 words.", "0");
  });

  it("is the same where the page states the whole text, and shows a part of it", async () => {
    const page = await session.open(`${site.origin}/text`);
    await expectSaid(page, "Only part of this page could be read: 101 of about 381 words.", "0");
  });

  it("is the same where the number of words is in the page's microdata", async () => {
    const page = await session.open(`${site.origin}/microdata`);
    await expectSaid(page, "Only part of this page could be read: 101 of about 900 words.", "0");
  });

  it("is what was found in all of it, where Readability takes half; and all of it is saved", async () => {
    const page = await session.open(`${site.origin}/scattered`);
    await expectMarks(page, "html", [bundledSentence]);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "Moscow reacted");
    expect(await popup.evaluate(() => document.body.textContent)).not.toContain("Only part of");
    await pressIn(popup, "Save this page’s article");
    await waitForText(popup, "From now on, the pages you read are compared with this article.");
    const [saved] = await keptArticles(popup);
    const kept = await ask<KeptText>(popup, "kept/article", { id: saved!.id, version: null });
    expect(kept.paragraphs).toEqual(report);
    await ask(popup, "kept/remove", { ids: [saved!.id] });
    await popup.close();
    await page.close();
  });

  it("is what was found in the whole text that the page states, and of no part", async () => {
    const page = await session.open(`${site.origin}/interrupted`);
    await expectMarks(page, "html", [bundledSentence]);
    const popup = await openPopupFor(session, page);
    await waitForText(popup, "Moscow reacted");
    expect(await popup.evaluate(() => document.body.textContent)).not.toContain("Only part of");
    await popup.close();
    await page.close();
  });

  it("is that it was not checked, where it is no article", async () => {
    await expectSaid(await session.open(`${site.origin}/timetable`), "Not checked", "");
  });

  it("is that it cannot be read, where it is not of the web", async () => {
    await expectSaid(await session.openOwn("options.html"), "Not possible here", "");
  });

  it("loses a version that is no match in the card, by keyboard alone, and has it back", async () => {
    const page = await session.open(`${site.origin}/`);
    await waitForMarks(page);
    await page.bringToFront();
    await session.pressShortcut("nextMark");
    await waitForShadowText(session, page, "Not a match");
    // From the card's arrow: the original, side by side, the citation, no match.
    for (let stop = 0; stop < 4; stop++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await waitForShadowText(session, page, "Dismissed. It will not be shown again.");
    const own = await session.openOwn("privacy.html");
    const dismissed = async () => {
      const { dismissed: its } = await ask<{ dismissed: object[] }>(own, "choices/read");
      return its.length;
    };
    expect(await dismissed()).toBe(1);
    await page.bringToFront();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(dismissed).toBe(0);
    await own.close();
    await page.close();
  });

  it("is forgotten with everything else that is stored, when the reader deletes it", async () => {
    const page = await session.open(`${site.origin}/coast`);
    const popup = await openPopupFor(session, page);
    await popup.bringToFront();
    await tabTo(popup, "Save this page’s article");
    await popup.keyboard.press("Enter");
    await waitForText(popup, "From now on, the pages you read are compared with this article.");
    // The button that was pressed is gone; the keyboard goes on where it was.
    await popup.waitForFunction(() => document.activeElement?.textContent === "Remove", {
      polling: 50,
      timeout: 25_000,
    });
    const options = await session.openOwn("options.html#library");
    await waitForText(options, "Harbour council");
    await options.bringToFront();
    await tabTo(options, "What is kept and what is sent");
    await options.keyboard.press("Enter");
    await tabTo(options, "Delete all stored data");
    await options.keyboard.press("Enter");
    await options.waitForSelector(".asking");
    await tabTo(options, "Delete", "back");
    await options.keyboard.press("Enter");
    await waitForText(options, "Deleted.");
    expect(await keptTitles(options)).toEqual([]);
    expect(await options.evaluate(() => chrome.storage.local.get())).toEqual({});
    await options.close();
    await popup.close();
    await page.close();
  });
});
