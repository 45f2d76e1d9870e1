import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { browserName, launchByWords } from "../support/browserUnderTest.ts";
import { countDifferentPixels, pointOfMark, waitForShadowText } from "../support/markedPage.ts";
import { findViolations, waitForText } from "../support/ownPage.ts";
import { openPopupFor, openSidePanelFor } from "../support/popup.ts";
import { setNeeds } from "../support/readersNeeds.ts";
import { demoBrowser } from "../support/readingBrowser.ts";
import { waitForWholeList } from "../support/savedReferences.ts";

/** By how many pixels an element's look changes when it is changed. */
async function pixelsBetween(
  page: Page,
  selector: string,
  change: (element: Element) => void,
): Promise<number> {
  const element = await page.waitForSelector(selector);
  if (element === null) throw new Error(`nothing is ${selector}`);
  const before = await element.screenshot();
  await element.evaluate(change);
  const after = await element.screenshot();
  return countDifferentPixels(page, before, after);
}

describe(`what a reader needs, in ${browserName}`, () => {
  const demo = demoBrowser(launchByWords);

  it("in forced colours: marks on the page are still lines under the words", async () => {
    await setNeeds(demo.session, demo.page, { forcedColours: true });
    const { x, y } = await pointOfMark(demo.page, "come to an understanding");
    // A picture's frame counts from the top of the page, a point from the top of the window.
    const top = y + (await demo.page.evaluate(() => window.scrollY));
    const clip = { x: x - 60, y: top - 20, width: 120, height: 40 };
    const shot = () => demo.page.screenshot({ clip, captureBeyondViewport: false });
    const marked = await shot();
    await demo.page.evaluate(() => {
      Reflect.set(globalThis, "taken", [...CSS.highlights]);
      CSS.highlights.clear();
    });
    const unmarked = await shot();
    await demo.page.evaluate(() => {
      const taken = Reflect.get(globalThis, "taken") as [string, Highlight][];
      for (const [name, ranges] of taken) CSS.highlights.set(name, ranges);
    });
    expect(await countDifferentPixels(demo.page, marked, unmarked)).toBeGreaterThan(50);
    await setNeeds(demo.session, demo.page, {});
  });

  it("in forced colours: what is chosen, differs or is current looks unlike the rest", async () => {
    const panel = await openSidePanelFor(demo.session, demo.page);
    await panel.waitForSelector('[aria-current="location"]');
    await panel.bringToFront();
    await setNeeds(demo.session, panel, { forcedColours: true });
    const told: readonly (readonly [string, (element: Element) => void])[] = [
      [
        "ol.matches",
        (list) => list.querySelector("[aria-current]")?.removeAttribute("aria-current"),
      ],
      ['.filter [aria-pressed="true"]', (item) => item.setAttribute("aria-pressed", "false")],
      ['.views [aria-selected="true"]', (item) => item.setAttribute("aria-selected", "false")],
      [
        ".wording:has(mark)",
        (item) => {
          for (const mark of item.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
        },
      ],
      ['.switch[aria-checked="true"]', (item) => item.setAttribute("aria-checked", "false")],
      // A name's line lies below the box of its words.
      ["li.match", (item) => item.querySelector(".relation")?.removeAttribute("data-relation")],
    ];
    for (const [selector, change] of told) {
      expect(await pixelsBetween(panel, selector, change), selector).toBeGreaterThan(20);
    }
    await panel.close();
  });

  it("in forced colours: the drawings' signs are seen on whatever ground the reader has", async () => {
    const popup = await openPopupFor(demo.session, demo.page);
    await (await popup.waitForSelector("#tab-outlets"))?.click();
    await popup.waitForSelector(".sign");
    await setNeeds(demo.session, popup, { forcedColours: true });
    const [sign, text, ground] = await popup.evaluate(() => {
      const colours = (selector: string) => getComputedStyle(document.querySelector(selector)!);
      return [colours(".sign").fill, colours("body").color, colours("html").backgroundColor];
    });
    expect(sign).toBe(text);
    expect(sign).not.toBe(ground);
    await popup.close();
  });

  it.runIf(browserName === "chromium").each(["light", "dark"] as const)(
    "with more contrast: all text has seven times the light of its ground or a seventh, in %s",
    async (tone) => {
      const popup = await openPopupFor(demo.session, demo.page);
      await popup.waitForSelector("ol.matches");
      await setNeeds(demo.session, popup, { moreContrast: true });
      expect(await findViolations(popup, tone, "enhancedContrast")).toEqual([]);
      await popup.close();
    },
  );

  it("with less motion: nothing moves while a page is read", async () => {
    const popup = await openPopupFor(demo.session, demo.page);
    await popup.waitForSelector("ol.matches");
    await popup.bringToFront();
    const moving = () =>
      popup.evaluate(() => {
        const progress = document.createElement("div");
        progress.className = "progress";
        document.querySelector("main")?.append(progress);
        const names = document.getAnimations().map((one) => (one as CSSAnimation).animationName);
        progress.remove();
        return names;
      });
    // Firefox's style sheets hear of it later than its `matchMedia`.
    await setNeeds(demo.session, popup, {});
    await expect.poll(moving).toEqual(["to-and-fro"]);
    await setNeeds(demo.session, popup, { lessMotion: true });
    await expect.poll(moving).toEqual([]);
    await popup.close();
  });

  it("by keyboard: Tab leads to every control, in the order in which they are read", async () => {
    const popup = await openPopupFor(demo.session, demo.page);
    await waitForWholeList(popup);
    const options = await demo.session.openOwn("options.html#corpora");
    await options.waitForSelector('input[type="number"]');
    const firstRun = await demo.session.openOwn("firstRun.html");
    await firstRun.waitForSelector(".modes");
    for (const own of [popup, options, firstRun]) {
      await own.bringToFront();
      const count = await own.evaluate(() => {
        const all = [...document.querySelectorAll<HTMLElement>("*")].filter(
          (its) => its.tabIndex >= 0 && !its.matches(":disabled, [type=radio]:not(:checked)"),
        );
        const reached: number[] = [];
        Reflect.set(globalThis, "reached", reached);
        document.addEventListener("focusin", ({ target }) =>
          reached.push(all.indexOf(target as HTMLElement)),
        );
        return all.length;
      });
      for (let press = 0; press < count; press += 1) await own.keyboard.press("Tab");
      const reached = await own.evaluate(() => Reflect.get(globalThis, "reached"));
      expect(reached, await own.title()).toEqual(Array.from({ length: count }, (_, at) => at));
      await own.close();
    }
  });

  it("at 200 and at 400 %: settings and first run need not be scrolled sideways", async () => {
    const options = await demo.session.openOwn("options.html#shown");
    await options.waitForSelector(".preview");
    const firstRun = await demo.session.openOwn("firstRun.html");
    await waitForText(firstRun, "Pref News");
    for (const own of [options, firstRun]) {
      for (const width of [640, 320]) {
        await own.setViewport({ width, height: 450 });
        const over = await own.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [location.pathname, scrollWidth - clientWidth];
        });
        expect(over, String(width)).toEqual([expect.any(String), 0]);
      }
      await own.close();
    }
  });

  it("at 400 %: the card stays within the window", async () => {
    await demo.page.setViewport({ width: 320, height: 256 });
    await demo.page.bringToFront();
    await demo.session.pressShortcut("nextMark");
    await waitForShadowText(demo.session, demo.page, "Side by side");
    const over = await demo.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
    await demo.page.setViewport({ width: 1280, height: 900 });
  });
});
