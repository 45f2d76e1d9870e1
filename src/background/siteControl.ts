import type { FrameSettings, TabStatus, WorkMode } from "../messages/protocol.ts";
import { ReaderError } from "../messages/router.ts";
import { selectionRequestName } from "../messages/runningScript.ts";
import { browser, everyPage } from "../platform/browser/api.ts";
import { hostOf } from "../platform/browser/hostOf.ts";
import { grantedOrigins, hasEveryPage, isGranted, workModeOf } from "../platform/browser/hosts.ts";
import { readSettings, writeSettings } from "../platform/browser/settings.ts";
import { showAtRest, showBadge } from "./badge.ts";

const gateId = "gate";
const gateFile = "gate.js";
/** The gate runs in every frame, including those without an address of their own (`srcdoc`). */
const gateScript = {
  id: gateId,
  js: [gateFile],
  runAt: "document_idle" as const,
  allFrames: true,
  matchOriginAsFallback: true,
};

/** Returns the match patterns of the pages on which the gate runs by itself, possibly none. */
async function gatePatterns(): Promise<string[]> {
  const settings = await readSettings();
  const mode = await workModeOf(settings);
  if (settings.isOffEverywhere || mode === "onClick") return [];
  if (mode === "everywhere") return (await hasEveryPage()) ? [...everyPage] : [];
  return grantedOrigins();
}

/** Registers the gate for exactly the pages that the reader chose. May be called repeatedly. */
export async function syncGate(): Promise<void> {
  await showAtRest((await readSettings()).isOffEverywhere);
  const matches = await gatePatterns();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [gateId] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [gateId] });
    return;
  }
  const script = { ...gateScript, matches };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  const isNew = !registered || matches.join() !== registered.matches?.join();
  if (isNew) await lookAtOpenTabs(matches);
}

/**
 * Runs the gate once in tabs that are already open; the registration only covers pages loaded
 * later.
 */
async function lookAtOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      browser.scripting.executeScript({
        target: { tabId: id ?? -1, allFrames: true },
        files: [gateFile],
      }),
    ),
  );
}

/** Stores the choice and updates the gate's registration. */
export async function chooseWorkMode(mode: WorkMode): Promise<WorkMode> {
  await writeSettings({ workMode: mode });
  await syncGate();
  return mode;
}

/** Switches a host on or off; open pages follow when the setting changes. */
export async function switchSite(host: string, on: boolean): Promise<boolean> {
  const { hostsOff } = await readSettings();
  const others = hostsOff.filter((off) => off !== host);
  await writeSettings({ hostsOff: on ? others : [...others, host] });
  await showOnButtons(host, on);
  return on;
}

/**
 * Switches all pages off, or back to what was chosen; open ones follow when the setting changes.
 */
export async function switchEverywhere(on: boolean): Promise<boolean> {
  await writeSettings({ isOffEverywhere: !on });
  const tabs = await browser.tabs.query({});
  const state = { kind: on ? "notChecked" : "off" } as const;
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : showBadge(id, state))));
  await syncGate();
  return on;
}

/**
 * Toggles a site as the popup's switch does. If the site is switched on, this tab's page is read at
 * once.
 */
export async function toggleSite(tabId: number, host: string | null): Promise<void> {
  if (host === null) return;
  const { hostsOff } = await readSettings();
  const isOn = await switchSite(host, hostsOff.includes(host));
  if (isOn) await checkTab(tabId);
}

/** Updates the buttons of open pages when their site is switched. */
async function showOnButtons(host: string, on: boolean): Promise<void> {
  const tabs = await browser.tabs.query({ url: `*://${host}/*` }).catch(() => []);
  const state = { kind: on ? "notChecked" : "off" } as const;
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : showBadge(id, state))));
}

/** True if the gate may start reading a page or frame at these addresses: its own and its tab's. */
export async function isOnFor(...urls: readonly (string | null)[]): Promise<boolean> {
  return urls.some((url) => hostOf(url) !== null) && (await settingsOf(...urls)).isOn;
}

/** Returns the settings that a frame needs, for its own address and its tab's. */
export async function settingsOf(...urls: readonly (string | null)[]): Promise<FrameSettings> {
  const hosts = urls.map(hostOf).filter((host) => host !== null);
  const { hostsOff, isOffEverywhere, look } = await readSettings();
  return { isOn: !isOffEverywhere && !hosts.some((host) => hostsOff.includes(host)), look };
}

/** Returns what the popup says of a tab whose content script does not answer. */
export async function statusOf(tabId: number): Promise<TabStatus> {
  const { url } = await browser.tabs.get(tabId);
  const host = hostOf(url);
  if (host === null) return { kind: "notAllowed" };
  const settings = await readSettings();
  if (settings.isOffEverywhere) return { kind: "offEverywhere" };
  if (settings.hostsOff.includes(host)) return { kind: "offHere" };
  return statusOfPage(url ?? "", await workModeOf(settings));
}

async function statusOfPage(url: string, mode: WorkMode): Promise<TabStatus> {
  if (mode === "onClick") return { kind: "onClick" };
  if (await isGranted(url)) return { kind: "on" };
  return { kind: mode === "everywhere" ? "noPermission" : "onClick" };
}

/** Runs the content script in a frame of a tab. Throws ReaderError if the browser forbids it. */
export function startReading(tabId: number, frameId = 0): Promise<void> {
  return injectScript("content.js", tabId, frameId);
}

/** Runs the card's script in a frame that is being read. Throws as above. */
export function injectCard(tabId: number, frameId: number): Promise<void> {
  return injectScript("hoverCard.js", tabId, frameId);
}

async function injectScript(file: string, tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await browser.scripting.executeScript({ target, files: [file] });
  } catch {
    throw new ReaderError("pageForbidden");
  }
}

/** Reads the reader's selection in a frame. Throws as above. */
export async function checkSelection(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  // If the browser forbids this, it also forbids the next step, which reports it.
  await browser.scripting
    .executeScript({ target, func: requestSelection, args: [selectionRequestName] })
    .catch(() => undefined);
  await startReading(tabId, frameId);
}

/**
 * Sets a flag that tells the content script to read the selection. It is serialised and runs in the
 * frame, so it must not use anything outside of the function.
 */
function requestSelection(name: string): void {
  Reflect.set(globalThis, Symbol.for(name), true);
}

/**
 * Reads a tab's page, article or not, and those of its frames that are articles. Throws as above.
 */
export async function checkTab(tabId: number): Promise<void> {
  await startReading(tabId);
  const target = { tabId, allFrames: true };
  // Frames without a permission are not read.
  await browser.scripting.executeScript({ target, files: [gateFile] }).catch(() => undefined);
}
