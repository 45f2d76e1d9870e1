/**
 * Starts a browser with the extension in it, for the browser tests, the screenshots and the demo.
 * Both browsers have one interface (`browsers/session.ts`).
 */
import { launchChromium } from "./browsers/chromium.ts";
import { launchFirefox } from "./browsers/firefox.ts";
import type { BrowserSession, LaunchOptions } from "./browsers/session.ts";

export type { BrowserName, BrowserSession, DomTree, LaunchOptions } from "./browsers/session.ts";

/** Launches the browser, in a fresh profile unless one is given, and installs the extension. */
export function launchWithExtension(options: LaunchOptions): Promise<BrowserSession> {
  return options.browser === "chromium" ? launchChromium(options) : launchFirefox(options);
}
