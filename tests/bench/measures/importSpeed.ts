import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { type BrowserName, launchWithExtension } from "../../../scripts/browsers.ts";
import { chooseFile, corporaStatus, openSettings } from "../../support/importing.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";

const articles = "eval/bulk-allsides/articles.jsonl";
const builds = { chromium: "dist/chrome-granted", firefox: "dist/firefox-granted" } as const;

/** A large collection imported in each browser: how fast, in how much memory, and whether its progress tells the truth. */
export const importSpeed: BenchMeasure = {
  name: "import",
  needs: [articles],
  async run(dataFolder) {
    const file = path.join(dataFolder, articles);
    const rows: BenchRow[] = [];
    for (const browser of ["chromium", "firefox"] as const) {
      rows.push(...rowsOf(browser, await importIn(browser, file)));
    }
    return rows;
  },
};

interface ImportRun {
  readonly seconds: number;
  readonly articles: number;
  readonly megabytes: number;
  /** How far the share of the progress bar was from the share of the time, at most. */
  readonly worstProgress: number;
}

async function importIn(browser: BrowserName, file: string): Promise<ImportRun> {
  const profile = mkdtempSync(path.join(tmpdir(), "second-source-import-"));
  const session = await launchWithExtension({
    ...{ browser, extension: builds[browser], headless: true, proxy: null, profile },
  });
  try {
    const settings = await openSettings(session);
    const before = megabytesOf(profile);
    return await watched(settings, file, () => megabytesOf(profile) - before);
  } finally {
    await session.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function watched(settings: Page, file: string, grown: () => number): Promise<ImportRun> {
  await chooseFile(settings, file);
  const start = performance.now();
  const looks: { readonly ms: number; readonly share: number }[] = [];
  let most = 0;
  for (;;) {
    const { articles: count, imports } = await corporaStatus(settings);
    const [newest] = imports;
    looks.push({ ms: performance.now() - start, share: newest?.share ?? 0 });
    most = Math.max(most, grown());
    if (newest !== undefined && newest.state !== "running") {
      const whole = looks.at(-1)?.ms ?? 0;
      const errors = looks.map(({ ms, share }) => Math.abs(ms / whole - share));
      return {
        seconds: whole / 1_000,
        articles: count,
        megabytes: most,
        worstProgress: Math.max(...errors),
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Memory of all processes of the browser in this profile, shared pages counted for each. */
function megabytesOf(profile: string): number {
  const { stdout } = spawnSync("ps", ["-e", "-o", "rss=,pgid=,args="], { encoding: "utf8" });
  const lines = stdout.split("\n").map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line));
  const groups = new Set(
    lines.filter((line) => line?.[3]?.includes(profile)).map((line) => line?.[2]),
  );
  const kilobytes = lines.filter((line) => groups.has(line?.[2])).map((line) => Number(line?.[1]));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1_000;
}

function rowsOf(browser: BrowserName, run: ImportRun): readonly BenchRow[] {
  const row = (what: string, figure: string): BenchRow => ({
    ...{ what: `${browser}: ${what}`, figure, goal: null, isMet: null },
  });
  return [
    row(`${run.articles} articles imported`, `${(run.articles / run.seconds).toFixed(0)} a second`),
    row("memory of all its processes more at most", `${run.megabytes.toFixed(0)} MB`),
    row("progress off the time that passed at most", `${(run.worstProgress * 100).toFixed(0)} %`),
  ];
}
