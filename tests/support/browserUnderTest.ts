/** The browser that this run of the browser tests is for, and its extension builds. */
import {
  type BrowserName,
  type BrowserSession,
  type LaunchOptions,
  launchWithExtension,
} from "../../scripts/browsers.ts";

/** "chromium" unless SECOND_SOURCE_BROWSER says otherwise. */
export const browserName: BrowserName =
  process.env.SECOND_SOURCE_BROWSER === "firefox" ? "firefox" : "chromium";

const buildPrefix = browserName === "chromium" ? "chrome" : "firefox";

/** Folder of a build for this browser: "granted" has its hosts from the start, "plain" has none. */
export function buildFolder(kind: "granted" | "plain"): string {
  return `dist/${buildPrefix}${kind === "granted" ? "-granted" : ""}`;
}

/** Launches this run's browser, headless, with the given extension folder. */
export function launch(
  extension: string,
  more: Partial<Pick<LaunchOptions, "proxy" | "profile" | "downloads">> = {},
): Promise<BrowserSession> {
  return launchWithExtension({
    ...{ browser: browserName, extension, headless: true, proxy: null },
    ...more,
  });
}

/**
 * The same, with comparing by meaning switched off: for tests of something else whose pages and articles
 * the encoder would keep a core busy with. It is on where readers' pages, views and choices are tested.
 */
export async function launchByWords(...given: Parameters<typeof launch>): Promise<BrowserSession> {
  const session = await launch(...given);
  const own = await session.openOwn("popup.html?tab=-1");
  const message = { secondSource: "meaning/switch", request: { on: false } };
  const switchOff = (its: object) =>
    chrome.runtime.sendMessage(its).then(
      ({ error }) => error === undefined,
      () => false,
    );
  // Nobody answers before the background has started.
  await own.waitForFunction(switchOff, { polling: 50, timeout: 25_000 }, message);
  await own.close();
  return session;
}

/** The tones that the extension's own pages have. */
export const tones = ["light", "dark"] as const;
