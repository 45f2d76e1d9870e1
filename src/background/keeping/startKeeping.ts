import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import { browser } from "../../platform/browser/api.ts";
import { readMemoryChoice, writeMemoryChoice } from "../../platform/browser/memoryChoice.ts";
import { readOpenPage } from "../../platform/browser/openPages.ts";
import { createKeptPages, type KeptPages } from "./keptPages.ts";
import type { KeptPorts } from "./keptRoutes.ts";

/** Connects saving to the browser's storage, tabs and scripts. */
export function startKeeping(library: ReaderLibrary): Omit<KeptPorts, "list"> {
  const pages: KeptPages = createKeptPages(library, readOpenPage);
  return {
    library,
    pages,
    urlOf: async (tabId) => (await browser.tabs.get(tabId)).url ?? null,
    readMemory: readMemoryChoice,
    writeMemory: writeMemoryChoice,
  };
}
