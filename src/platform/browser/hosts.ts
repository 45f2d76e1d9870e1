import type { WorkMode } from "../../messages/protocol.ts";
import { browser, everyPage } from "./api.ts";
import type { Settings } from "./settings.ts";

/** True if the browser lets the extension read every web page. */
export function hasEveryPage(): Promise<boolean> {
  return browser.permissions.contains({ origins: [...everyPage] });
}

/**
 * Returns the host permission of one site. The pattern `*://` would not be granted: in both browsers
 * it includes schemes that are not in the manifest.
 */
export function originsOf(host: string): string[] {
  return [`http://${host}/*`, `https://${host}/*`];
}

/** True if the browser lets the extension read this address. */
export async function isGranted(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** Match patterns of the web pages that the reader lets the extension read. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(https?|\*):/.test(origin));
}

/**
 * Returns the reader's choice; until there is one, "everywhere" if all hosts are granted, else
 * "onClick".
 */
export async function workModeOf(settings: Settings): Promise<WorkMode> {
  if (settings.workMode !== null) return settings.workMode;
  return (await hasEveryPage()) ? "everywhere" : "onClick";
}
