/** The demonstration page in German, whose passages the bundled English articles have: found by meaning alone. */
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageMatch, Relation } from "../../../src/engine/model/index.ts";
import { type OwnPage, openOwnPage } from "../../support/askExtension.ts";
import { browserName, tones } from "../../support/browserUnderTest.ts";
import { expectNothingForAxe } from "../../support/expectNothingForAxe.ts";
import { countDifferentPixels, readMarks, waitForShadowText } from "../../support/markedPage.ts";
import { waitForText } from "../../support/ownPage.ts";
import { openPopupFor } from "../../support/popup.ts";
import type { ReadingBrowser } from "../../support/readingBrowser.ts";
import { whenCompared } from "../../support/whenCompared.ts";

interface Expected {
  readonly marked: readonly {
    readonly id: string;
    readonly text: string;
    readonly quote?: string;
    readonly relation: Relation;
    readonly accept: readonly Relation[];
    readonly required: boolean;
    readonly references: readonly { readonly outlet: string; readonly passage: string }[];
  }[];
  readonly unmarked: readonly { readonly text: string }[];
}

const expected: Expected = JSON.parse(readFileSync("assets/demo/expected.de.json", "utf8"));

/** Tests in a browser that others share. */
export function testGermanDemo(browser: ReadingBrowser): void {
  describe(`the demonstration page in German in ${browserName}`, () => {
    let own: OwnPage;
    let page: Page;
    let matches: readonly PageMatch[];

    beforeAll(async () => {
      own = await openOwnPage(browser.session);
      page = await browser.session.open(`${browser.origin}/de.html`);
      matches = (await whenCompared(own, page)).report.matches;
    });

    afterAll(async () => {
      await page?.close();
      await own?.close();
    });

    const plain = (text: string) => text.replace(/\s+/g, " ");
    const matchOf = (text: string, quote = text) =>
      matches.find(({ exact }) => {
        const words = plain(exact);
        return text.includes(words) || words.includes(text) || words.includes(quote);
      });

    it.each(expected.marked.filter(({ required }) => required))(
      "is marked where it was written to be: $id",
      ({ text, quote, relation, accept, references }) => {
        const match = matchOf(text, quote);
        expect([relation, ...accept]).toContain(match?.relation);
        const found = match?.references.map(({ article, passage }) => [
          article.outlet,
          article.language,
          plain(passage.text),
        ]);
        const isExpected = (one: readonly (string | undefined)[]) =>
          references.some(
            ({ outlet, passage }) =>
              one[0] === outlet &&
              one[1] === "en" &&
              (passage.includes(one[2]!) || one[2]!.includes(passage)),
          );
        expect(found?.some(isExpected), JSON.stringify(found)).toBe(true);
      },
    );

    it.each(expected.unmarked)(
      "is not marked where it says something of its own: $text",
      ({ text }) => {
        expect(matchOf(text)).toBeUndefined();
      },
    );

    it("shows its scripts no mark: not a word of it stands anywhere", async () => {
      expect(await readMarks(page)).toEqual([]);
      await expect.poll(() => browser.session.badge(page)).toBe(String(matches.length));
    });

    it("shows the reader its marks, and in a card whose words they are, in which language", async () => {
      await page.bringToFront();
      const at = await page.evaluate(() => {
        const paragraph = document.querySelectorAll(".story > p")[1]!;
        paragraph.scrollIntoView({ block: "center", behavior: "instant" });
        const { x, y, width, height } = paragraph.getBoundingClientRect();
        return { x, y, width, height, scrolled: scrollY };
      });
      const clip = { x: at.x, y: at.y + at.scrolled, width: at.width, height: at.height };
      const picture = () => page.screenshot({ clip, captureBeyondViewport: false });
      const marked = await picture();
      await page.mouse.move(at.x + 60, at.y + 12);
      const text = await waitForShadowText(browser.session, page, "The Moscow Times");
      expect(text).toContain("in English");
      expect(text).toContain("in these new conditions");
      await page.keyboard.press("Escape");
      await own.switchSite(false);
      await expect
        .poll(async () => countDifferentPixels(page, marked, await picture()))
        .toBeGreaterThan(200);
      await own.switchSite(true);
      await whenCompared(own, page);
    });

    it("is listed in the popup, with nothing for axe to find", async () => {
      const popup = await openPopupFor(browser.session, page);
      await waitForText(popup, "The Moscow Times");
      const wordings = await popup.$$eval("blockquote.wording", (all) =>
        all.map((one) => [one.lang, one.dir, one.querySelectorAll("mark, .common").length]),
      );
      expect(new Set(wordings.map((one) => JSON.stringify(one)))).toEqual(
        new Set([JSON.stringify(["en", "ltr", 0])]),
      );
      for (const tone of tones) await expectNothingForAxe(popup, tone);
      await popup.close();
    });
  });
}
