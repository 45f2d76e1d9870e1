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

/** The tones in which views are checked: colours are the same in both browsers, so the dark ones are checked in one. */
export const tonesToCheck: readonly ("light" | "dark")[] =
  browserName === "chromium" ? ["light", "dark"] : ["light"];
