import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { browserName, tones } from "../support/browserUnderTest.ts";
import { expectNothingForAxe } from "../support/expectNothingForAxe.ts";
import { keepingBrowser } from "../support/keepingBrowser.ts";
import { keptArticles, keptTitles } from "../support/keptArticles.ts";
import { readMarks } from "../support/markedPage.ts";
import { coastPage, islandPage, roadsPage, sharedSentence } from "../support/newsPages.ts";
import { pressIn, tabTo, waitForText } from "../support/ownPage.ts";
import { openPopupFor } from "../support/popup.ts";

const coastTitle = "Harbour council reopens the lighthouse";
const islandTitle = "Ferries sail again after days of fog";

describe(`articles of the reader's own in ${browserName}`, () => {
  const pages = new Map([
    ["/coast", coastPage()],
    ["/island", islandPage()],
    ["/third", roadsPage()],
  ]);
  const browser = keepingBrowser(pages);

  /** Outlets that the page's report names, once the page has been matched. */
  async function outletsOn(page: Page): Promise<string[]> {
    const state = await browser.extension.describe(page);
    if (state.kind !== "matched") return [state.kind];
    const references = state.report.matches.flatMap(({ references: its }) => its);
    return [...new Set(references.map(({ article }) => article.outlet))];
  }

  /** The settings' list of articles, once it has the one from the coast. */
  async function openLibrary(): Promise<Page> {
    const options = await browser.session.openOwn("options.html#library");
    await waitForText(options, coastTitle);
    return options;
  }

  it("are saved from the popup", async () => {
    const page = await browser.session.open(`${browser.origin}/coast`);
    const popup = await openPopupFor(browser.session, page);
    await pressIn(popup, "Save this page’s article");
    await waitForText(popup, "From now on, the pages you read are compared with this article.");
    expect(await keptTitles(browser.own)).toEqual([coastTitle]);
    await expectNothingForAxe(popup);
    await popup.close();
    await page.close();
  });

  it("are found on another outlet's page, and told to the reader and not to the page", async () => {
    const page = await browser.session.open(`${browser.origin}/island`);
    await expect.poll(() => outletsOn(page)).toEqual(["Coast Courier"]);
    const state = await browser.extension.describe(page);
    expect(state.kind === "matched" && state.report.matches.map(({ exact }) => exact)).toEqual([
      sharedSentence,
    ]);
    expect(state.kind === "matched" && state.placed).toEqual([true]);
    expect(await readMarks(page)).toEqual([]);
    await page.close();
  });

  it("are still there after the background has died", async () => {
    await browser.session.killBackground();
    const page = await browser.session.open(`${browser.origin}/island`);
    await expect.poll(() => outletsOn(page)).toEqual(["Coast Courier"]);
    await page.close();
  });

  it("do not count as references on their own page, at whatever address it is", async () => {
    const page = await browser.session.open(`${browser.origin}/coast?utm_source=letter#top`);
    await expect.poll(() => outletsOn(page)).toEqual([]);
    await page.close();
  });

  it("that changed since they were saved are told of, sentence by sentence", async () => {
    pages.set(
      "/coast",
      coastPage((text) => text.replace("four crowns", "six crowns")),
    );
    const page = await browser.session.open(`${browser.origin}/coast`);
    const popup = await openPopupFor(browser.session, page);
    await waitForText(popup, ": one sentence");
    await waitForText(popup, "Now: Visitors will pay six crowns from May on");
    pages.set("/coast", coastPage());
    await browser.session.reload(page);
    await popup.close();
    const again = await openPopupFor(browser.session, page);
    await waitForText(again, "Unchanged since");
    await again.close();
    await page.close();
  });

  it("are saved by menu and shortcut, whole or as an excerpt, with a sign on the button", async () => {
    const page = await browser.session.open(`${browser.origin}/island`);
    // The count would take the sign's place.
    await expect.poll(() => browser.session.badge(page)).toBe("1");
    await page.bringToFront();
    await page.evaluate(() => {
      const paragraph = document.querySelectorAll("p")[1] as HTMLElement;
      getSelection()?.selectAllChildren(paragraph);
    });
    await browser.session.chooseMenuItem("saveSelection");
    await expect.poll(() => keptTitles(browser.own)).toEqual([islandTitle, coastTitle]);
    await expect
      .poll(() => browser.session.badge(page), { timeout: 25_000, interval: 50 })
      .toBe("✓");
    const popup = await openPopupFor(browser.session, page);
    await waitForText(popup, "Unchanged since");
    await popup.close();
    await page.bringToFront();
    await browser.session.pressShortcut("savePage");
    await expect
      .poll(() => keptArticles(browser.own))
      .toMatchObject([{ title: islandTitle, origin: "saved" }, {}]);
    await page.close();
  });

  it("are listed in the settings, removed there, and brought back", async () => {
    const options = await openLibrary();
    await expectNothingForAxe(options);
    await options.click(`button[aria-label="Remove “${coastTitle}”"]`);
    await waitForText(options, "One article was removed.");
    expect(await keptTitles(browser.own)).toEqual([islandTitle]);
    await pressIn(options, "Undo");
    await expect.poll(() => keptTitles(browser.own)).toContain(coastTitle);
    await options.close();
  });

  it("leave an open page when they are removed, and return to it with Undo", async () => {
    const page = await browser.session.open(`${browser.origin}/island`);
    await expect.poll(() => outletsOn(page)).toEqual(["Coast Courier"]);
    const options = await openLibrary();
    await options.click(`button[aria-label="Remove “${coastTitle}”"]`);
    await waitForText(options, "One article was removed.");
    await expect.poll(() => outletsOn(page)).toEqual([]);
    await pressIn(options, "Undo");
    await expect.poll(() => outletsOn(page)).toEqual(["Coast Courier"]);
    await options.close();
    await page.close();
  });

  it("are removed and restored by keyboard alone: the focus moves to Undo", async () => {
    const options = await openLibrary();
    await options.bringToFront();
    const titles = () =>
      options.$$eval(".kept-title", (links) => links.map((link) => link.textContent));
    const focused = () => options.evaluate(() => document.activeElement?.textContent);
    const removals: readonly (readonly [string, readonly string[]])[] = [
      // The first of two, the other one, and both, after which nothing is left.
      ["Remove", [coastTitle]],
      ["Remove selected", []],
    ];
    for (const [button, left] of removals) {
      if (button !== "Remove") {
        await tabTo(options, "Select all");
        await options.keyboard.press("Enter");
      }
      await tabTo(options, button);
      await options.keyboard.press("Enter");
      await expect.poll(titles).toEqual(left);
      await expect.poll(focused).toBe("Undo");
      await options.keyboard.press("Enter");
      await expect.poll(titles).toEqual([islandTitle, coastTitle]);
    }
    await options.close();
  });

  it("are sorted and narrowed down, by keyboard alone", async () => {
    const options = await openLibrary();
    await options.bringToFront();
    const titles = () =>
      options.$$eval(".kept-title", (links) => links.map((link) => link.textContent));
    expect(await titles()).toEqual([islandTitle, coastTitle]);
    await tabTo(options, "Date added");
    await options.keyboard.press("ArrowDown");
    await options.keyboard.press("End");
    await options.keyboard.press("Enter");
    await expect.poll(titles).toEqual([islandTitle, coastTitle].sort());
    await tabTo(options, "All");
    await options.keyboard.press("c");
    await options.keyboard.press("Enter");
    await expect.poll(titles).toEqual([coastTitle]);
    await options.close();
  });

  it("are shown as they were kept, and lead back to the list, by keyboard alone", async () => {
    const options = await openLibrary();
    await options.bringToFront();
    await tabTo(options, coastTitle);
    await options.keyboard.press("Enter");
    await waitForText(options, sharedSentence);
    for (const tone of tones) await expectNothingForAxe(options, tone);
    await options.waitForFunction(() => document.activeElement?.id === "kept-heading");
    await tabTo(options, "Back to your articles", "back");
    await options.keyboard.press("Enter");
    await options.waitForFunction(
      (title) => document.activeElement?.textContent === title,
      { polling: 50, timeout: 25_000 },
      coastTitle,
    );
    await options.close();
  });

  it("appear in the list that is open, and move nothing that is looked at", async () => {
    const options = await openLibrary();
    // As a window that is too low for the list.
    await options.setViewport({ width: 900, height: 400 });
    const place = () =>
      options.evaluate((title) => {
        const links = [...document.querySelectorAll(".kept-title")];
        const its = links.find(({ textContent }) => textContent === title);
        return { top: its?.getBoundingClientRect().top, count: links.length };
      }, coastTitle);
    await options.evaluate((title) => {
      const links = [...document.querySelectorAll(".kept-title")];
      links.find(({ textContent }) => textContent === title)?.scrollIntoView();
    }, coastTitle);
    const before = await place();
    const page = await browser.session.open(`${browser.origin}/third`);
    expect(await browser.extension.save(page)).toBe("new");
    await options.bringToFront();
    await expect.poll(async () => (await place()).count).toBe(before.count + 1);
    expect((await place()).top).toBeCloseTo(before.top ?? 0, 0);
    await page.close();
    await options.close();
  });

  it("are removed together, and brought back together with their origins", async () => {
    const before = await keptArticles(browser.own);
    expect(before).toHaveLength(3);
    const options = await openLibrary();
    await pressIn(options, "Select all (3)");
    await pressIn(options, "Remove selected");
    await waitForText(options, "3 articles were removed.");
    expect(await keptTitles(browser.own)).toEqual([]);
    // The background may die in between.
    await browser.session.killBackground();
    await pressIn(options, "Undo");
    await expect.poll(() => keptArticles(browser.own)).toEqual(before);
    await options.close();
  });
});
