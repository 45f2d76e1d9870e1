/** Firefox with the extension, driven over WebDriver BiDi. */
import { resolve } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import { type BidiNode, connectionOf, contextOf, fromBidi } from "./bidi.ts";
import {
  firefoxPreferences,
  geckoId,
  geckoUuid,
  preferencesOfSession,
  untilPreferencesAreBack,
} from "./firefoxProfile.ts";
import { closePages, killBrowser, programOf } from "./program.ts";
import type { BrowserSession, LaunchOptions } from "./session.ts";
import { removeProfile, warmProfile } from "./warmProfile.ts";

/** Launches Firefox and installs the extension. Throws if Firefox is not found. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserSession> {
  const profile = await warmProfile(options.profile);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: programOf("firefox"),
    headless: options.headless,
    userDataDir: profile,
    defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
    args: ["-remote-allow-system-access"],
    extraPrefsFirefox: firefoxPreferences(options),
  });
  return sessionIn(browser, profile, options);
}

/** Makes a session of a running browser: sets its preferences and installs the extension. */
async function sessionIn(
  browser: Browser,
  profile: string,
  options: LaunchOptions,
): Promise<BrowserSession> {
  const bidi = connectionOf(browser);
  const inChrome = async (functionDeclaration: string, ...args: string[]): Promise<unknown> => {
    const tree = await bidi.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const [{ context }] = tree.result.contexts as { context: string }[];
    const answer = await bidi.send("script.callFunction", {
      functionDeclaration,
      awaitPromise: true,
      target: { context },
      arguments: args.map((value) => ({ type: "string", value })),
    });
    if (answer.result.type === "exception") {
      throw new Error(JSON.stringify(answer.result.exceptionDetails));
    }
    return (answer.result.result as { value?: unknown }).value;
  };
  await inChrome(
    `async (preferences) => {
      for (const [name, value] of Object.entries(JSON.parse(preferences))) {
        if (value === null) Services.prefs.clearUserPref(name);
        else if (typeof value === "string") Services.prefs.setStringPref(name, value);
        else if (typeof value === "number") Services.prefs.setIntPref(name, value);
        else Services.prefs.setBoolPref(name, value);
      }
    }`,
    JSON.stringify(preferencesOfSession(options)),
  );
  await browser.installExtension(resolve(options.extension));
  return {
    name: "firefox",
    browser,
    origin: `moz-extension://${geckoUuid}`,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    async reload(page) {
      // In a hidden tab, what waits for an idle moment waits for seconds.
      await page.bringToFront();
      await bidi.send("browsingContext.reload", { context: contextOf(page), wait: "complete" });
    },
    async openOwn(path) {
      const page = await browser.newPage();
      // page.goto never returns for the extension's own pages, though they load.
      await bidi.send("browsingContext.navigate", {
        context: contextOf(page),
        url: `moz-extension://${geckoUuid}/${path}`,
        wait: "complete",
      });
      return page;
    },
    async killBackground() {
      await inChrome(
        `async (id) => { await WebExtensionPolicy.getByID(id).extension.terminateBackground(); }`,
        geckoId,
      );
    },
    async reloadExtension() {
      await inChrome(
        `async (id) => {
          const { AddonManager } = ChromeUtils.importESModule(
            "resource://gre/modules/AddonManager.sys.mjs");
          await (await AddonManager.getAddonByID(id)).reload();
        }`,
        geckoId,
      );
    },
    async pressShortcut(command) {
      await inChrome(
        `async (id, name) => WebExtensionPolicy.getByID(id).extension.shortcuts.onCommand(name)`,
        geckoId,
        command,
      );
    },
    async chooseMenuItem(menuItemId) {
      await inChrome(
        `async (id, menuItemId) => {
          const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
          const pageUrl = gBrowser.currentURI.spec;
          const { extension } = WebExtensionPolicy.getByID(id);
          const item = { menuItemId, frameId: 0, pageUrl, editable: false, modifiers: [] };
          extension.emit("webext-menu-menuitem-click", item, gBrowser.selectedTab);
        }`,
        geckoId,
        menuItemId,
      );
    },
    async badge(page) {
      const address = await page.evaluate(() => location.href);
      const text = await inChrome(
        `async (id, address) => {
          const { apiManager } = WebExtensionPolicy.getByID(id).extension;
          const { browserActionFor } = apiManager.global;
          const action = browserActionFor(WebExtensionPolicy.getByID(id).extension);
          for (const window of Services.wm.getEnumerator("navigator:browser")) {
            for (const tab of window.gBrowser.tabs) {
              if (tab.linkedBrowser.currentURI.spec === address) {
                return action.action.getContextData(tab).badgeText ?? "";
              }
            }
          }
          return "";
        }`,
        geckoId,
        address,
      );
      return String(text ?? "");
    },
    async setHostPermission(isGranted) {
      await inChrome(
        `async (id, method) => {
          const { ExtensionPermissions } = ChromeUtils.importESModule(
            "resource://gre/modules/ExtensionPermissions.sys.mjs");
          const hosts = { permissions: [], origins: ["http://*/*", "https://*/*"] };
          await ExtensionPermissions[method](id, hosts, WebExtensionPolicy.getByID(id).extension);
        }`,
        geckoId,
        isGranted ? "add" : "remove",
      );
    },
    pressButton: null,
    async allowPrivateWindows() {
      await inChrome(
        `async (id) => {
          const { ExtensionPermissions } = ChromeUtils.importESModule(
            "resource://gre/modules/ExtensionPermissions.sys.mjs");
          const { AddonManager } = ChromeUtils.importESModule(
            "resource://gre/modules/AddonManager.sys.mjs");
          const allowed = { permissions: ["internal:privateBrowsingAllowed"], origins: [] };
          await ExtensionPermissions.add(id, allowed, WebExtensionPolicy.getByID(id).extension);
          await (await AddonManager.getAddonByID(id)).reload();
        }`,
        geckoId,
      );
    },
    async setPreference(name, value) {
      await inChrome(
        `async (name, value) => Services.prefs.setIntPref(name, Number(value))`,
        name,
        String(value),
      );
    },
    async readDom(page) {
      const { result } = await bidi.send("script.evaluate", {
        expression: "document.documentElement",
        target: { context: contextOf(page) },
        awaitPromise: false,
        serializationOptions: { maxDomDepth: null, includeShadowTree: "all" },
      });
      return fromBidi(result.result as BidiNode);
    },
    async clear() {
      await closePages(browser);
      await browser.uninstallExtension(geckoId);
      return (its) => sessionIn(browser, profile, its);
    },
    async close() {
      await browser.close();
      if (options.profile === undefined) await removeProfile(profile);
    },
    async kill() {
      await killBrowser(browser);
      if (options.profile === undefined) await removeProfile(profile);
      else await untilPreferencesAreBack(profile);
    },
  };
}
