/**
 * npm run store-pictures: the screenshots and tiles for the stores, in docs/store/pictures/, from a real
 * Chromium with the granted build (run `npm run build -- --all` first). Each screenshot is what the
 * extension shows on the demonstration page, under a line that says what one sees. Look at them.
 */
import { mkdirSync, readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { pointOfMark, waitForMarks, waitForShadowText } from "../tests/support/markedPage.ts";
import { openPopupFor } from "../tests/support/popup.ts";
import { type BrowserSession, launchWithExtension } from "./browsers.ts";
import { settle, waitForMeaning } from "./pictures.ts";
import { serveSite } from "./siteServer.ts";

const folder = "docs/store/pictures";

/** A picture, as an address that an `img` takes. */
type Picture = string;

interface Size {
  readonly width: number;
  readonly height: number;
}

const screenshotPx: Size = { width: 1280, height: 800 };
/** The part of a page that is visible below the caption. */
const pagePx: Size = { width: 1184, height: 680 };
/** The same with the popup beside it, which covers a part of the page in a browser. */
const besidePx: Size = { width: 760, height: 680 };
const popupPx: Size = { width: 400, height: 680 };

async function pictureOf(page: Page, clip?: Size & { x: number; y: number }): Promise<Picture> {
  await settle(page);
  const png = await page.screenshot({
    encoding: "base64",
    ...(clip === undefined ? {} : { clip }),
  });
  return `data:image/png;base64,${png}`;
}

/** The page with a card open, and the part around the card, for the tile. */
async function photographCard(session: BrowserSession, page: Page): Promise<[Picture, Picture]> {
  const { x } = await pointOfMark(page, "come to an understanding");
  // The card opens below its words and needs the room.
  const y = await page.evaluate(() => {
    const range = [...(CSS.highlights.get("second-source-reworded") ?? [])][1] as Range;
    const { top } = range.getBoundingClientRect();
    window.scrollTo({ top: scrollY + top - 120, behavior: "instant" });
    return range.getClientRects()[0]!.y + 8;
  });
  await page.mouse.move(x, y);
  await waitForShadowText(session, page, "The Moscow Times");
  const top = await page.evaluate(() => scrollY);
  return [
    await pictureOf(page),
    await pictureOf(page, { x: 265, y: top + 60, width: 660, height: 440 }),
  ];
}

async function photographPopup(popup: Page): Promise<Picture> {
  await popup.setViewport(popupPx);
  return pictureOf(popup);
}

async function openTab(popup: Page, view: string): Promise<void> {
  await (await popup.waitForSelector(`#tab-${view}`))?.click();
}

async function openSideBySide(popup: Page): Promise<void> {
  await openTab(popup, "passages");
  await (await popup.waitForSelector("li.match:nth-of-type(2) .compare-it"))?.click();
  await popup.waitForSelector(".side .wording");
}

const style = `
  * { box-sizing: border-box; margin: 0 }
  body { width: 100vw; height: 100vh; background: #17604b; color: #fffdf9; overflow: hidden;
    font-family: Georgia, "DejaVu Serif", serif }
  .line { display: flex; align-items: center; gap: 18px; height: 104px; padding: 0 48px; font-size: 31px }
  .line img { width: 48px }
  .page, .popup { position: absolute; border-radius: 10px; box-shadow: 0 10px 40px #0006 }
  .page { left: 48px; top: 104px }
  .popup { right: 48px; top: 104px }
  .tile { display: flex; align-items: center; height: 100%; padding: 0 5%; gap: 4% }
  .tile img.icon { width: 27%; max-width: 140px; flex: none }
  .tile div { white-space: nowrap }
  .tile h1 { font-size: var(--title); font-weight: 600; line-height: 1.15 }
  .tile p { margin-top: 0.5em; font-size: calc(var(--title) * 0.52); line-height: 1.35; color: #ecd9b4 }
  .tile .seen { border-radius: 10px; box-shadow: 0 10px 40px #0006; margin-left: auto }
`;

const icon = `data:image/svg+xml;base64,${readFileSync("assets/icons/icon.svg").toString("base64")}`;

/** Draws HTML of ours as one picture of that size. */
async function draw(page: Page, name: string, size: Size, html: string): Promise<void> {
  await page.setViewport(size);
  await page.setContent(`<style>${style}</style>${html}`);
  await settle(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

interface Scene {
  readonly line: string;
  readonly page: Picture;
  readonly popup?: Picture;
}

function sceneHtml({ line, page, popup }: Scene): string {
  const over = popup === undefined ? "" : `<img class="popup" src="${popup}">`;
  return `<p class="line"><img src="${icon}">${line}</p><img class="page" src="${page}">${over}`;
}

function tileHtml(titlePx: number, seen: Picture | null): string {
  const picture = seen === null ? "" : `<img class="seen" src="${seen}">`;
  return `<div class="tile" style="--title: ${titlePx}px"><img class="icon" src="${icon}"><div>
    <h1>Second Source</h1><p>Who else printed it,<br>and in what words</p></div>${picture}</div>`;
}

async function photographScenes(
  session: BrowserSession,
  url: string,
): Promise<{ scenes: readonly Scene[]; card: Picture }> {
  const page = await session.open(url);
  await page.setViewport(pagePx);
  await session.reload(page);
  await waitForMarks(page);
  const popup = await openPopupFor(session, page);
  await waitForMeaning(page, popup);
  await page.setViewport(besidePx);
  await page.bringToFront();
  await page.evaluate(() => window.scrollTo({ top: 520, behavior: "instant" }));
  const plain = await pictureOf(page);
  await popup.bringToFront();
  const list = await photographPopup(popup);
  await openTab(popup, "time");
  const time = await photographPopup(popup);
  await openSideBySide(popup);
  const sides = await photographPopup(popup);
  await page.bringToFront();
  await page.setViewport(pagePx);
  const [withCard, card] = await photographCard(session, page);
  const firstRun = await session.openOwn("firstRun.html");
  await firstRun.setViewport(pagePx);
  await firstRun.waitForSelector(".modes");
  await firstRun.evaluate(() =>
    document.querySelector(".modes")?.scrollIntoView({ block: "center" }),
  );
  const start = await pictureOf(firstRun);
  const scenes = [
    { line: "See who else printed a quote, and in what words", page: withCard },
    { line: "All passages of the page that other outlets have too", page: plain, popup: list },
    { line: "Two outlets’ wordings, side by side", page: plain, popup: sides },
    { line: "Who printed it first", page: plain, popup: time },
    { line: "You choose where it works; it all happens on your device", page: start },
  ];
  return { scenes, card };
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const site = await serveSite("assets/demo");
  const session = await launchWithExtension({
    ...{ browser: "chromium", extension: "dist/chrome-granted", headless: true, proxy: null },
    language: "en",
  });
  const { scenes, card } = await photographScenes(session, `${site.origin}/`);
  const sheet = await session.browser.newPage();
  for (const [at, scene] of scenes.entries()) {
    await draw(sheet, `screenshot-${at + 1}`, screenshotPx, sceneHtml(scene));
  }
  await draw(sheet, "tile-small", { width: 440, height: 280 }, tileHtml(30, null));
  await draw(sheet, "tile-marquee", { width: 1400, height: 560 }, tileHtml(46, card));
  await session.close();
  await site.close();
  console.log(`Wrote ${scenes.length} screenshots and 2 tiles to ${folder}.`);
}

await main();
