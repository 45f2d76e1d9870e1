/**
 * npm run icons: draws the icons. Each SVG of assets/icons becomes the PNGs that the manifest and the
 * button name, drawn by Chromium; run it after a change of an SVG and look at the smallest ones.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";
import { findBrowser } from "./setup.mjs";

const folder = "assets/icons";

/** The toolbar shows 16 and 32; 48 and 128 are for the browser's list of extensions. */
const drawings = [
  { name: "icon", sizesPx: [16, 32, 48, 128] },
  { name: "icon-off", sizesPx: [16, 32] },
] as const;

async function drawIcon(page: Page, name: string, sizePx: number): Promise<void> {
  const svg = readFileSync(join(folder, `${name}.svg`)).toString("base64");
  await page.setViewport({ width: sizePx, height: sizePx });
  await page.setContent(
    `<style>body { margin: 0 } img { display: block; width: ${sizePx}px }</style>
     <img src="data:image/svg+xml;base64,${svg}">`,
  );
  const png = await page.screenshot({ omitBackground: true });
  writeFileSync(join(folder, `${name}-${sizePx}.png`), png);
}

async function main(): Promise<void> {
  const program = findBrowser("chromium");
  if (program === null) throw new Error("chromium was not found: set CHROMIUM_BIN to its program");
  const browser = await puppeteer.launch({
    executablePath: program,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage();
    for (const { name, sizesPx } of drawings) {
      for (const sizePx of sizesPx) await drawIcon(page, name, sizePx);
    }
  } finally {
    await browser.close();
  }
}

await main();
