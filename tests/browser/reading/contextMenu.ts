/** "Check this selection" and the switch of a site, from the browser's context menu. */
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { browserName } from "../../support/browserUnderTest.ts";
import { expectMarks } from "../../support/expectMarks.ts";
import { markedWithin, waitForMarks, waitForShadowText } from "../../support/markedPage.ts";
import type { ReadingBrowser } from "../../support/readingBrowser.ts";

/** Tests in a browser that others share. */
export function testContextMenu(reading: ReadingBrowser): void {
  describe(`the context menu in ${browserName}`, () => {
    let page: Page;

    async function open(file: string): Promise<void> {
      await page?.close();
      page = await reading.session.open(`${reading.origin}/${file}`);
      await page.bringToFront();
    }

    async function checkSelected(selector: string): Promise<void> {
      await page.evaluate((which) => {
        const element = document.querySelector(which) as Element;
        element.scrollIntoView({ block: "center", behavior: "instant" });
        getSelection()?.selectAllChildren(element);
      }, selector);
      await reading.session.chooseMenuItem("checkSelection");
    }

    it("has a selection checked on a page that is no article, and nothing else of it", async () => {
      await open("letters.html");
      await checkSelected("#first");
      await expectMarks(page, "html", ["The group would station near Amman, Jordan."]);
      await waitForShadowText(reading.session, page, "Al-Alam News Network");
      await checkSelected("#second");
      await expectMarks(page, "html", [
        "Moscow reacted to the initiative without much enthusiasm.",
      ]);
    });

    it("says so where nothing was found", async () => {
      await checkSelected("#third");
      await waitForShadowText(
        reading.session,
        page,
        "Nothing like this was found in other outlets.",
      );
      expect(await markedWithin(page, "html")).toEqual([]);
    });

    it("has a selection checked besides the article that leaves it out", async () => {
      await open("markup.html");
      await waitForMarks(page);
      expect(await markedWithin(page, "#comments")).toEqual([]);
      const before = await markedWithin(page, "html");
      await checkSelected("#comments");
      await expectMarks(page, "#comments p", [
        "“Our main objective is for the terrorist organizations to leave,” Erdogan said Friday.",
        "These talks come after last week’s announcement by President Donald Trump of the withdrawal of the US military from Syria.",
      ]);
      expect(await markedWithin(page, "html")).toEqual(expect.arrayContaining(before));
    });

    it("switches the site off and on", async () => {
      await open("long.html");
      await waitForMarks(page);
      const before = await markedWithin(page, "html");
      await reading.session.chooseMenuItem("switchSite");
      await expectMarks(page, "html", []);
      await reading.session.chooseMenuItem("switchSite");
      await expectMarks(page, "html", before);
    });
  });
}
