/** An article with frames: each has its own marks, the tab has one count and one list. */
import type { Frame, Page } from "puppeteer-core";
import { beforeAll, describe, expect, it } from "vitest";
import { browserName } from "../../support/browserUnderTest.ts";
import { expectMarks } from "../../support/expectMarks.ts";
import { hostSelector } from "../../support/ownHost.ts";
import { waitForText } from "../../support/ownPage.ts";
import { openPopupFor } from "../../support/popup.ts";
import type { ReadingBrowser } from "../../support/readingBrowser.ts";

const marks = {
  top: "Moscow reacted to the initiative without much enthusiasm.",
  inner: "“Our main objective is for the terrorist organizations to leave,” Erdogan said Friday.",
  written: "The group would station near Amman, Jordan.",
};

/** Tests in a browser that others share. */
export function testFrames(reading: ReadingBrowser): void {
  describe(`frames in ${browserName}`, () => {
    let page: Page;

    beforeAll(async () => {
      page = await reading.session.open(`${reading.origin}/frames.html`);
    });

    async function frameOf(id: string): Promise<Frame> {
      const element = await page.waitForSelector(`#${id}`);
      const frame = await element?.contentFrame();
      if (!frame) throw new Error(`no frame: ${id}`);
      return frame;
    }

    it("leave the page around them its own marks", () => expectMarks(page, "html", [marks.top]));

    it.each([
      ["of the same origin", "same", [marks.inner]],
      ["of another origin", "other", [marks.inner]],
      ["written into the page", "written", [marks.written]],
      ["too small to be read", "counter", []],
    ])("%s have their own", async (_, id, words) => expectMarks(await frameOf(id), "html", words));

    it("are counted together on the button", async () => {
      await expect.poll(() => reading.session.badge(page)).toBe("4");
    });

    it("are listed together in the popup, from which each passage is gone to", async () => {
      const popup = await openPopupFor(reading.session, page);
      await waitForText(popup, marks.written);
      await popup.evaluate((words) => {
        const passages = [...document.querySelectorAll<HTMLElement>("button.passage")];
        passages.find((passage) => passage.textContent?.includes(words))?.click();
      }, marks.written);
      // Beside a real popup the page stays visible, and scrolls. Until it has come to rest, a step that
      // a program takes would be scrolled away with its card.
      await page.bringToFront();
      let before = 0;
      await expect
        .poll(async () => {
          const { y, isInView } = await page.evaluate(() => {
            const { top, bottom } = document.getElementById("written")!.getBoundingClientRect();
            return { y: scrollY, isInView: top < innerHeight && bottom > 0 };
          });
          const isAtRest = y > 0 && y === before;
          before = y;
          return isInView && isAtRest;
        })
        .toBe(true);
      await popup.close();
    });

    it("are gone through by shortcut with the page around them", async () => {
      await page.bringToFront();
      const seen: string[] = [];
      for (let step = 0; step < 4; step++) {
        await reading.session.pressShortcut("nextMark");
        await expect
          .poll(focusedWords)
          .toSatisfy((words: string) => words !== "" && words !== seen.at(-1));
        seen.push(await focusedWords());
      }
      // Each frame once, whichever comes first.
      expect(new Set(seen.map((frameAndWords) => frameAndWords.split(" ")[0])).size).toBe(4);
      expect(seen.map(wordsOnly).toSorted()).toEqual(
        [marks.inner, marks.inner, marks.top, marks.written].toSorted(),
      );
    });

    const wordsOnly = (frameAndWords: string) =>
      frameAndWords.slice(frameAndWords.indexOf(" ") + 1);

    /** Whose card has the keyboard: the frame's address, and the words of its only mark. */
    async function focusedWords(): Promise<string> {
      for (const frame of page.frames()) {
        const words = await frame.evaluate((host) => {
          const isHere = document.hasFocus() && document.activeElement?.matches(host);
          const [range] = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
          return isHere && range instanceof Range ? range.toString() : null;
        }, hostSelector);
        if (words !== null) return `${frame.url()} ${words}`;
      }
      return "";
    }

    it("lose their marks with the site they stand in, and get them back with it", async () => {
      const own = await reading.session.openOwn("privacy.html");
      const switchSite = (on: boolean) =>
        own.evaluate(
          (isOn) =>
            chrome.runtime.sendMessage({
              secondSource: "site/switch",
              request: { host: "localhost", on: isOn },
            }),
          on,
        );
      await switchSite(false);
      for (const id of ["same", "other", "written"])
        await expectMarks(await frameOf(id), "html", []);
      await switchSite(true);
      await expectMarks(await frameOf("other"), "html", [marks.inner]);
      await own.close();
    });
  });
}
