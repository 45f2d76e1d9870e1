/**
 * The worker of a real Chromium, and the event page of a real Firefox, with a library of 100,000
 * sentences in its storage: how soon a page has its first mark when it sleeps. In Chromium also how
 * twenty tabs at once fare, and whether an hour's reading leaves anything behind. Needs the builds
 * (`npm run build -- --all`).
 */
import type { CDPSession, Page } from "puppeteer-core";
import type { BrowserName } from "../../../scripts/browsers.ts";
import { buildWithFile } from "../../support/buildWithCorpus.ts";
import { bundleForPage } from "../../support/bundleForPage.ts";
import {
  type BenchBrowser,
  grantedBuild,
  inBenchBrowser,
  isBuilt,
  waitForMarkCount,
} from "../browser/benchBrowser.ts";
import { articleOf, planted } from "../browser/benchPages.ts";
import type { StoreLibrary } from "../browser/storeLibrary.ts";
import { bulkSets, newsLibrary } from "../index/newsLibrary.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";
import { median } from "../timing.ts";

const librarySentences = 100_000;
const libraryFile = "corpus/bench.segment";
const firefoxBuild = "dist/firefox-granted";
const articles = 20;
const starts = 7;
const goalMs = 300;
/** A page every 24 seconds makes an hour. */
const pagesOfAnHour = 150;
const pagesBefore = 30;
/** What the collector leaves differs by some per cent from one time to the next. */
const mostGrowth = 1.05;

export const workerLife: BenchMeasure = {
  name: "browser: the worker",
  needs: bulkSets,
  async run(dataFolder) {
    if (!isBuilt()) return [row("no build: run npm run build -- --all", "", null, null)];
    const { bytes } = newsLibrary(dataFolder, librarySentences, planted);
    const pages = new Map(
      Array.from({ length: articles }, (_, at) => [
        `/${at}.html`,
        articleOf(dataFolder, 1_000, at),
      ]),
    );
    return [
      ...(await withLibrary(grantedBuild, bytes, pages, "chromium", async (browser) => [
        ...(await asleepRows(browser)),
        ...(await tabRows(browser)),
        ...(await heapRows(browser)),
      ])),
      ...(await withLibrary(firefoxBuild, bytes, pages, "firefox", asleepRows)),
    ];
  },
};

/** Does the work in a browser that has the library in its storage. */
async function withLibrary(
  from: string,
  library: Uint8Array,
  pages: ReadonlyMap<string, string>,
  name: BrowserName,
  work: (browser: BenchBrowser) => Promise<readonly BenchRow[]>,
): Promise<readonly BenchRow[]> {
  const build = buildWithFile(from, libraryFile, library);
  const storeAndWork = async (browser: BenchBrowser) => {
    await storeLibrary(browser);
    return work(browser);
  };
  try {
    return await inBenchBrowser(build.folder, pages, storeAndWork, name);
  } finally {
    build.remove();
  }
}

async function storeLibrary({ session }: BenchBrowser): Promise<void> {
  const own = await session.openOwn("popup.html?tab=-1");
  await own.evaluate(await bundleForPage("tests/bench/browser/storeLibrary.ts"));
  await own.evaluate((file) => {
    const store = Reflect.get(globalThis, "storeLibrary") as StoreLibrary;
    return store(file);
  }, libraryFile);
  await own.close();
}

async function asleepRows(browser: BenchBrowser): Promise<readonly BenchRow[]> {
  const awake: number[] = [];
  const asleep: number[] = [];
  await firstMarkMs(browser, "0.html");
  for (let at = 0; at < starts; at++) {
    awake.push(await firstMarkMs(browser, `${at}.html?awake`));
    await browser.session.killBackground();
    asleep.push(await firstMarkMs(browser, `${at}.html?asleep`));
  }
  const figure = median(asleep);
  return [
    row(
      `${browser.session.name}: page ready → first mark, asleep`,
      ms(figure),
      `≤ ${goalMs} ms`,
      figure <= goalMs,
    ),
    row("the quickest of them", ms(Math.min(...asleep)), null, null),
    row("awake", ms(median(awake)), null, null),
  ];
}

/** From the page's DOMContentLoaded to the frame that has the first mark. */
async function firstMarkMs({ session, site }: BenchBrowser, file: string): Promise<number> {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(watchForFirstMark);
  await page.goto(`${site.origin}/${file}`);
  await waitForMarkCount(page, 1);
  const figure = await page.evaluate(() => Reflect.get(globalThis, "firstMarkMs") as number);
  await page.close();
  return figure;
}

/** Runs in the page, by itself. */
function watchForFirstMark(): void {
  addEventListener("DOMContentLoaded", () => {
    const ready = performance.now();
    const look = () => {
      const isMarked = [...CSS.highlights].some(
        ([name, ranges]) => name.startsWith("second-source-") && ranges.size > 0,
      );
      if (isMarked) Reflect.set(globalThis, "firstMarkMs", performance.now() - ready);
      else setTimeout(look, 2);
    };
    look();
  });
}

async function tabRows(browser: BenchBrowser): Promise<readonly BenchRow[]> {
  const { session, site } = browser;
  const oneAfterTheOther = performance.now();
  for (let at = 0; at < articles; at++) await readOne(browser, `${at}.html?alone`);
  const sumMs = performance.now() - oneAfterTheOther;
  const start = performance.now();
  const pages = await Promise.all(
    Array.from({ length: articles }, async (_, at) => {
      const page = await session.browser.newPage();
      await page.goto(`${site.origin}/${at}.html?together`);
      await waitForMarkCount(page, 1);
      return page;
    }),
  );
  const togetherMs = performance.now() - start;
  await Promise.all(pages.map((page: Page) => page.close()));
  const share = togetherMs / sumMs;
  return [
    row(
      `${articles} tabs at once: all marked, against one after the other`,
      `${share.toFixed(2)} ×`,
      "≤ 1 ×",
      share <= 1,
    ),
    row("until the last of them has its marks", ms(togetherMs), null, null),
  ];
}

async function heapRows(browser: BenchBrowser): Promise<readonly BenchRow[]> {
  const target = await browser.session.browser.waitForTarget(
    (candidate) => candidate.type() === "service_worker",
  );
  const worker = await target.createCDPSession();
  for (let at = 0; at < pagesBefore; at++) await readOne(browser, `${at % articles}.html?b${at}`);
  const before = await heapBytes(worker);
  for (let at = 0; at < pagesOfAnHour; at++) await readOne(browser, `${at % articles}.html?${at}`);
  const after = await heapBytes(worker);
  const growth = after / before;
  return [
    row(
      `heap of the worker after ${pagesOfAnHour} more pages`,
      `${growth.toFixed(3)} ×`,
      `≤ ${mostGrowth} ×`,
      growth <= mostGrowth,
    ),
    row("the heap", `${(after / 1e6).toFixed(1)} MB`, null, null),
  ];
}

async function readOne({ session, site }: BenchBrowser, file: string): Promise<void> {
  const page = await session.browser.newPage();
  await page.goto(`${site.origin}/${file}`);
  await waitForMarkCount(page, 1);
  await page.close();
}

/** What is left once all that nobody holds has been collected. */
async function heapBytes(worker: CDPSession): Promise<number> {
  await worker.send("HeapProfiler.collectGarbage");
  const { usedSize } = await worker.send("Runtime.getHeapUsage");
  return usedSize;
}

function ms(figureMs: number): string {
  return `${figureMs.toFixed(0)} ms`;
}

function row(what: string, figure: string, goal: string | null, isMet: boolean | null): BenchRow {
  return { what, figure, goal, isMet };
}
