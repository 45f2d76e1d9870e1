/** Pages that never stand still, and an extension that does not either. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOwnPage } from "../../support/askExtension.ts";
import { browserName } from "../../support/browserUnderTest.ts";
import { expectMarks } from "../../support/expectMarks.ts";
import { pointOfMark, waitForShadowText } from "../../support/markedPage.ts";
import { hostSelector } from "../../support/ownHost.ts";
import { findViolations, waitForGate } from "../../support/ownPage.ts";
import type { ReadingBrowser } from "../../support/readingBrowser.ts";

const moscow = "Moscow reacted to the initiative without much enthusiasm.";
const amman = "The group would station near Amman, Jordan.";
const agenda =
  "The main topic on the agenda was a US offer to Moscow to join efforts against terrorism in Syria.";

const newProse =
  "<p>This report tells of roads, bridges and schools in the northern district, and of what they cost the county in the last year.</p>";

/** Tests in a browser that others share, whose extension they load anew at the end. */
export function testLivePages(reading: ReadingBrowser): void {
  describe(`a list that is written over as it scrolls, in ${browserName}`, () => {
    it("is marked where the words stand now, there and back", async () => {
      const page = await reading.session.open(`${reading.origin}/virtual.html`);
      const show = (first: number) =>
        page.evaluate((at) => (window as unknown as { show(at: number): void }).show(at), first);
      await expectMarks(page, "html", [moscow]);
      await show(20);
      await expectMarks(page, "html", [amman]);
      await show(8);
      await expectMarks(page, "html", []);
      await show(0);
      await expectMarks(page, "html", [moscow]);
      await page.close();
    });
  });

  describe(`a live blog in ${browserName}`, () => {
    let page: Page;

    beforeAll(async () => {
      page = await reading.session.open(`${reading.origin}/live.html`);
    });

    afterAll(() => page?.close());

    function post(words: string): Promise<void> {
      return page.evaluate((text) => {
        const added = document.createElement("p");
        added.textContent = text;
        document.querySelector("#posts")?.prepend(added);
      }, words);
    }

    it("is marked post by post, the newest on top", async () => {
      await expectMarks(page, "html", [moscow]);
      await post(amman);
      await expectMarks(page, "html", [amman, moscow]);
    });

    it("loses the mark of a post that is taken back, and keeps the others", async () => {
      await page.evaluate(() => document.querySelector("#posts p")?.remove());
      await expectMarks(page, "html", [moscow]);
    });

    it("is marked further though it changes a thousand times a second elsewhere", async () => {
      await page.evaluate(() => {
        const clock = document.querySelector("#clock") as Element;
        let count = 0;
        setInterval(() => {
          for (let i = 0; i < 10; i++) clock.textContent = String(++count);
        }, 10);
      });
      await post(agenda);
      await expectMarks(page, "html", [agenda, moscow]);
    });
  });

  describe(`a page that was left, in ${browserName}`, () => {
    it("is as the reader wants it now when they go back to it, and its tab has its count again", async () => {
      const own = await openOwnPage(reading.session);
      const page = await reading.session.open(`${reading.origin}/long.html`);
      await expectMarks(page, "html", [moscow, amman, agenda]);
      const go = (where: "on" | "back") =>
        page.evaluate((way) => {
          if (way === "back") history.back();
          else location.href = "live.html";
        }, where);
      await go("on");
      await expectMarks(page, "html", [moscow]);
      await go("back");
      await expectMarks(page, "html", [moscow, amman, agenda]);
      await expect.poll(() => reading.session.badge(page)).toBe("3");
      await go("on");
      await expectMarks(page, "html", [moscow]);
      await own.switchSite(false);
      await expectMarks(page, "html", []);
      await go("back");
      await expect.poll(() => page.evaluate(() => location.pathname)).toBe("/long.html");
      await expectMarks(page, "html", []);
      await own.switchSite(true);
      await expectMarks(page, "html", [moscow, amman, agenda]);
      await page.close();
      await own.close();
    });
  });

  describe(`a page that rearranges itself, in ${browserName}`, () => {
    let page: Page;

    beforeAll(async () => {
      page = await reading.session.open(`${reading.origin}/long.html`);
    });

    afterAll(() => page?.close());

    it("keeps the marks of words that it puts into other elements, as translation does", async () => {
      await expectMarks(page, "html", [moscow, amman, agenda]);
      await page.evaluate(() => {
        for (const paragraph of document.querySelectorAll("article p")) {
          const wrapper = document.createElement("font");
          wrapper.append(...paragraph.childNodes);
          paragraph.append(wrapper);
        }
      });
      await expectMarks(page, "font", [moscow, amman, agenda]);
    });

    it.each([
      [
        "puts a copy of itself in its place",
        (html: string) =>
          document.documentElement.replaceWith(
            new DOMParser().parseFromString(html, "text/html").documentElement,
          ),
      ],
      [
        "is written anew",
        (html: string) => {
          document.open();
          document.write(html);
          document.close();
        },
      ],
    ] as const)("has marks and cards again when it %s", async (_, write) => {
      await expectMarks(page, "html", [moscow, amman, agenda]);
      await page.evaluate(
        write,
        `<!doctype html><html lang="en"><head><title>Roads | Harbour Test Page</title></head><body>
        <article><h1>Roads and bridges</h1>${newProse}<p>${amman}</p>${newProse}</article></body></html>`,
      );
      await expectMarks(page, "html", [amman]);
      const point = await pointOfMark(page, "The group would");
      // Firefox tells a page nothing of a pointer that stays where it was.
      await page.mouse.move(0, 0);
      await page.mouse.move(point.x, point.y);
      await waitForShadowText(reading.session, page, "Al-Alam News Network");
      expect(await hostsOn(page)).toBe(1);
      await reading.session.reload(page);
    });
  });

  describe(`a marked page in ${browserName}`, () => {
    it.runIf(browserName === "chromium").each([
      ["light", "background: #fff; color: #111"],
      ["dark", "background: #111; color: #eee"],
    ] as const)(
      "that is %s has nothing for axe to find that was not there before",
      async (tone, style) => {
        const own = await openOwnPage(reading.session);
        const page = await reading.session.open(`${reading.origin}/long.html`);
        await page.evaluate((its) => document.body.setAttribute("style", its), style);
        await expectMarks(page, "article p:first-of-type ~ p", [moscow, amman, agenda]);
        const point = await pointOfMark(page, "Moscow reacted");
        await page.mouse.move(point.x, point.y);
        await waitForShadowText(reading.session, page, "Al-Alam News Network");
        const marked = await findViolations(page, tone);
        await own.switchSite(false);
        await expectMarks(page, "html", []);
        expect(marked).toEqual(await findViolations(page, tone));
        await own.switchSite(true);
        await page.close();
        await own.close();
      },
    );
  });

  describe(`an extension that is loaded anew while a page is open, in ${browserName}`, () => {
    it("takes the page over: the marks are its own now, and go with it", async () => {
      const page = await reading.session.open(`${reading.origin}/long.html`);
      await expectMarks(page, "html", [moscow, amman, agenda]);
      await reading.session.reloadExtension();
      await waitForGate(reading.session);
      const own = await openOwnPage(reading.session);
      await expect
        .poll(
          () =>
            own.describe(page).then(
              ({ kind }) => kind,
              () => "nobody",
            ),
          {
            interval: 100,
            timeout: 15_000,
          },
        )
        .toBe("matched");
      await expectMarks(page, "html", [moscow, amman, agenda]);
      expect(await hostsOn(page)).toBe(1);
      await own.switchSite(false);
      await expectMarks(page, "html", []);
      expect(await hostsOn(page)).toBe(0);
      await own.switchSite(true);
      await own.close();
      await page.close();
    });
  });
}

function hostsOn(page: Page): Promise<number> {
  return page.evaluate((host) => document.querySelectorAll(host).length, hostSelector);
}
