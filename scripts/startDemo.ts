/**
 * npm start: builds, and opens the demo page in a real browser with the extension installed.
 * `npm start -- chromium` or `npm start -- firefox` chooses the browser.
 */
import { spawnSync } from "node:child_process";
import { type BrowserName, type BrowserSession, launchWithExtension } from "./browsers.ts";
import { openAtQuote } from "./openAtQuote.ts";
import { findBrowser } from "./setup.mjs";
import { type SiteServer, serveSite } from "./siteServer.ts";

/** Kept the same where possible, so that the address can be bookmarked. */
const demoPort = 8614;

function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function chooseBrowser(wanted: string | undefined): BrowserName | null {
  const names: readonly BrowserName[] = ["firefox", "chromium"];
  return names.find((name) => (wanted ?? name) === name && findBrowser(name) !== null) ?? null;
}

function serveDemo(): Promise<SiteServer> {
  // Another demo may be running: then any free port will do.
  return serveSite("assets/demo", new Map(), demoPort).catch(() => serveSite("assets/demo"));
}

function waitForEnd(session: BrowserSession): Promise<void> {
  return new Promise((resolve) => {
    session.browser.once("disconnected", resolve);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

async function showInBrowser(name: BrowserName): Promise<void> {
  const site = await serveDemo();
  console.log(
    `Opening ${site.origin}/ in ${name}, with Second Source installed in a fresh profile.`,
  );
  const session = await launchWithExtension({
    browser: name,
    extension: `dist/${name === "chromium" ? "chrome" : "firefox"}-granted`,
    headless: false,
    proxy: null,
  });
  const ended = waitForEnd(session);
  // Even if the card does not open, the page is there.
  await openAtQuote(session, `${site.origin}/`).catch(console.error);
  console.log(
    "Hover any marked passage, or open the popup. To stop: close the browser, or press Ctrl+C.",
  );
  await ended;
  await session.close().catch(() => undefined);
  await site.close();
}

function showInTerminal(reason: string): number {
  console.log(`${reason}: here is the same page through the command line.\n`);
  const { status } = spawnSync(
    process.execPath,
    ["dist/cli/second-source.mjs", "match", "assets/demo/index.html"],
    { stdio: "inherit" },
  );
  return status ?? 1;
}

const built = spawnSync(process.execPath, ["build.mjs", "--all"], { stdio: "inherit" });
if (built.status !== 0) process.exit(built.status ?? 1);

const wanted = process.argv[2];
const browser = chooseBrowser(wanted);
if (!hasDisplay()) {
  process.exitCode = showInTerminal("There is no display");
} else if (browser === null) {
  process.exitCode = showInTerminal(
    `${wanted ?? "Neither Firefox nor Chromium"} was not found (set FIREFOX_BIN or CHROMIUM_BIN)`,
  );
} else {
  await showInBrowser(browser);
}
