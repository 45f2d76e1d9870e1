import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowserSession } from "../../scripts/browsers.ts";
import { browserName, buildFolder, launchByWords } from "../support/browserUnderTest.ts";
import { chooseFile, openSettings, statusWhen } from "../support/importing.ts";
import { keptTitles } from "../support/keptArticles.ts";
import { pdfBomb } from "../support/pdfFixtures.ts";
import { isMemoryKnown, watchMemory } from "../support/processMemory.ts";

/** More than anything that is read may take. */
const mostMegabytes = 400;

const fixture = (name: string) => resolve("tests/fixtures/wordAndPdf", name);

describe(`Word and PDF files in the settings of ${browserName}`, { timeout: 240_000 }, () => {
  let folder: string;
  let session: BrowserSession;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "second-source-word-and-pdf-"));
    session = await launchByWords(buildFolder("granted"));
  });

  afterAll(async () => {
    await session?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("become articles, and what cannot be read is named with its reason", async () => {
    const settings = await openSettings(session);
    const names = ["printedPage.pdf", "manuscript.docx", "scanned.pdf", "encrypted.pdf"];
    for (const [at, name] of names.entries()) {
      await chooseFile(settings, fixture(name));
      await statusWhen(
        settings,
        ({ imports }) =>
          imports.length === at + 1 && imports.every(({ state }) => state === "done"),
      );
    }
    const { imports } = await statusWhen(settings, () => true);
    const told = imports.map(({ name, added, refused }) => [
      name,
      added,
      refused.map(({ reason }) => reason.key).join(),
    ]);
    expect(told.toSorted()).toEqual([
      ["encrypted.pdf", 0, "refusedPassword"],
      ["manuscript.docx", 1, ""],
      ["printedPage.pdf", 1, ""],
      ["scanned.pdf", 0, "refusedScan"],
    ]);
    expect((await keptTitles(settings)).toSorted()).toEqual([
      "Harbour council approves a new bridge over the river",
      "Moskau und Ankara richten sich auf ein Syrien ohne Amerikaner ein",
    ]);
  });

  it.skipIf(!isMemoryKnown)(
    "that would fill the memory are refused under 400 MB, while the settings answer",
    async () => {
      const settings = await openSettings(session);
      const { imports: before } = await statusWhen(settings, () => true);
      const bombs = {
        "spaces.pdf": pdfBomb(" ", 1_500_000_000),
        "font.pdf": pdfBomb("1 beginbfrange <00> <ff> [<0041>] endbfrange ", 500_000_000, "font"),
      };
      const stop = watchMemory(session);
      for (const [at, [name, bytes]] of Object.entries(bombs).entries()) {
        writeFileSync(join(folder, name), bytes);
        await chooseFile(settings, join(folder, name));
        await statusWhen(settings, ({ imports }) => imports.length === before.length + at + 1);
      }
      const { imports } = await statusWhen(settings, ({ imports }) =>
        imports.every(({ state }) => state === "done"),
      );
      const { peak, growth } = stop();
      console.info(
        `${browserName}: ${Math.round(peak)} MB at most in one of its pages' processes, growth ${Math.round(growth)} MB`,
      );
      const reasons = imports
        .filter(({ name }) => name in bombs)
        .map(({ refused }) => refused.map(({ reason }) => reason.key));
      expect(reasons).toEqual([["refusedPdfMemory"], ["refusedPdfMemory"]]);
      // Firefox's process of extensions takes 180 MB before it reads anything, and tidies up late.
      expect(browserName === "chromium" ? peak : growth).toBeLessThan(mostMegabytes);
    },
  );
});
