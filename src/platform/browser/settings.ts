import { defaultLook, type MarkLook, parseMarkLook } from "../../messages/markLook.ts";
import type { WorkMode } from "../../messages/protocol.ts";
import { browser } from "./api.ts";
import { archiveKey } from "./archiveChoice.ts";

/** The reader's settings. Kept in storage.local, each under its own key. */
export interface Settings {
  /** Null until the reader has chosen. */
  readonly workMode: WorkMode | null;
  /** Hosts switched off by the reader. */
  readonly hostsOff: readonly string[];
  /** True if the extension is off on all pages, whatever was chosen for them. */
  readonly isOffEverywhere: boolean;
  /** Passages are compared by their meaning too, not by their words alone. */
  readonly comparesMeaning: boolean;
  readonly look: MarkLook;
}

const defaults: Settings = {
  workMode: null,
  hostsOff: [],
  isOffEverywhere: false,
  comparesMeaning: true,
  look: defaultLook,
};

const workModes: readonly unknown[] = ["everywhere", "chosenSites", "onClick"];

function parseSettings(stored: Record<string, unknown>): Settings {
  const { workMode, hostsOff, isOffEverywhere, comparesMeaning, look } = stored;
  return {
    workMode: workModes.includes(workMode) ? (workMode as WorkMode) : defaults.workMode,
    hostsOff: Array.isArray(hostsOff)
      ? hostsOff.filter((host): host is string => typeof host === "string")
      : defaults.hostsOff,
    isOffEverywhere: isOffEverywhere === true,
    comparesMeaning: comparesMeaning !== false,
    look: parseMarkLook(look),
  };
}

/** Resolves to the settings as stored; what is missing or malformed is the default. */
export async function readSettings(): Promise<Settings> {
  return parseSettings(await browser.storage.local.get(Object.keys(defaults)));
}

/** Stores the given settings; resolves when they are stored. */
export async function writeSettings(changes: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ ...changes });
}

/** The key of the reader's choices of what is shown; `reportChoices.ts` reads them. */
export const reportChoicesKey = "reportChoices";

/** Calls back with what changed, whoever changed it; wakes a sleeping background. */
export function watchChanges(callback: (what: "settings" | "choices") => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== "local") return;
    if (Object.keys(defaults).some((key) => key in changes)) callback("settings");
    // What is found changes with both.
    if (reportChoicesKey in changes || archiveKey in changes) callback("choices");
  });
}

/**
 * Hides storage from content scripts, if the browser can (Chrome): a page that takes over its
 * process could read all of it through them. Content scripts request the little they need.
 */
export async function hideStorageFromPages(): Promise<void> {
  const local = browser.storage.local as unknown as Partial<WithAccessLevel>;
  await local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

/** The polyfill's types do not know it. */
interface WithAccessLevel {
  setAccessLevel(level: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}
