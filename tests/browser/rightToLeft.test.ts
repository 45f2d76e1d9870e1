import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { type SiteServer, serveSite } from "../../scripts/siteServer.ts";
import {
  browserName,
  buildFolder,
  launchByWords,
  tonesToCheck,
} from "../support/browserUnderTest.ts";
import { copyBuild } from "../support/buildWithCorpus.ts";
import { waitForMarks } from "../support/markedPage.ts";
import { findViolations, waitForGate } from "../support/ownPage.ts";
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

  it.each(tonesToCheck)("show nothing for axe to find, in %s", async (tone) => {
    const page = await session.open(`${site.origin}/`);
    await waitForMarks(page);
    for (const open of [openPopupFor, openSidePanelFor]) {
      const list = await open(session, page);
      await list.waitForSelector("ol.matches li");
      expect(await list.evaluate(() => document.documentElement.dir)).toBe("rtl");
      expect(await findViolations(list, tone)).toEqual([]);
      for (const view of ["outlets", "time", "sources"]) {
        await list.click(`#tab-${view}`);
        await list.waitForSelector("#view > *");
        expect(await findViolations(list, tone), view).toEqual([]);
      }
      await list.click("#tab-passages");
      await (await list.waitForSelector("button.compare-it"))?.click();
      await list.waitForSelector(".side .wording");
      expect(await findViolations(list, tone), "side by side").toEqual([]);
      await list.close();
    }
    for (const [file, sign] of [
      ["firstRun.html", ".margin-note"],
      ["options.html#shown", ".preview"],
    ] as const) {
      const own = await session.openOwn(file);
      await own.waitForSelector(sign);
      expect(await findViolations(own, tone), file).toEqual([]);
      await own.close();
    }
    await page.close();
  });
});
