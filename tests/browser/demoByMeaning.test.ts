/**
 * The demonstration page by words and meaning, and beside the extension's own pages, in one browser: its start
 * and the first comparing by meaning cost time.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { isAskedHere, launch } from "../support/browserUnderTest.ts";
import { demoBrowser } from "../support/readingBrowser.ts";
import { testGermanDemo } from "./demo/inGerman.ts";
import { testMeaning } from "./demo/meaning.ts";
import { testOwnPages } from "./demo/ownPages.ts";
import { testViews } from "./demo/views.ts";

const downloads = mkdtempSync(join(tmpdir(), "second-source-saved-"));
afterAll(() => rmSync(downloads, { recursive: true, force: true }));

const demo = demoBrowser((folder) => launch(folder, { downloads }));
testMeaning(demo);
testGermanDemo(demo);
// The views' content is the same code in both browsers; axe looks closer in Chromium.
if (isAskedHere("chromium")) {
  testViews(demo);
  testOwnPages(demo, downloads);
}
