/** Firefox's profile: the preferences it starts with, and the id and address of the extension in it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LaunchOptions } from "./session.ts";

const manifest = JSON.parse(readFileSync("manifest.json", "utf8"));
/** The add-on id from the manifest. */
export const geckoId: string = manifest.browser_specific_settings.gecko.id;
/** The extension's internal UUID: fixed, so that the address of its pages is known. */
export const geckoUuid = "5ec0d500-ce00-4000-8000-000000000001";

/** In frames a second. */
const thriftyFrameRate = 20;

/** What a preference may be set to. */
type PreferenceValue = string | number | boolean;

/** Returns the preferences that the browser starts with, by name. */
export function firefoxPreferences({
  isFrameRateFree,
  isThrifty,
}: LaunchOptions): Readonly<Record<string, PreferenceValue>> {
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [geckoId]: geckoUuid }),
    // Installed again, it has the same.
    "extensions.webextensions.keepUuidOnUninstall": true,
    "xpinstall.signatures.required": false,
    "ui.prefersReducedMotion": 1,
    // A process for each tab, and one in stock, would double what opening a tab costs.
    "dom.ipc.processCount": 1,
    "dom.ipc.processPrelaunch.enabled": false,
    // Set later, it is not heeded.
    ...(isFrameRateFree ? { "layout.frame_rate": 0 } : {}),
    ...(isThrifty ? { "layout.frame_rate": thriftyFrameRate } : {}),
  };
}

/** Returns the preferences of one session, by name; null stands for the browser's own value. */
export function preferencesOfSession({
  proxy,
  downloads,
}: LaunchOptions): Readonly<Record<string, PreferenceValue | null>> {
  const [host, port] = proxy?.split(":") ?? [null, null];
  return {
    "browser.download.folderList": downloads === undefined ? null : 2,
    "browser.download.dir": downloads ?? null,
    // The list of downloads would take the keyboard.
    "browser.download.alwaysOpenPanel": downloads === undefined ? null : false,
    "network.proxy.type": host && 1,
    "network.proxy.http": host,
    "network.proxy.http_port": port && Number(port),
    "network.proxy.ssl": host,
    "network.proxy.ssl_port": port && Number(port),
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
