import type { Page } from "puppeteer-core";
import type { BrowserSession } from "../../../scripts/browsers.ts";
import { buildWithFile } from "../../support/buildWithCorpus.ts";
import { bundleForPage } from "../../support/bundleForPage.ts";
import { median } from "../timing.ts";
import { grantedBuild, inBenchBrowser, isBuilt } from "./benchBrowser.ts";
import type { StoreLibrary } from "./storeLibrary.ts";

const libraryFile = "corpus/bench.segment";
const openings = 5;

/** How long a reader waits, in ms, by what for. */
type Openings = Readonly<Record<string, number>>;

/** Opens the page of stories with a library in the browser's storage; null where there is no build. */
export async function openMs(library: Uint8Array): Promise<Openings | null> {
  if (!isBuilt()) return null;
  const build = buildWithFile(grantedBuild, libraryFile, library);
  try {
    return await inBenchBrowser(build.folder, new Map(), ({ session }) => measure(session));
  } finally {
    build.remove();
  }
}

async function measure(session: BrowserSession): Promise<Openings> {
  const own = await session.openOwn("popup.html?tab=-1");
  await own.evaluate(await bundleForPage("tests/bench/browser/storeLibrary.ts"));
  await own.evaluate((file) => {
    const store = Reflect.get(globalThis, "storeLibrary") as StoreLibrary;
    return store(file);
  }, libraryFile);
  const first = await shownMs(session, "story.html", ".stories li");
  const story = await addressOfFirst(session);
  const times = {
    plain: [] as number[],
    list: [] as number[],
    asleep: [] as number[],
    story: [] as number[],
  };
  for (let i = 0; i < openings; i++) {
    times.plain.push(await shownMs(session, "firstRun.html", "h1"));
    times.list.push(await shownMs(session, "story.html", ".stories li"));
    times.story.push(await shownMs(session, story, ".timeline li"));
    await session.killBackground();
    times.asleep.push(await shownMs(session, "story.html", ".stories li"));
  }
  return {
    "floor: the first-run page, which asks nothing": median(times.plain),
    "stories listed in a browser, for the first time": first,
    "stories listed in a browser, awake": median(times.list),
    "the outlets of a story in a browser, awake": median(times.story),
    "stories listed in a browser, the worker asleep": median(times.asleep),
  };
}

async function addressOfFirst(session: BrowserSession): Promise<string> {
  const page = await session.openOwn("story.html");
  const link = await page.waitForSelector(".stories a");
  const href = await link!.evaluate((its) => its.getAttribute("href"));
  await page.close();
  return href ?? "story.html";
}

/** From the beginning of a page's loading to the frame in which an element stands. */
async function shownMs(session: BrowserSession, path: string, selector: string): Promise<number> {
  const page: Page = await session.browser.newPage();
  await page.evaluateOnNewDocument((wanted) => {
    const look = () => {
      if (document.querySelector(wanted) !== null) {
        Reflect.set(globalThis, "shownMs", performance.now());
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, selector);
  await page.goto(`${session.origin}/${path}`);
  await page.waitForFunction(() => Reflect.has(globalThis, "shownMs"), { timeout: 60_000 });
  const figure = await page.evaluate(() => Reflect.get(globalThis, "shownMs") as number);
  await page.close();
  return figure;
}
