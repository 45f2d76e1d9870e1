/** A reader's pointer, finger and keys on a marked page: the card comes and goes, and the page works as before. */
import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../../scripts/browsers.ts";
import { browserName } from "../../support/browserUnderTest.ts";
import { moveOntoCard, pointsOnCard } from "../../support/cardOnPage.ts";
import { expectMarks } from "../../support/expectMarks.ts";
import {
  pointOfMark,
  shadowText,
  waitForMarks,
  waitForShadowText,
} from "../../support/markedPage.ts";
import type { ReadingBrowser } from "../../support/readingBrowser.ts";

const linked = "Moscow reacted to the initiative without much enthusiasm.";
const plain =
  "The main topic on the agenda was a US offer to Moscow to join efforts against terrorism in Syria.";
const outletOfBoth = "Al-Alam News Network";

/** Tests in a browser that others share. */
export function testPointer(reading: ReadingBrowser): void {
  describe(`the pointer over marks in ${browserName}`, () => {
    let page: Page;

    beforeAll(async () => {
      page = await reading.session.open(`${reading.origin}/hover.html`);
      await waitForMarks(page);
    });

    async function hover(words: string): Promise<{ x: number; y: number }> {
      const point = await pointOfMark(page, words);
      await page.mouse.move(point.x, point.y);
      await waitForShadowText(reading.session, page, outletOfBoth);
      return point;
    }

    async function close(): Promise<void> {
      await page.keyboard.press("Escape");
      await page.mouse.move(2, 2);
      expect(await shadowText(reading.session, page)).toBe("");
    }

    it("opens a card beside its words, which it covers none of when they are scrolled either", async () => {
      await expectMarks(page, "html", [linked, plain]);
      const { x, y } = await hover(plain);
      await page.evaluate(() => scrollBy({ top: 60, behavior: "instant" }));
      await moveOntoCard(reading.session, page, { x, y: y - 60 });
      expect(await pointsOnCard(page, "#plain")).toBe(0);
      expect(await shadowText(reading.session, page)).toContain(outletOfBoth);
      await close();
    });

    it("closes the card when its words are scrolled out of sight", async () => {
      await hover(plain);
      await page.evaluate(() => scrollTo({ top: 2_000, behavior: "instant" }));
      await expect.poll(() => shadowText(reading.session, page), { interval: 50 }).toBe("");
    });

    it("follows a link that is part of a mark", async () => {
      await hover(linked);
      await page.click("#linked a");
      expect(await page.evaluate(() => location.hash)).toBe("#initiative");
      await close();
    });

    it("selects words by dragging over a mark, without a card in the way", async () => {
      await pointOfMark(page, plain);
      const { left, right, y } = await page.evaluate(() => {
        const box = (document.getElementById("plain") as Element).getBoundingClientRect();
        return { left: box.left + 2, right: box.left + 200, y: box.top + 8 };
      });
      await page.mouse.move(left, y);
      await page.mouse.down();
      await page.mouse.move(right, y, { steps: 8 });
      const whileDragging = await shadowText(reading.session, page);
      await page.mouse.up();
      expect(whileDragging).toBe("");
      const selected = await page.evaluate(() => String(getSelection()));
      expect(selected.length).toBeGreaterThan(10);
      expect(plain).toContain(selected);
      await page.mouse.move(2, 2);
      await page.evaluate(() => getSelection()?.removeAllRanges());
    });

    it("leaves the page its own keys, also while a card is open", async () => {
      await hover(plain);
      for (const key of ["j", "/", "."]) await page.keyboard.press(key as "j");
      expect(await page.evaluate(() => Reflect.get(globalThis, "keys"))).toEqual(
        expect.arrayContaining(["j", "/", "."]),
      );
      await close();
    });

    it("opens the card for a finger, and closes it by a tap beside", async () => {
      const { x, y } = await pointOfMark(page, plain);
      await page.touchscreen.tap(x, y);
      await waitForShadowText(reading.session, page, outletOfBoth);
      await page.touchscreen.tap(20, 20);
      await expect.poll(() => shadowText(reading.session, page), { interval: 50 }).toBe("");
    });

    it("keeps marks and card at their words when the reader has zoomed in", async () => {
      await setZoom(reading.session, page, 1.5);
      await expectMarks(page, "html", [linked, plain]);
      const point = await hover(plain);
      await moveOntoCard(reading.session, page, point);
      expect(await pointsOnCard(page, "#plain")).toBe(0);
      await close();
      await setZoom(reading.session, page, 1);
    });

    it("keeps marks and card at their words when the page itself has zoomed in", async () => {
      const zoomPage = (zoom: string) =>
        page.evaluate((its) => document.documentElement.style.setProperty("zoom", its), zoom);
      await zoomPage("1.5");
      const point = await hover(plain);
      await moveOntoCard(reading.session, page, point);
      expect(await pointsOnCard(page, "#plain")).toBe(0);
      await close();
      await zoomPage("1");
    });
  });
}

/** Zooms the tab of a page as the reader can, and waits until the page is laid out so. */
async function setZoom(session: BrowserSession, page: Page, zoom: number): Promise<void> {
  const address = await page.evaluate(() => location.href);
  const own = await session.openOwn("privacy.html");
  await own.evaluate(
    async (url, factor) => {
      const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
      await chrome.tabs.setZoom(tab?.id, factor);
    },
    address,
    zoom,
  );
  await own.close();
  await page.waitForFunction((ratio) => devicePixelRatio === ratio, { polling: 50 }, zoom);
}
