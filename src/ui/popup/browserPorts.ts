import { createBackgroundClient } from "../../messages/client.ts";
import type { ListOrder, ListSurface } from "../../messages/defaultChoices.ts";
import { browser, everyPage } from "../../platform/browser/api.ts";
import { takeAsked, watchAsked } from "../../platform/browser/askedPassage.ts";
import { hostOf } from "../../platform/browser/hostOf.ts";
import { originsOf } from "../../platform/browser/hosts.ts";
import { writeListOrder } from "../../platform/browser/listOrder.ts";
import { readOwnFile } from "../../platform/browser/ownFile.ts";
import { rest } from "../../platform/browser/rest.ts";
import { searchFor } from "../../platform/browser/search.ts";
import { toBackground, toTab } from "../../platform/browser/transport.ts";
import { saveFile } from "../report/saveFile.ts";
import { readStarterOutlets, starterFile } from "../starterFeeds/starterOutlets.ts";
import type { PopupPorts } from "./popupPorts.ts";

/** The tab that popup or side panel describes. */
export interface ShownTab {
  /** -1 if there is none. */
  readonly id: number;
  readonly windowId: number;
  readonly url: string | undefined;
}

/**
 * Returns the tab named in the address (`popup.html?tab=7`), else the active one of this window.
 */
export async function findTab(): Promise<ShownTab> {
  const named = new URLSearchParams(location.search).get("tab");
  const tab =
    named === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(Number(named)).catch(() => undefined);
  return { id: tab?.id ?? -1, windowId: tab?.windowId ?? -1, url: tab?.url };
}

/** Returns the browser functions for popup and side panel, each with its own order of passages. */
export function browserPorts(
  { id, url }: ShownTab,
  place: ListSurface,
  order: ListOrder,
): PopupPorts {
  return {
    background: createBackgroundClient(toBackground),
    tab: toTab(id),
    tabId: id,
    host: hostOf(url),
    order,
    keepOrder: (its) => void writeListOrder(place, its).catch(console.error),
    requestHost: (host) => browser.permissions.request({ origins: originsOf(host) }),
    requestEveryPage: () => browser.permissions.request({ origins: [...everyPage] }),
    readStarters: async () => readStarterOutlets(await readOwnFile(starterFile)),
    wait: rest,
    takeAsked: () => takeAsked(id),
    watchAsked: (callback, signal) => watchAsked(id, callback, signal),
    search: searchFor,
    copy: (text) => navigator.clipboard.writeText(text),
    save: (file) => saveFile(document, file),
  };
}
