/**
 * npm run screenshots: the pictures of the README and of every view, in docs/screenshots/, taken
 * from a real Chromium with the granted build (run `npm run build -- --all` first). `-- stories` takes
 * those of stories and library alone.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { ferryArticles, ferryPage, storyLibrary } from "../tests/support/ferryStory.ts";
import { chooseFile, openSettings, statusWhen } from "../tests/support/importing.ts";
import { pointOfMark, waitForMarks, waitForShadowText } from "../tests/support/markedPage.ts";
import { openPopupFor, openSidePanelFor } from "../tests/support/popup.ts";
import { type BrowserSession, launchWithExtension } from "./browsers.ts";
import { settle, waitForMeaning } from "./pictures.ts";
import { serveSite } from "./siteServer.ts";

const folder = "docs/screenshots";

interface Look {
  readonly name: string;
  readonly colours: "light" | "dark";
  /** 1 for 100 %, 2 for 200 %: as the browser's zoom, fewer CSS pixels in the same window. */
  readonly zoom: 1 | 2;
}

const looks: readonly Look[] = [
  { name: "light", colours: "light", zoom: 1 },
  { name: "dark", colours: "dark", zoom: 1 },
  { name: "light-200", colours: "light", zoom: 2 },
];

async function setLook(page: Page, { colours, zoom }: Look, width: number, height: number) {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: colours }]);
  await page.setViewport({
    width: Math.round(width / zoom),
    height: Math.round(height / zoom),
    deviceScaleFactor: zoom,
  });
}

async function photographCard(session: BrowserSession, url: string, look: Look): Promise<void> {
  const page = await session.open(url);
  await setLook(page, look, 1180, 800);
  await session.reload(page);
  await waitForMarks(page);
  const { x, y } = await pointOfMark(page, "come to an understanding");
  await page.mouse.move(x, y);
  await waitForShadowText(session, page, "The Moscow Times");
  await settle(page);
  await page.screenshot({ path: `${folder}/card-${look.name}.png` });
  await page.close();
}

async function photographPopup(session: BrowserSession, url: string, look: Look): Promise<void> {
  const page = await session.open(url);
  await waitForMarks(page);
  const popup = await openPopupFor(session, page);
  await setLook(popup, look, 400 * look.zoom, 600 * look.zoom);
  await waitForMeaning(page, popup);
  await settle(popup);
  await popup.screenshot({ path: `${folder}/popup-${look.name}.png` });
  await popup.click(".doubtful button");
  await popup.evaluate(() => document.querySelector(".doubtful")?.scrollIntoView());
  await settle(popup);
  await popup.screenshot({ path: `${folder}/doubtful-${look.name}.png` });
  await popup.close();
  await page.close();
}

async function photographFirstRun(session: BrowserSession, look: Look): Promise<void> {
  const page = await session.openOwn("firstRun.html");
  await photographWhole(page, look, 1100, `${folder}/first-run-${look.name}.png`);
  await page.close();
}

/** The popup's other views, by the name of their tab. */
const views = ["outlets", "time", "sources"] as const;

async function photographViews(session: BrowserSession, url: string, look: Look): Promise<void> {
  const page = await session.open(url);
  await waitForMarks(page);
  const popup = await openPopupFor(session, page);
  await setLook(popup, look, 400 * look.zoom, 780);
  await waitForMeaning(page, popup);
  for (const view of views) {
    await (await popup.waitForSelector(`#tab-${view}`))?.click();
    await settle(popup);
    await popup.screenshot({ path: `${folder}/${view}-${look.name}.png` });
  }
  await popup.click("#tab-passages");
  await (await popup.waitForSelector("li.match:nth-of-type(2) .compare-it"))?.click();
  await popup.waitForSelector(".side .wording");
  await settle(popup);
  await popup.screenshot({ path: `${folder}/side-by-side-${look.name}.png` });
  await popup.close();
  await page.close();
}

async function photographPanel(session: BrowserSession, url: string, look: Look): Promise<void> {
  const page = await session.open(url);
  await waitForMarks(page);
  await page.evaluate(() => window.scrollTo({ top: 700, behavior: "instant" }));
  // The panel asks for nothing while another tab hides it, and the page is compared only while it is in front.
  const popup = await openPopupFor(session, page);
  await waitForMeaning(page, popup);
  await popup.close();
  const panel = await openSidePanelFor(session, page);
  await setLook(panel, look, 420 * look.zoom, 780);
  await panel.waitForSelector('[aria-current="location"]');
  await settle(panel);
  await panel.screenshot({ path: `${folder}/side-panel-${look.name}.png` });
  await panel.close();
  await page.close();
}

/** Sections of the settings, by their addresses, and how their pictures are named. */
const sections = [
  ["sites", "settings"],
  ["feeds", "settings-feeds"],
  ["shown", "settings-shown"],
  ["archive", "settings-archive"],
] as const;

async function photographOptions(session: BrowserSession, look: Look): Promise<void> {
  for (const [section, name] of sections) {
    const page = await session.openOwn(`options.html#${section}`);
    await page.waitForSelector(".part h2");
    await photographWhole(page, look, 1000, `${folder}/${name}-${look.name}.png`);
    await page.close();
  }
}

/** The reader's own articles, two of them selected, and the one that is kept in two versions. */
async function photographLibrary(session: BrowserSession, look: Look): Promise<void> {
  const page = await session.openOwn("options.html#library");
  await page.waitForSelector(".kept:nth-child(3)");
  for (const at of [1, 3]) await page.click(`.kept:nth-child(${at}) input`);
  await photographWhole(page, look, 1000, `${folder}/library-${look.name}.png`);
  const { id } = ferryArticles[0]!;
  await page.evaluate((its) => {
    location.hash = `article/${encodeURIComponent(its)}`;
  }, id);
  await page.waitForSelector(".versions");
  await photographWhole(page, look, 1000, `${folder}/article-${look.name}.png`);
  await page.close();
}

/** The story that a page belongs to, out of an imported library, and the list of all. */
async function photographStories(session: BrowserSession, look: Look, tab: string): Promise<void> {
  const story = await session.openOwn(tab);
  await story.waitForSelector("#alone");
  await photographWhole(story, look, 900, `${folder}/story-${look.name}.png`);
  await story.close();
  const list = await session.openOwn("story.html");
  await list.waitForSelector(".stories li");
  await photographWhole(list, look, 900, `${folder}/stories-${look.name}.png`);
  await list.close();
}

/**
 * Imports the fictional articles of the tests; resolves to the address of the story that the page
 * belongs to.
 */
async function importStory(session: BrowserSession, url: string): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), "second-source-story-"));
  const file = join(place, "articles.jsonl");
  const settings = await openSettings(session);
  // The first of them in a version that was corrected later.
  const [first = "", ...rest] = storyLibrary.split("\n");
  for (const lines of [
    [first.replace("214", "241").replace(" early on", " on")],
    [first, ...rest],
  ]) {
    writeFileSync(file, lines.join("\n"));
    await chooseFile(settings, file);
    await statusWhen(settings, ({ imports }) => imports.every(({ state }) => state === "done"));
    await statusWhen(settings, ({ articles }) => articles >= lines.length);
  }
  await settings.close();
  rmSync(place, { recursive: true });
  const popup = await openPopupFor(session, await session.open(url));
  const link = await popup.waitForSelector(".story-link");
  const address = await link?.evaluate((its) => its.getAttribute("href"));
  await popup.close();
  return address ?? "story.html";
}

/**
 * Takes the picture in a window as high as the page: Chromium shifts partial captures of
 * right-to-left pages.
 */
async function photographWhole(
  page: Page,
  look: Look,
  width: number,
  path: `${string}.png`,
): Promise<void> {
  await setLook(page, look, width, 900);
  await settle(page);
  const heightPx = await page.evaluate(() => document.documentElement.scrollHeight);
  await setLook(page, look, width, heightPx * look.zoom);
  await settle(page);
  await page.screenshot({ path });
}

/** Gives the settings something to show: a page is saved, a match dismissed, a site switched off. */
async function useIt(session: BrowserSession, url: string): Promise<void> {
  const page = await session.open(url);
  await waitForMarks(page);
  const popup = await openPopupFor(session, page);
  // What comes by meaning moves the buttons while the pointer is on its way.
  for (const button of ["li.reference .tools button:last-child", ".keep-page .secondary"]) {
    await popup.waitForSelector(button);
    await popup.$eval(button, (its) => (its as HTMLElement).click());
  }
  await popup.waitForSelector(".keep-notice p:not(:empty)");
  await popup.evaluate(() =>
    chrome.runtime.sendMessage({
      secondSource: "site/switch",
      request: { host: "intranet.example", on: false },
    }),
  );
  await popup.close();
  await page.close();
}

function launchIn(language: string): Promise<BrowserSession> {
  return launchWithExtension({
    browser: "chromium",
    extension: "dist/chrome-granted",
    headless: true,
    proxy: null,
    language,
  });
}

async function photographPages(
  session: BrowserSession,
  url: string,
  itsLooks: readonly Look[],
): Promise<void> {
  for (const look of itsLooks) {
    await photographCard(session, url, look);
    await photographPopup(session, url, look);
    await photographFirstRun(session, look);
    await photographViews(session, url, look);
    await photographPanel(session, url, look);
  }
  await useIt(session, url);
  for (const look of itsLooks) await photographOptions(session, look);
}

async function photographAll(
  language: string,
  url: string,
  itsLooks: readonly Look[],
): Promise<void> {
  const session = await launchIn(language);
  if (!process.argv.includes("stories")) await photographPages(session, url, itsLooks);
  const story = await importStory(session, `${url}ferry.html`);
  for (const look of itsLooks) {
    await photographLibrary(session, look);
    await photographStories(session, look, story);
  }
  await session.close();
}

mkdirSync(folder, { recursive: true });
const site = await serveSite("assets/demo", new Map([["/ferry.html", ferryPage]]));
await photographAll("en", `${site.origin}/`, looks);
await photographAll("ar", `${site.origin}/`, [{ name: "arabic", colours: "light", zoom: 1 }]);
await site.close();
console.log(`Wrote the pictures of ${looks.length + 1} looks to ${folder}.`);
