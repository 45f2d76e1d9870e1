import { UnansweredError } from "../messages/client.ts";
import { browser } from "../platform/browser/api.ts";
import { hostOf } from "../platform/browser/hostOf.ts";
import { toTab } from "../platform/browser/transport.ts";
import type { KeptPages } from "./keeping/keptPages.ts";
import { saveWithSign } from "./keeping/saveWithSign.ts";
import { toggleSite } from "./siteControl.ts";

/** The tab in which a shortcut was pressed. */
interface PressedIn {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** Runs a keyboard shortcut of the manifest. Ignores unknown names and pages that are not read. */
export async function runCommand(
  name: string,
  pressedIn: PressedIn | undefined,
  pages: KeptPages,
): Promise<void> {
  const { id, url } = pressedIn ?? (await activeTab());
  if (id === undefined) return;
  switch (name) {
    case "nextMark":
      return step(id, 1);
    case "previousMark":
      return step(id, -1);
    case "savePage":
      return saveWithSign(id, "article", pages);
    case "switchSite":
      return toggleSite(id, hostOf(url));
  }
}

async function activeTab(): Promise<PressedIn> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab ?? {};
}

async function step(tabId: number, by: 1 | -1): Promise<void> {
  try {
    await toTab(tabId)("page/step", { by, isEntering: false, isAlone: false });
  } catch (error) {
    // A page without our content script has no marks to go to.
    if (!(error instanceof UnansweredError)) throw error;
  }
}
