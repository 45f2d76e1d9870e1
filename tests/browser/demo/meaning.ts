/** A page is compared by meaning after its words, whatever happens meanwhile. What it finds, inGerman.ts sees. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnPage, openOwnPage } from "../../support/askExtension.ts";
import { browserName } from "../../support/browserUnderTest.ts";
import { readMarks, waitForMarks } from "../../support/markedPage.ts";
import { openPopupFor } from "../../support/popup.ts";
import type { DemoBrowser } from "../../support/readingBrowser.ts";
import { whenCompared } from "../../support/whenCompared.ts";

/** Tests in a browser that others share. */
export function testMeaning(demo: DemoBrowser): void {
  describe(`a page compared by meaning in ${browserName}`, () => {
    let own: OwnPage;
    let page: Page;

    beforeAll(async () => {
      own = await openOwnPage(demo.session);
      page = demo.page;
    });

    afterAll(() => own?.close());

    it("keeps the marks that everybody sees as the words made them", async () => {
      const byWords = await readMarks(page);
      const { report, placed } = await whenCompared(own, page);
      expect(await readMarks(page)).toEqual(byWords);
      expect(report.matches.length).toBeGreaterThanOrEqual(byWords.length);
      expect(placed.every(Boolean)).toBe(true);
      await expect.poll(() => demo.session.badge(page)).toBe(String(report.matches.length));
    });

    it("says in the popup that it was", async () => {
      await whenCompared(own, page);
      const popup = await openPopupFor(demo.session, page);
      await popup.waitForFunction(
        () => document.querySelector(".meaning")?.textContent === "Compared by words and meaning",
      );
      await popup.close();
    });

    it("is compared to the end though the background is ended again and again meanwhile", async () => {
      const before = (await whenCompared(own, page)).report;
      await demo.session.reload(page);
      await waitForMarks(page);
      for (let i = 0; i < 3; i += 1) await demo.session.killBackground().catch(() => undefined);
      expect((await whenCompared(own, page)).report).toEqual(before);
    });

    it("is not where the reader has switched that off, and is again at once when it is on", async () => {
      await own.switchMeaning(false);
      await demo.session.reload(page);
      await waitForMarks(page);
      const described = () => own.describe(page);
      await expect.poll(described).toMatchObject({ kind: "matched", meaning: null });
      await own.switchMeaning(true);
      await demo.session.reload(page);
      await whenCompared(own, page);
    });
  });
}
