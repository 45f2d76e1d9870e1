import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { copyBuild } from "../support/buildWithCorpus.ts";
import { expectNothingForAxe } from "../support/expectNothingForAxe.ts";
import { waitForMarks } from "../support/markedPage.ts";
import { waitForGate } from "../support/ownPage.ts";
import { openPopupFor, openSidePanelFor } from "../support/popup.ts";

/** The build as a browser has it that speaks Arabic, whatever languages this one has. */
function buildInArabic(): string {
  const folder = mkdtempSync(join(tmpdir(), "second-source-arabic-"));
  copyBuild(buildFolder("granted"), folder);
  cpSync(join(folder, "_locales/ar"), join(folder, "_locales/en"), { recursive: true });
  return folder;
}

describe(`the extension's own pages from right to left in ${browserName}`, () => {
  let folder: string;
  let site: SiteServer;
  let session: BrowserSession;

  beforeAll(async () => {
    folder = buildInArabic();
    site = await serveSite("assets/demo");
    session = await launchByWords(folder);
    await waitForGate(session);
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("are laid out so", async () => {
    const page = await session.open(`${site.origin}/`);
    for (const open of [
      () => openPopupFor(session, page),
      () => openSidePanelFor(session, page),
      () => session.openOwn("firstRun.html"),
      () => session.openOwn("options.html"),
    ]) {
      const own = await open();
      const direction = () => own.evaluate(() => getComputedStyle(document.body).direction);
      await expect.poll(direction).toBe("rtl");
      await own.close();
    }
    await page.close();
  });

  // Their colours are those of the other way round, which axe sees in both tones.
  it.runIf(browserName === "chromium")("show nothing for axe to find", async () => {
    const expectNothing = (own: Page, view: string) =>
      expectNothingForAxe(own, "light", view, "allButColours");
    const page = await session.open(`${site.origin}/`);
    await waitForMarks(page);
    for (const open of [openPopupFor, openSidePanelFor]) {
      const list = await open(session, page);
      await list.waitForSelector("ol.matches li");
      expect(await list.evaluate(() => document.documentElement.dir)).toBe("rtl");
      await expectNothing(list, "passages");
      for (const view of ["outlets", "time", "sources"]) {
        await list.click(`#tab-${view}`);
        await list.waitForSelector("#view > *");
        await expectNothing(list, view);
      }
      await list.click("#tab-passages");
      await (await list.waitForSelector("button.compare-it"))?.click();
      await list.waitForSelector(".side .wording");
      await expectNothing(list, "side by side");
      await list.close();
    }
    for (const [file, sign] of [
      ["firstRun.html", ".margin-note"],
      ["options.html#shown", ".preview"],
    ] as const) {
      const own = await session.openOwn(file);
      await own.waitForSelector(sign);
      await expectNothing(own, file);
      await own.close();
    }
    await page.close();
  });
});
