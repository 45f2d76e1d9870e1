import type { ArchiveLocation } from "../../messages/archiveProtocol.ts";
import { browser } from "./api.ts";

/** The archive that the reader has set up; its key and password are in `platform/storage/archiveSecrets.ts`. */
export interface ArchiveChoice {
  readonly place: ArchiveLocation;
  readonly isOn: boolean;
  /** Host permissions that were granted for it, and are given back with it. */
  readonly origins: readonly string[];
}

/** Where the choice is stored: open pages follow the changed key (`settings.ts`). */
export const archiveKey = "archive";

/** Null if no archive is set up. */
export async function readArchiveChoice(): Promise<ArchiveChoice | null> {
  return parseChoice((await browser.storage.local.get(archiveKey))[archiveKey]);
}

/** Stores the choice; null removes it. */
export async function writeArchiveChoice(choice: ArchiveChoice | null): Promise<void> {
  if (choice === null) await browser.storage.local.remove(archiveKey);
  else await browser.storage.local.set({ [archiveKey]: choice });
}

function parseChoice(stored: unknown): ArchiveChoice | null {
  if (typeof stored !== "object" || stored === null) return null;
  const { place, isOn, origins } = stored as Partial<Record<keyof ArchiveChoice, unknown>>;
  if (typeof place !== "object" || place === null) return null;
  const { nodes, name, user } = place as Partial<Record<keyof ArchiveLocation, unknown>>;
  if (!isTexts(nodes) || nodes.length === 0 || typeof name !== "string") return null;
  return {
    place: { nodes, name, user: typeof user === "string" ? user : null },
    isOn: isOn === true,
    origins: isTexts(origins) ? origins : [],
  };
}

function isTexts(stored: unknown): stored is readonly string[] {
  return Array.isArray(stored) && stored.every((one) => typeof one === "string");
}
