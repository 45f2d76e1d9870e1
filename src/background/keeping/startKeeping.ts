import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import { browser } from "../../platform/browser/api.ts";
import { readMemoryChoice, writeMemoryChoice } from "../../platform/browser/memoryChoice.ts";
import { readOpenPage } from "../../platform/browser/openPages.ts";
import type { ArticleRecord } from "../../platform/storage/articleRecord.ts";
import { createKeptPages, type KeptPages } from "./keptPages.ts";
import type { KeptSources } from "./keptRoutes.ts";

const binKey = "removed";

/** Keeping articles in this browser: by its storage, tabs and scripts. */
export function startKeeping(library: ReaderLibrary): Omit<KeptSources, "search"> {
  const pages: KeptPages = createKeptPages(library, readOpenPage);
  return {
    library,
    pages,
    urlOf: async (tabId) => (await browser.tabs.get(tabId)).url ?? null,
    readMemory: readMemoryChoice,
    writeMemory: writeMemoryChoice,
    bin: {
      async read() {
        const stored = (await browser.storage.session.get(binKey))[binKey];
        return Array.isArray(stored) ? (stored as ArticleRecord[]) : [];
      },
      write: (records) => browser.storage.session.set({ [binKey]: records }),
    },
  };
}
