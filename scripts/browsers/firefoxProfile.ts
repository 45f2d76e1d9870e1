/** Firefox's profile: the preferences it starts with, and the id and address of the extension in it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LaunchOptions } from "./session.ts";

const manifest = JSON.parse(readFileSync("manifest.json", "utf8"));
/** The add-on id from the manifest. */
export const geckoId: string = manifest.browser_specific_settings.gecko.id;
/** The extension's internal UUID: fixed, so that the address of its pages is known. */
export const geckoUuid = "5ec0d500-ce00-4000-8000-000000000001";

/** Returns the preferences of a fresh profile, by name. */
export function firefoxPreferences({
  proxy,
  downloads,
  isFrameRateFree,
}: LaunchOptions): Record<string, unknown> {
  const [host, port] = proxy?.split(":") ?? [];
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [geckoId]: geckoUuid }),
    // Installed again, it has the same.
    "extensions.webextensions.keepUuidOnUninstall": true,
    "xpinstall.signatures.required": false,
    "ui.prefersReducedMotion": 1,
    // A process for each tab, and one in stock, would double what opening a tab costs.
    "dom.ipc.processCount": 1,
    "dom.ipc.processPrelaunch.enabled": false,
    ...(downloads === undefined
      ? {}
      : {
          "browser.download.folderList": 2,
          "browser.download.dir": downloads,
          // The list of downloads would take the keyboard.
          "browser.download.alwaysOpenPanel": false,
        }),
    ...(proxy === null
      ? {}
      : {
          "network.proxy.type": 1,
          "network.proxy.http": host,
          "network.proxy.http_port": Number(port),
          "network.proxy.ssl": host,
          "network.proxy.ssl_port": Number(port),
        }),
    ...(isFrameRateFree ? { "layout.frame_rate": 0 } : {}),
  };
}

/**
 * Resolves when puppeteer has restored the preferences of a kept profile, which it does file by file
 * after the browser has ended.
 */
export async function untilPreferencesAreBack(profile: string): Promise<void> {
  const isAway = () =>
    ["prefs.js", "user.js"].some((file) => existsSync(join(profile, `${file}.puppeteer`)));
  while (isAway()) await new Promise((resolve) => setTimeout(resolve, 20));
}
