import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BrowserName,
  type BrowserSession,
  launchWithExtension,
} from "../../scripts/browsers.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { createRandom } from "./random.ts";
import { createReader, type Reader } from "./reader.ts";
import { type SoakSite, serveSoakSite } from "./soakSite.ts";

/** A browser's profile, a site to read, a reader, and what was acknowledged to them. */
export interface SoakWorld {
  readonly site: SoakSite;
  readonly ledger: Ledger;
  readonly reader: Reader;
  readonly random: () => number;
  /** Starts the browser in the profile that stays. */
  launch(): Promise<BrowserSession>;
  close(): Promise<void>;
}

/** @param profile where the browser keeps its data; in a folder of its own if it is not named */
export async function createSoakWorld(
  browser: BrowserName,
  seed: number,
  profile?: string,
): Promise<SoakWorld> {
  const folder = mkdtempSync(join(tmpdir(), "second-source-soak-"));
  const site = await serveSoakSite();
  const ledger = createLedger();
  const build = browser === "chromium" ? "dist/chrome-granted" : "dist/firefox-granted";
  return {
    site,
    ledger,
    reader: createReader(site, ledger, folder),
    random: createRandom(seed),
    launch: () =>
      launchWithExtension({
        ...{ browser, extension: build, headless: true, proxy: null },
        profile: profile ?? join(folder, "profile"),
      }),
    async close() {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
