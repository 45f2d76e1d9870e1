/**
 * What being read costs a page: CPU time of its main thread in a real Chromium, beside that of
 * the same page without us. Needs the builds (`npm run build -- --all`).
 */
import type { Page } from "puppeteer-core";
import { bundleForPage } from "../../support/bundleForPage.ts";
import { ask } from "../../support/keptArticles.ts";
import {
  type BenchBrowser,
  grantedBuild,
  inBenchBrowser,
  isBuilt,
  pass,
  waitForMarkCount,
} from "../browser/benchBrowser.ts";
import { articleOf, frontPage, scrollPage, stormPage } from "../browser/benchPages.ts";
import type { MeasureHits } from "../browser/hitTesting.ts";
import { costOf, type MainThreadCost } from "../browser/mainThread.ts";
import { bulkSets } from "../index/newsLibrary.ts";
import type { BenchMeasure, BenchRow } from "../measure.ts";
import { median } from "../timing.ts";

/** Loadings measured; the median counts. */
const loadings = 5;
/** As long as a page is watched after it was loaded. */
const watchedMs = 2_500;
const stormMs = 6_000;
const scrolledArticles = 3;
const hoveredMarks = 3_000;

export const pageCost: BenchMeasure = {
  name: "browser: what being read costs a page",
  needs: bulkSets,
  async run(dataFolder) {
    if (!isBuilt()) return [row("no build: run npm run build -- --all", "", null, null)];
    const pages = new Map([
      ["/long.html", articleOf(dataFolder, 10_000)],
      ["/front.html", frontPage],
      ["/storm.html", stormPage(dataFolder)],
      ["/scroll.html", scrollPage(dataFolder, scrolledArticles)],
    ]);
    return inBenchBrowser(grantedBuild, pages, async (browser) => [
      ...(await articleRows(browser)),
      ...(await frontPageRows(browser)),
      ...(await scrollRows(browser)),
      ...(await stormRows(browser)),
      ...(await hoverRows(browser)),
    ]);
  },
};

async function articleRows(browser: BenchBrowser): Promise<readonly BenchRow[]> {
  const untilMarked = async (page: Page, isOn: boolean) => {
    if (isOn) await waitForMarkCount(page, 1);
    await pass(watchedMs);
  };
  const { on, off } = await withAndWithout(browser, "long.html", untilMarked, loadings);
  return [
    msRow("10,000 words: our tasks", on.scriptMs - off.scriptMs, 60),
    msRow("10,000 words: longest of our tasks", on.longestMs, 16),
    row("10,000 words: all that the page does without us", ms(off.allMs), null, null),
    row("the same with us", ms(on.allMs), null, null),
  ];
}

async function frontPageRows(browser: BenchBrowser): Promise<readonly BenchRow[]> {
  const { session, site } = browser;
  const listener = await session.openOwn("popup.html?tab=-1");
  await listener.evaluate((origin) => {
    Reflect.set(globalThis, "heard", 0);
    chrome.runtime.onMessage.addListener((_, { url }) => {
      if (!url?.startsWith(origin)) return;
      Reflect.set(globalThis, "heard", Reflect.get(globalThis, "heard") + 1);
    });
  }, site.origin);
  const watched = () => pass(watchedMs);
  const { on, off } = await withAndWithout(browser, "front.html", watched, loadings);
  const heard = await listener.evaluate(() => Reflect.get(globalThis, "heard") as number);
  await listener.close();
  return [
    msRow("a front page: our tasks, both looks", on.scriptMs - off.scriptMs, 2),
    row("a front page: messages", String(heard), "none", heard === 0),
  ];
}

async function scrollRows(browser: BenchBrowser): Promise<readonly BenchRow[]> {
  const scroll = async (page: Page, isOn: boolean) => {
    if (isOn) await waitForMarkCount(page, 1);
    for (let article = 1; article <= scrolledArticles; article++) {
      await page.evaluate("more(); scrollTo(0, document.documentElement.scrollHeight)");
      if (isOn) await waitForMarkCount(page, article + 1);
    }
    await pass(500);
  };
  const { on, off } = await withAndWithout(browser, "scroll.html", scroll, 1);
  const each = (on.scriptMs - off.scriptMs) / (scrolledArticles + 1);
  return [
    row("infinite scroll: each article of 1,000 words", ms(each), null, null),
    msRow("infinite scroll: longest task", on.longestMs, 16),
  ];
}

async function stormRows(browser: BenchBrowser): Promise<readonly BenchRow[]> {
  const watch = async (page: Page, isOn: boolean) => {
    if (isOn) await waitForMarkCount(page, 1);
    await pass(stormMs);
  };
  const { on, off } = await withAndWithout(browser, "storm.html", watch, 1);
  const share = (100 * (on.allMs - off.allMs)) / stormMs;
  return [
    row("1,000 mutations a second", `${share.toFixed(1)} % of a core`, "≤ 5 %", share <= 5),
    row("the storm itself", `${((100 * off.allMs) / stormMs).toFixed(1)} %`, null, null),
  ];
}

async function hoverRows({ session, site }: BenchBrowser): Promise<readonly BenchRow[]> {
  const page = await session.open(`${site.origin}/long.html?hover`);
  await page.evaluate(await bundleForPage("tests/bench/browser/hitTesting.ts"));
  const found = await page.evaluate((count) => {
    const measure = Reflect.get(globalThis, "measureHits") as MeasureHits;
    measure(count, 200);
    return measure(count, 200);
  }, hoveredMarks);
  await page.close();
  const { marks, points, hits, ms: each } = found;
  return [
    row(
      `pointer over one of ${marks} marks, ${hits} of ${points} hit`,
      `${each.toFixed(3)} ms`,
      "≤ 0.1 ms",
      each <= 0.1,
    ),
  ];
}

interface OnAndOff {
  readonly on: MainThreadCost;
  readonly off: MainThreadCost;
}

/** The middle costs of a page that is read, and of the same page with its site switched off. */
async function withAndWithout(
  { session, site }: BenchBrowser,
  file: string,
  work: (page: Page, isOn: boolean) => Promise<void>,
  times: number,
): Promise<OnAndOff> {
  const own = await session.openOwn("popup.html?tab=-1");
  const costs = async (isOn: boolean): Promise<MainThreadCost> => {
    const all: MainThreadCost[] = [];
    for (let i = 0; i < times; i++) {
      const page = await session.browser.newPage();
      all.push(await costOf(page, `${site.origin}/${file}`, () => work(page, isOn)));
      await page.close();
    }
    return {
      scriptMs: median(all.map(({ scriptMs }) => scriptMs)),
      longestMs: median(all.map(({ longestMs }) => longestMs)),
      allMs: median(all.map(({ allMs }) => allMs)),
    };
  };
  const on = await costs(true);
  await ask(own, "everywhere/switch", { on: false });
  const off = await costs(false);
  await ask(own, "everywhere/switch", { on: true });
  await own.close();
  return { on, off };
}

function msRow(what: string, figureMs: number, goalMs: number): BenchRow {
  return row(what, ms(figureMs), `≤ ${goalMs} ms`, figureMs <= goalMs);
}

function ms(figureMs: number): string {
  return `${figureMs.toFixed(1)} ms`;
}

function row(what: string, figure: string, goal: string | null, isMet: boolean | null): BenchRow {
  return { what, figure, goal, isMet };
}
