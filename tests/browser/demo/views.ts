import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { browserName, tones } from "../../support/browserUnderTest.ts";
import { expectNothingForAxe } from "../../support/expectNothingForAxe.ts";
import { readMarks, waitForMarks, waitForShadowText } from "../../support/markedPage.ts";
import { findOwn, findViolations, tabTo, waitForText } from "../../support/ownPage.ts";
import { openPopupFor, openSidePanelFor } from "../../support/popup.ts";
import type { DemoBrowser } from "../../support/readingBrowser.ts";

const views = ["passages", "outlets", "time", "sources"] as const;

/** Words of the passage that the list keeps in sight. */
function currentWords(panel: Page): Promise<string | null> {
  return panel.evaluate(
    () => document.querySelector('[aria-current="location"] .passage')?.textContent ?? null,
  );
}

/** Tests in a browser that others share. */
export function testViews(demo: DemoBrowser): void {
  describe(`the views of a page's cross-references in ${browserName}`, () => {
    it.each(browserName === "chromium" ? tones : tones.slice(0, 1))(
      "show nothing for axe to find, in %s",
      async (tone) => {
        const popup = await openPopupFor(demo.session, demo.page);
        await popup.waitForSelector("ol.matches");
        for (const view of views) {
          await popup.click(`#tab-${view}`);
          await popup.waitForSelector(`#tab-${view}[aria-selected="true"]`);
          expect(await findViolations(popup, tone), view).toEqual([]);
        }
        await popup.click("#tab-passages");
        await (await popup.waitForSelector("button.compare-it"))?.click();
        await waitForText(popup, "Two wordings side by side");
        expect(await findViolations(popup, tone), "side by side").toEqual([]);
        await popup.close();
      },
    );

    it("stay within the width they get, wide and narrow", async () => {
      const popup = await openPopupFor(demo.session, demo.page);
      await popup.waitForSelector("ol.matches");
      for (const width of [440, 320]) {
        await popup.setViewport({ width, height: 600 });
        for (const view of views) {
          await popup.click(`#tab-${view}`);
          await popup.waitForSelector(`#tab-${view}[aria-selected="true"]`);
          const over = await popup.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(over, `${view} at ${width}`).toBe(0);
        }
      }
      await popup.close();
    });

    it("say by keyboard alone who printed it first", async () => {
      const popup = await openPopupFor(demo.session, demo.page);
      await popup.waitForSelector("ol.matches");
      await popup.bringToFront();
      await tabTo(popup, "Passages");
      await popup.keyboard.press("ArrowRight");
      await popup.keyboard.press("ArrowRight");
      await waitForText(popup, "First in print");
      await waitForText(popup, "(date inferred)");
      await popup.close();
    });

    it("put two wordings side by side by keyboard alone", async () => {
      const popup = await openPopupFor(demo.session, demo.page);
      await popup.waitForSelector("ol.matches");
      await popup.bringToFront();
      await tabTo(popup, "“We have come to an understanding");
      await tabTo(popup, "Side by side");
      await popup.keyboard.press("Enter");
      await waitForText(popup, "Two wordings side by side");
      const chosen = () =>
        popup.$$eval(".side select", (lists) => lists.map((list) => list.selectedOptions[0]?.text));
      expect(await chosen()).toEqual(["This page", "The Moscow Times"]);
      await tabTo(popup, "This page");
      await popup.keyboard.type("Pref");
      await expect.poll(chosen).toEqual(["Pref News", "The Moscow Times"]);
      expect((await popup.$$(".side mark")).length).toBeGreaterThan(1);
      await tabTo(popup, "Back to the list", "back");
      await popup.keyboard.press("Enter");
      await popup.waitForSelector("ol.matches", { visible: true });
      await popup.close();
    });

    it("open from a card, by keyboard alone, with its version beside the page's words", async () => {
      const own = await demo.session.openOwn("privacy.html");
      const word = await own.evaluateHandle(() => {
        const left: string[] = [];
        chrome.storage.session.onChanged.addListener((changes) => {
          for (const { newValue } of Object.values(changes)) left.push(newValue ? "left" : "taken");
        });
        return left;
      });
      await demo.page.bringToFront();
      await demo.page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
      await demo.session.pressShortcut("nextMark");
      await waitForShadowText(demo.session, demo.page, "Side by side");
      // From the card's arrow over the link to the original.
      await demo.page.keyboard.press("Tab");
      await demo.page.keyboard.press("Tab");
      await demo.page.keyboard.press("Enter");
      await expect.poll(() => word.jsonValue()).toEqual(["left", "taken"]);
      // What Firefox shows in its real popup is out of reach.
      if (browserName === "chromium") {
        const list = await findOwn(demo.session, "popup.html");
        await waitForText(list, "Two wordings side by side");
        await list.close();
      }
      await own.close();
    });

    it("follow the page in the side panel", async () => {
      const panel = await openSidePanelFor(demo.session, demo.page);
      await panel.waitForSelector('[aria-current="location"]');
      const atFirst = await currentWords(panel);
      await demo.page.evaluate(() =>
        window.scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: "instant" }),
      );
      await panel.waitForFunction(
        (before) => {
          const words = document.querySelector('[aria-current="location"] .passage')?.textContent;
          return words != null && words !== before;
        },
        { polling: 50, timeout: 25_000 },
        atFirst,
      );
      for (const tone of ["light", "dark"] as const) await expectNothingForAxe(panel, tone);
      await panel.close();
    });

    it("leave out a dismissed match by keyboard alone, for good, until that is undone", async () => {
      const before = await readMarks(demo.page);
      const popup = await openPopupFor(demo.session, demo.page);
      await popup.waitForSelector("ol.matches");
      // What meaning finds joins the list later, and would be counted as come back; of a hidden page it waits.
      await demo.page.bringToFront();
      await waitForText(popup, "Compared by words and meaning");
      await popup.bringToFront();
      const versions = () =>
        popup.$$eval(".reference .wording, .reference .same", (items) =>
          items.map((item) => item.textContent),
        );
      const shown = await versions();
      const [first] = shown;
      // A version may answer two passages: only the one that was dismissed goes.
      const timesOf = (words: unknown, among: readonly unknown[]) =>
        among.filter((one) => one === words).length;
      const expectLess = async (words: unknown, by: number) =>
        expect.poll(async () => timesOf(words, await versions())).toBe(timesOf(words, shown) - by);
      await tabTo(popup, "Not a match");
      await popup.keyboard.press("Enter");
      await waitForText(popup, "Dismissed. It will not be shown again.");
      await expectLess(first, 1);
      await demo.session.reload(demo.page);
      await waitForMarks(demo.page);
      await demo.session.reload(popup);
      await popup.waitForSelector("ol.matches");
      // What meaning finds joins the list later, and would be counted as come back.
      await demo.page.bringToFront();
      await waitForText(popup, "Compared by words and meaning");
      await popup.bringToFront();
      await expectLess(first, 1);
      // Listed anew, its passage may have another place.
      const [second] = await versions();
      await tabTo(popup, "Not a match");
      await popup.keyboard.press("Enter");
      await waitForText(popup, "Dismissed. It will not be shown again.");
      await expectLess(second, 1);
      await popup.keyboard.press("Enter");
      await expect.poll(async () => timesOf(second, await versions())).toBe(timesOf(second, shown));
      await expectLess(first, 1);
      await popup.evaluate(() => chrome.storage.local.remove("reportChoices"));
      await popup.close();
      await expect.poll(() => readMarks(demo.page)).toEqual(before);
    });

    it("step their tools forward where the reader is, and move nothing by it", async () => {
      const popup = await openPopupFor(demo.session, demo.page);
      await popup.waitForSelector("li.reference .tools");
      const seen = () =>
        popup.$eval("li.reference .tools", (tools) => ({
          opacity: getComputedStyle(tools).opacity,
          top: tools.getBoundingClientRect().top + scrollY,
        }));
      const { top } = await seen();
      // Where nothing can hover, as in some headless browsers, they are there all the time.
      const isHovering = await popup.evaluate(() => matchMedia("(hover: hover)").matches);
      expect(await seen()).toEqual({ opacity: isHovering ? "0" : "1", top });
      await popup.bringToFront();
      await tabTo(popup, "Side by side");
      expect(await seen()).toEqual({ opacity: "1", top });
      await popup.close();
    });

    it("copy a citation by keyboard alone", async () => {
      const popup = await openPopupFor(demo.session, demo.page);
      await popup.waitForSelector("ol.matches");
      await popup.bringToFront();
      await tabTo(popup, "Copy citation");
      await popup.keyboard.press("Enter");
      await waitForText(popup, "Copied.");
      await popup.close();
    });
  });
}
