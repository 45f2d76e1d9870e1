/** Chromium with the extension, driven over a pipe by the DevTools protocol (CDP). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import puppeteer, { type Browser, type Page, type Protocol } from "puppeteer-core";
import { killBrowser, programOf } from "./program.ts";
import type { BrowserSession, DomTree, LaunchOptions } from "./session.ts";

/** How long the extension's service worker is waited for. */
const workerPatienceMs = 30_000;

/** Launches Chromium and installs the extension. Throws if Chromium is not found. */
export async function launchChromium(options: LaunchOptions): Promise<BrowserSession> {
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
      ...(options.isThrifty ? ["--process-per-site"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const id = await browser.installExtension(resolve(options.extension));
  // The target of a worker that was ended may stay listed: the newest that answers is the one.
  const worker = async () => {
    const end = Date.now() + workerPatienceMs;
    while (Date.now() < end) {
      const targets = browser
        .targets()
        .filter((target) => target.type() === "service_worker" && target.url().includes(id));
      for (const target of targets.reverse()) {
        const itsWorker = await target.worker().catch(() => null);
        const isThere = await itsWorker?.evaluate(() => true).catch(() => false);
        if (itsWorker && isThere) return itsWorker;
      }
      await sleep(50);
    }
    throw new Error("no service worker of the extension answers");
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
      const url = `chrome-extension://${id}/${path}`;
      const page = await openAt(browser, url);
      // Until then it may still be the empty document that every tab begins with.
      await page.waitForFunction(
        (origin) => location.href.startsWith(origin) && document.readyState === "complete",
        { polling: 20 },
        `chrome-extension://${id}/`,
      );
      return page;
    },
    async killBackground() {
      await (await worker()).close().catch((error: Error) => {
        // It was gone before puppeteer had let it go.
        if (!error.message.includes("No session with given id")) throw error;
      });
    },
    async reloadExtension() {
      // Installed again from the same folder, the extension keeps its id; scripts from before are
      // orphaned.
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
    clear: null,
    async close() {
      await browser.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
    kill: () => killBrowser(browser),
  };
}

/**
 * Opens a tab at an address: one that is opened empty and then led to a page of the extension costs a process
 * more.
 */
async function openAt(browser: Browser, url: string): Promise<Page> {
  const cdp = await browser.target().createCDPSession();
  const { targetId } = await cdp.send("Target.createTarget", { url });
  await cdp.detach();
  const target = await browser.waitForTarget(
    (candidate) => (candidate as unknown as { _targetId: string })._targetId === targetId,
  );
  const page = await target.page();
  if (page === null) throw new Error(`${url} is no page`);
  return page;
}

/** The API of chrome://extensions, as far as it is used here. */
interface DeveloperPrivate {
  updateExtensionConfiguration(change: { extensionId: string; hostAccess: string }): Promise<void>;
}

/** A CDP session with the methods that puppeteer has no types for. */
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
    // A user-agent root is the inside of a form field, which belongs to the browser.
    shadowRoots: (node.shadowRoots ?? [])
      .filter((root) => root.shadowRootType !== "user-agent")
      .map(fromCdp),
  };
}
