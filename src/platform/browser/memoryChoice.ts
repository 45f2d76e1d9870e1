import type { MemoryChoice } from "../../messages/keptProtocol.ts";
import { browser } from "./api.ts";

const key = "readingMemory";

/** Returns whether articles are remembered when they are read; off until the reader turns it on. */
export async function readMemoryChoice(): Promise<MemoryChoice> {
  const stored = (await browser.storage.local.get(key))[key];
  if (typeof stored !== "object" || stored === null) return { isOn: false, hostsOff: [] };
  const { isOn, hostsOff } = stored as Partial<Record<keyof MemoryChoice, unknown>>;
  return {
    isOn: isOn === true,
    hostsOff: Array.isArray(hostsOff)
      ? hostsOff.filter((host): host is string => typeof host === "string")
      : [],
  };
}

/** Resolves when it is stored. */
export async function writeMemoryChoice(choice: MemoryChoice): Promise<void> {
  await browser.storage.local.set({ [key]: choice });
}
