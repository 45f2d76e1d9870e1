import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "puppeteer-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../../scripts/browsers.ts";
import { anArticle } from "../../corpora/articles.ts";
import { browserName, tones } from "../../support/browserUnderTest.ts";
import { expectNothingForAxe } from "../../support/expectNothingForAxe.ts";
import { chooseFile, openSettings, statusWhen } from "../../support/importing.ts";
import {
  countDifferentPixels,
  pointOfMark,
  readMarks,
  type SeenMark,
  waitForMarks,
  waitForNoMarks,
  waitForRest,
} from "../../support/markedPage.ts";
import { tabTo, waitForText } from "../../support/ownPage.ts";
import { openPopupFor } from "../../support/popup.ts";
import type { DemoBrowser } from "../../support/readingBrowser.ts";
import {
  inAnyOrder,
  referencesInAnnotations,
  referencesInCsv,
  referencesInMarkdown,
  savedFile,
  shownReferences,
} from "../../support/savedReferences.ts";

/**
 * Tests in a browser that others share, which reads pages only on a click after them.
 * @param downloads the folder that the browser saves to
 */
export function testOwnPages(demo: DemoBrowser, downloads: string): void {
  describe(`the extension's own pages in ${browserName}`, () => {
    let session: BrowserSession;
    let page: Page;
    /** Long after anything was jumped to: a jump lights up its mark for a while. */
    let marksAtFirst: SeenMark[];

    beforeAll(async () => {
      ({ session, page } = demo);
      await waitForMeaning();
      marksAtFirst = await readMarks(page);
    });

    /** What is found by meaning is painted later, and would change the pictures. A hidden page waits. */
    async function waitForMeaning(): Promise<void> {
      const popup = await openPopupFor(session, page);
      await page.bringToFront();
      await waitForText(popup, "Compared by words and meaning");
      await popup.close();
    }

    it.runIf(browserName === "chromium").each(tones)(
      "show nothing for axe to find, in %s",
      async (tone) => {
        const popup = await openPopupFor(session, page);
        await waitForText(popup, "The Moscow Times");
        await expectNothingForAxe(popup, tone);
        await popup.close();
        const firstRun = await session.openOwn("firstRun.html");
        await waitForText(firstRun, "Pref News");
        await expectNothingForAxe(firstRun, tone);
        await firstRun.close();
        const options = await session.openOwn("options.html");
        await options.waitForSelector(".sections");
        const sections = await options.$$eval(".sections a", (links) =>
          links.map((its) => its.hash),
        );
        expect(sections.length).toBeGreaterThan(8);
        for (const section of sections) {
          await options.click(`.sections a[href="${section}"]`);
          await options.waitForSelector(section);
          await expectNothingForAxe(options, tone, section);
        }
        await options.close();
        const policy = await session.openOwn("privacy.html");
        await waitForText(policy, "What is stored");
        await expectNothingForAxe(policy, tone);
        await policy.close();
      },
    );

    it("lead from the settings to the privacy policy and to the licences of all that is bundled", async () => {
      const options = await session.openOwn("options.html#data");
      await waitForText(options, "Licences and sources");
      const texts = await options.$$eval(".documents a", (links) =>
        Promise.all(
          links.map(async (link) => (await fetch((link as HTMLAnchorElement).href)).text()),
        ),
      );
      await options.close();
      expect(texts[0]).toContain("<h1>Privacy</h1>");
      for (const its of [
        "preact",
        "Princeton University",
        "GloVe",
        "e5-small",
        "Sputnik",
        "Eigen",
      ]) {
        expect(texts[1]).toContain(its);
      }
    });

    /** A picture of the first mark of a relation, as the reader sees it. */
    async function pictureOf(words: string): Promise<Uint8Array> {
      const { x, y } = await pointOfMark(page, words);
      await waitForRest(page);
      const top = await page.evaluate(() => scrollY);
      const clip = { x: x - 40, y: Math.round(y + top) - 14, width: 80, height: 28 };
      return page.screenshot({ clip, captureBeyondViewport: false });
    }

    /** Makes a choice in the settings and takes it back; the mark's words look otherwise meanwhile. */
    async function expectSeen(choose: (options: Page) => Promise<void>): Promise<void> {
      const words = marksAtFirst.find(({ relation }) => relation === "verbatim")!.text;
      const usual = await pictureOf(words);
      const changed = async () => countDifferentPixels(page, usual, await pictureOf(words));
      const options = await session.openOwn("options.html#shown");
      await options.waitForSelector('[data-relation="verbatim"] input');
      await choose(options);
      await expect.poll(changed).toBeGreaterThan(50);
      // What the page's scripts can read stays as it was.
      await expect.poll(() => readMarks(page)).toEqual(marksAtFirst);
      await options.bringToFront();
      await choose(options);
      await expect.poll(changed).toBe(0);
      await expect.poll(() => readMarks(page)).toEqual(marksAtFirst);
      await options.close();
    }

    it("leave out the marks of a relation that is hidden in the settings, and show them again", () =>
      expectSeen((options) => options.click('[data-relation="verbatim"] input')));

    it("change the colours of marks on pages that are open, and change them back", async () => {
      const palettes = [2, 0];
      await expectSeen(async (options) => {
        const radios = await options.$$('input[name="palette"]');
        await radios[palettes.shift()!]?.click();
      });
    });

    it("say that they have as many passages as they list", async () => {
      const popup = await openPopupFor(session, page);
      await popup.waitForSelector("ol.matches");
      // At one moment: what is found by meaning joins both.
      const { said, listed } = await popup.$eval("main", (main) => ({
        said: main.textContent,
        listed: main.querySelectorAll("ol.matches > li").length,
      }));
      expect(said).toContain(`${listed} passages on this page have matches in`);
      // Those that are found by meaning are painted where no script can count them.
      expect(listed).toBeGreaterThanOrEqual(marksAtFirst.length);
      await popup.close();
    });

    it("lead from the popup to a passage by keyboard alone", async () => {
      const popup = await openPopupFor(session, page);
      await popup.waitForSelector("ol.matches");
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
      await popup.bringToFront();
      await tabTo(popup, "“As in the past");
      await popup.keyboard.press("Enter");
      await waitForText(popup, "Shown on the page.");
      // Beside a real popup the page stays visible, and scrolls.
      await page.bringToFront();
      await page.waitForFunction(() => window.scrollY > 100, { polling: 50, timeout: 25_000 });
      await popup.close();
    });

    it("switch the site off and on again by keyboard alone", async () => {
      const popup = await openPopupFor(session, page);
      await popup.waitForSelector("ol.matches");
      await popup.bringToFront();
      await tabTo(popup, "localhost");
      await popup.keyboard.press(" ");
      await waitForText(popup, "Off for this site");
      await waitForNoMarks(page);
      await tabTo(popup, "Switch on here");
      await popup.keyboard.press("Enter");
      await waitForText(popup, "passages on this page have matches in");
      await waitForMarks(page);
      expect(await readMarks(page)).toEqual(marksAtFirst);
      await popup.close();
    });

    it("switch everything off and on again by keyboard alone", async () => {
      const popup = await openPopupFor(session, page);
      await popup.waitForSelector("ol.matches");
      await popup.bringToFront();
      await tabTo(popup, "Switch off everywhere", "back");
      await popup.keyboard.press("Enter");
      await waitForText(popup, "Off everywhere");
      await waitForNoMarks(page);
      await session.reload(page);
      await session.reload(popup);
      await waitForText(popup, "Off everywhere");
      await tabTo(popup, "Switch on again");
      await popup.keyboard.press("Enter");
      await page.bringToFront();
      await waitForMarks(page);
      await waitForText(popup, "passages on this page have matches in");
      expect(await readMarks(page)).toEqual(marksAtFirst);
      await popup.close();
    });

    it("save a page's findings, by keyboard alone, in files that hold the references shown", async () => {
      const popup = await openPopupFor(session, page);
      // What meaning adds would join the list after it is read here.
      await waitForText(popup, "Compared by words and meaning");
      const references = await shownReferences(popup);
      expect(new Set(references.map(({ outlet }) => outlet)).size).toBeGreaterThan(2);
      const shown = inAnyOrder(references);
      await popup.bringToFront();
      await tabTo(popup, "Export the findings", "back");
      await popup.keyboard.press("Enter");
      await waitForText(popup, "Web Annotations");
      for (let form = 0; form < 4; form += 1) {
        await tabTo(popup, "Save");
        await popup.keyboard.press("Enter");
      }
      const saved = async (name: string) => strFromU8(await savedFile(downloads, name));
      expect(inAnyOrder(referencesInMarkdown(await saved(".md")))).toEqual(shown);
      expect(inAnyOrder(referencesInCsv(await saved(".csv")))).toEqual(shown);
      const annotations = JSON.parse(await saved(".jsonld"));
      expect(inAnyOrder(referencesInAnnotations(annotations))).toEqual(shown);
      await popup.close();
    });

    it("save the reader's own articles, by keyboard alone, in a file that holds them whole", async () => {
      const article = anArticle("harbour");
      const file = join(downloads, "mine.jsonl");
      writeFileSync(file, JSON.stringify(article));
      const settings = await openSettings(session);
      await chooseFile(settings, file);
      await statusWhen(settings, ({ imports: [first] }) => first?.state === "done");
      await settings.bringToFront();
      await tabTo(settings, "Export as JSON Lines", "back");
      await settings.keyboard.press("Enter");
      const zip = unzipSync(await savedFile(downloads, ".zip"));
      const [lines = new Uint8Array()] = Object.values(zip);
      expect(JSON.parse(strFromU8(lines))).toMatchObject({
        title: article.title,
        body: article.body,
      });
      await settings.close();
    });

    it("lead through the sections of the settings by keyboard, back and on again", async () => {
      const settings = await session.openOwn("options.html#starters");
      const seen = () =>
        settings.evaluate(() => ({
          shown: document.querySelector("h2")?.textContent,
          current: document.querySelector(".sections [aria-current=page]")?.textContent,
          focus: document.activeElement?.textContent,
        }));
      const all = (name: string, focus = name) => ({ shown: name, current: name, focus });
      // A place within a section is where reading begins.
      await expect.poll(seen).toEqual(all("Feeds you follow", "Suggested outlets"));
      await settings.bringToFront();
      await tabTo(settings, "What is shown", "back");
      await settings.keyboard.press("Enter");
      await expect.poll(seen).toEqual(all("What is shown"));
      expect(await settings.evaluate(() => location.hash)).toBe("#shown");
      await settings.evaluate(() => history.back());
      await expect.poll(seen).toEqual(all("Feeds you follow", "Suggested outlets"));
      await settings.evaluate(() => history.forward());
      await expect.poll(seen).toEqual(all("What is shown"));
      await settings.close();
    });

    it("store the choice of the first-run page", async () => {
      const firstRun = await session.openOwn("firstRun.html");
      await waitForText(firstRun, "Only when I click");
      await firstRun.bringToFront();
      await tabTo(firstRun, "Only when I click");
      await firstRun.keyboard.press("Enter");
      await waitForText(firstRun, "Done. To check a page");
      await session.reload(page);
      const popup = await openPopupFor(session, page);
      await waitForText(popup, "Waiting for you");
      expect(await readMarks(page)).toEqual([]);
      await popup.close();
      await firstRun.close();
    });

    it("check a page on a click where they wait for one", async () => {
      const popup = await openPopupFor(session, page);
      await waitForText(popup, "Check this page now");
      await popup.bringToFront();
      await tabTo(popup, "Check this page now");
      await popup.keyboard.press("Enter");
      // Beside a real popup the page stays visible; a hidden one is given little time by the browser.
      await page.bringToFront();
      await waitForText(popup, "passages on this page have matches in");
      expect((await readMarks(page)).length).toBeGreaterThan(0);
      await popup.close();
    });
  });
}
