import { type MarkLook, parseMarkLook, usualLook } from "../../messages/markLook.ts";
import type { WorkMode } from "../../messages/protocol.ts";
import { browser } from "./api.ts";

/** What the reader chose. Kept in storage.local, under one key a setting. */
export interface Settings {
  /** Null until the reader has chosen. */
  readonly workMode: WorkMode | null;
  /** Hosts switched off by the reader. */
  readonly hostsOff: readonly string[];
  /** Off on all pages, whatever was chosen for them. */
  readonly isOffEverywhere: boolean;
  readonly look: MarkLook;
}

const defaults: Settings = {
  workMode: null,
  hostsOff: [],
  isOffEverywhere: false,
  look: usualLook,
};

const workModes: readonly unknown[] = ["everywhere", "chosenSites", "onClick"];

function parseSettings(stored: Record<string, unknown>): Settings {
  const { workMode, hostsOff, isOffEverywhere, look } = stored;
  return {
    workMode: workModes.includes(workMode) ? (workMode as WorkMode) : defaults.workMode,
    hostsOff: Array.isArray(hostsOff)
      ? hostsOff.filter((host): host is string => typeof host === "string")
      : defaults.hostsOff,
    isOffEverywhere: isOffEverywhere === true,
    look: parseMarkLook(look),
  };
}

/** The settings as stored; what is missing or malformed is the default. */
export async function readSettings(): Promise<Settings> {
  return parseSettings(await browser.storage.local.get(Object.keys(defaults)));
}

/** Stores the given settings; resolves when they are stored. */
export async function writeSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ ...changes });
}

/** Calls back with all settings whenever one changes, until the signal aborts. */
export function watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void {
  watchStored(
    Object.keys(defaults),
    () => void readSettings().then(callback, () => undefined),
    signal,
  );
}

/** Where the reader's choices of what is shown are stored; `reportChoices.ts` reads them. */
export const reportChoicesKey = "reportChoices";

/** Calls back whenever one of these keys changes, until the signal aborts. */
export function watchStored(
  keys: readonly string[],
  callback: () => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === "local" && keys.some((key) => key in changes)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener));
}
