/** The demonstration page beside the extension's own pages, in one browser: its start costs time. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { launch } from "../support/browserUnderTest.ts";
import { demoBrowser } from "../support/readingBrowser.ts";
import { testOwnPages } from "./demo/ownPages.ts";
import { testViews } from "./demo/views.ts";

const downloads = mkdtempSync(join(tmpdir(), "second-source-saved-"));
afterAll(() => rmSync(downloads, { recursive: true, force: true }));

const demo = demoBrowser((folder) => launch(folder, { downloads }));
testViews(demo);
testOwnPages(demo, downloads);
