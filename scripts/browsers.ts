/**
 * Drives one browser with the extension in it, for the browser tests, the screenshots and the
 * demo: Chromium over a pipe (CDP), Firefox over WebDriver BiDi, behind one interface.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import puppeteer, { type Browser, type Page, type Protocol } from "puppeteer-core";
import { findBrowser } from "./setup.mjs";

export type BrowserName = "chromium" | "firefox";

export interface LaunchOptions {
  readonly browser: BrowserName;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** "host:port" of a proxy that everything but loopback goes through, or null. */
  readonly proxy: string | null;
  /** Folder of a profile that stays; without it a fresh one is made and removed. */
  readonly profile?: string;
  /** Folder for what is saved in the browser; without it, the browser's own. */
  readonly downloads?: string;
  /** Frames come as fast as they are done, so that their times tell of the work in them. */
  readonly isFrameRateFree?: boolean;
  /** Language of the interface: Chromium only, whose every build has them all. */
  readonly language?: string;
}

/** A running browser with the extension installed. */
export interface BrowserSession {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** "chrome-extension://…" or "moz-extension://…", without a slash at the end. */
  readonly origin: string;
  /** Opens a web page in a new tab and waits until it is loaded. */
  open(url: string): Promise<Page>;
  reload(page: Page): Promise<void>;
  /** Opens a page of the extension in a new tab. */
  openOwn(path: string): Promise<Page>;
  /** Ends the background as the browser does when it is idle. */
  killBackground(): Promise<void>;
  /** Loads the extension anew, as an update does while pages are open. */
  reloadExtension(): Promise<void>;
  /**
   * Has the extension obey one of the manifest's shortcuts, in the tab at the front: keys that a
   * program presses reach the page and not the extension, so its handler is called by its event.
   */
  pressShortcut(command: string): Promise<void>;
  /** Has the extension obey an item of its context menu, in the tab at the front: no program can open it. */
  chooseMenuItem(id: string): Promise<void>;
  /** Text of the button's badge on the tab that shows this page. */
  badge(page: Page): Promise<string>;
  /**
   * Grants or takes back the host permission, as the reader would in the browser's own windows. In
   * Chromium no program can grant what the manifest calls optional: only the granted builds' hosts.
   */
  setHostPermission(isGranted: boolean): Promise<void>;
  /**
   * Presses the extension's button over a page, which gives the real popup the right to that page;
   * null where the popup is out of reach (Firefox).
   */
  readonly pressButton: ((page: Page) => Promise<void>) | null;
  /**
   * Lets the extension into private windows, as the reader can in the browser's own settings, which
   * closes its pages; null where no program can do that (Chromium).
   */
  readonly allowPrivateWindows: (() => Promise<void>) | null;
  /** Sets a number among Firefox's preferences, as about:config does; null in Chromium. */
  readonly setPreference: ((name: string, value: number) => Promise<void>) | null;
  /** The page's DOM with closed shadow roots, as neither page nor test could see it from inside. */
  readDom(page: Page): Promise<DomTree>;
  close(): Promise<void>;
  /** Ends the browser's processes at once, as a crash or a power cut does. */
  kill(): Promise<void>;
}

/** A node with its children and shadow roots, whatever their mode. */
export interface DomTree {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly children: readonly DomTree[];
  readonly shadowRoots: readonly DomTree[];
}

const manifest = JSON.parse(readFileSync("manifest.json", "utf8"));
const geckoId: string = manifest.browser_specific_settings.gecko.id;
/** Chosen by us, so that the address of the extension's pages is known. */
const geckoUuid = "5ec0d500-ce00-4000-8000-000000000001";

/** Throws with the variable to set when the browser is not there. */
function programOf(browser: BrowserName): string {
  const path = findBrowser(browser);
  if (path === null) {
    const variable = browser === "chromium" ? "CHROMIUM_BIN" : "FIREFOX_BIN";
    throw new Error(`${browser} was not found: set ${variable} to its program`);
  }
  return path;
}

/** Launches the browser in a fresh profile and installs the extension. */
export function launchWithExtension(options: LaunchOptions): Promise<BrowserSession> {
  return options.browser === "chromium" ? launchChromium(options) : launchFirefox(options);
}

/** Resolves when the browser's main process is gone. */
async function killBrowser(browser: Browser): Promise<void> {
  const main = browser.process();
  if (main === null || main.exitCode !== null) return;
  const gone = new Promise<void>((resolve) => main.once("exit", () => resolve()));
  main.kill("SIGKILL");
  await gone;
}

async function launchChromium(options: LaunchOptions): Promise<BrowserSession> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), "second-source-chromium-"));
  const browser = await puppeteer.launch({
    executablePath: programOf("chromium"),
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    env: options.language ? { ...process.env, LANGUAGE: options.language } : process.env,
    defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
    ...(options.downloads === undefined
      ? {}
      : { downloadBehavior: { policy: "allow", downloadPath: options.downloads } }),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(options.proxy === null ? [] : [`--proxy-server=${options.proxy}`]),
      ...(options.language ? [`--lang=${options.language}`] : []),
      ...(options.isFrameRateFree ? ["--disable-frame-rate-limit", "--disable-gpu-vsync"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const id = await browser.installExtension(resolve(options.extension));
  const worker = async () => {
    const target = await browser.waitForTarget(
      (candidate) => candidate.type() === "service_worker" && candidate.url().includes(id),
      { timeout: 10_000 },
    );
    const itsWorker = await target.worker();
    if (itsWorker === null) throw new Error("the service worker has no execution context");
    return itsWorker;
  };
  return {
    name: "chromium",
    browser,
    origin: `chrome-extension://${id}`,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    async reload(page) {
      await page.bringToFront();
      await page.reload();
    },
    async openOwn(path) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
    async killBackground() {
      await (await worker()).close().catch((error: Error) => {
        // It was gone before puppeteer had let it go.
        if (!error.message.includes("No session with given id")) throw error;
      });
    },
    async reloadExtension() {
      // Installed once more from the same folder it keeps its id; what ran before is orphaned.
      await browser.installExtension(resolve(options.extension));
    },
    async pressShortcut(command) {
      await (await worker()).evaluate(async (name) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const event = chrome.commands.onCommand as unknown as {
          dispatch(name: string, tab: chrome.tabs.Tab): void;
        };
        event.dispatch(name, tab);
      }, command);
    },
    async chooseMenuItem(menuItemId) {
      await (await worker()).evaluate(async (id) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const event = chrome.contextMenus.onClicked as unknown as {
          dispatch(item: object, tab: chrome.tabs.Tab): void;
        };
        event.dispatch({ menuItemId: id, frameId: 0, pageUrl: tab.url }, tab);
      }, menuItemId);
    },
    async badge(page) {
      const url = page.url();
      return (await worker()).evaluate(async (address) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find((candidate) => candidate.url === address);
        return tab?.id === undefined ? "" : chrome.action.getBadgeText({ tabId: tab.id });
      }, url);
    },
    async setHostPermission(isGranted) {
      const manager = await browser.newPage();
      await manager.goto("chrome://extensions/");
      await manager.evaluate(
        async (extensionId, hostAccess) => {
          const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
          await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
        },
        id,
        isGranted ? "ON_ALL_SITES" : "ON_CLICK",
      );
      await manager.close();
    },
    async pressButton(page) {
      await page.bringToFront();
      const cdp = (await browser.target().createCDPSession()) as unknown as TabConnection;
      const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{ type: "tab" }] });
      const tab = targetInfos.find(({ url }) => url === page.url());
      await cdp.send("Extensions.triggerAction", { id, targetId: tab?.targetId ?? "" });
      await cdp.detach();
    },
    allowPrivateWindows: null,
    setPreference: null,
    async readDom(page) {
      const cdp = await page.createCDPSession();
      const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
      await cdp.detach();
      return fromCdp(root);
    },
    async close() {
      await browser.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
    kill: () => killBrowser(browser),
  };
}

/** The part of Chromium's own interface for its page of extensions that is used. */
interface DeveloperPrivate {
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
}

/** What puppeteer's connection knows no types for. */
interface TabConnection {
  send(
    method: string,
    params: object,
  ): Promise<{ targetInfos: readonly { targetId: string; url: string }[] }>;
  detach(): Promise<void>;
}

function fromCdp(node: Protocol.DOM.Node): DomTree {
  return {
    nodeName: node.nodeName,
    nodeValue: node.nodeValue,
    children: (node.children ?? []).map(fromCdp),
    // The insides of the browser's own form fields are nobody's page.
    shadowRoots: (node.shadowRoots ?? [])
      .filter((root) => root.shadowRootType !== "user-agent")
      .map(fromCdp),
  };
}

/** A node as WebDriver BiDi serializes it. */
interface BidiNode {
  readonly value?: {
    readonly localName?: string;
    readonly nodeType: number;
    readonly nodeValue?: string;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

const textNodeType = 3;

function fromBidi({ value }: BidiNode): DomTree {
  return {
    nodeName: value?.nodeType === textNodeType ? "#text" : (value?.localName ?? ""),
    nodeValue: value?.nodeValue ?? "",
    children: (value?.children ?? []).map(fromBidi),
    shadowRoots: value?.shadowRoot ? [fromBidi(value.shadowRoot)] : [],
  };
}

/** The part of puppeteer's BiDi connection that is used for what its own interface lacks. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>;
}

function connectionOf(browser: Browser): BidiConnection {
  return (browser as unknown as { connection: BidiConnection }).connection;
}

function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}

function firefoxPreferences({
  proxy,
  downloads,
  isFrameRateFree,
}: LaunchOptions): Record<string, unknown> {
  const [host, port] = proxy?.split(":") ?? [];
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [geckoId]: geckoUuid }),
    "xpinstall.signatures.required": false,
    "ui.prefersReducedMotion": 1,
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

/** Puppeteer puts a kept profile's own preferences back after the browser's end, file by file. */
async function untilPreferencesAreBack(profile: string): Promise<void> {
  const isAway = () =>
    ["prefs.js", "user.js"].some((file) => existsSync(join(profile, `${file}.puppeteer`)));
  while (isAway()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function launchFirefox(options: LaunchOptions): Promise<BrowserSession> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: programOf("firefox"),
    headless: options.headless,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
    args: ["-remote-allow-system-access"],
    extraPrefsFirefox: firefoxPreferences(options),
  });
  await browser.installExtension(resolve(options.extension));
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
    async close() {
      await browser.close();
    },
    async kill() {
      await killBrowser(browser);
      if (options.profile !== undefined) await untilPreferencesAreBack(options.profile);
    },
  };
}
