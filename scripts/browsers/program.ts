/** The browser as a program: where it is, how it is emptied, and how it is ended. */
import type { Browser } from "puppeteer-core";
import { findBrowser } from "../setup.mjs";
import type { BrowserName } from "./session.ts";

/** Returns the path of the browser's program. Throws, naming the variable to set, if there is none. */
export function programOf(browser: BrowserName): string {
  const path = findBrowser(browser);
  if (path === null) {
    const variable = browser === "chromium" ? "CHROMIUM_BIN" : "FIREFOX_BIN";
    throw new Error(`${browser} was not found: set ${variable} to its program`);
  }
  return path;
}

/** Closes all pages but the first, which becomes an empty one: without any, the browser would end. */
export async function closePages(browser: Browser): Promise<void> {
  const [first, ...others] = await browser.pages();
  for (const page of others) await page.close();
  await first?.goto("about:blank");
}

/** Kills the browser's main process and resolves when it is gone. */
export async function killBrowser(browser: Browser): Promise<void> {
  const main = browser.process();
  if (main === null || main.exitCode !== null) return;
  const gone = new Promise<void>((resolve) => main.once("exit", () => resolve()));
  main.kill("SIGKILL");
  await gone;
}
