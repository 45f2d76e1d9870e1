import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import type { ArticleId } from "../../engine/model/index.ts";
import type { KeptMessages, MemoryChoice } from "../../messages/keptProtocol.ts";
import { keptRequests as parse } from "../../messages/keptRequests.ts";
import type { Routes } from "../../messages/router.ts";
import type { ArticleRecord } from "../../platform/storage/articleRecord.ts";
import type { KeptPages } from "./keptPages.ts";

/** What the answers need, given by main.ts. */
export interface KeptSources {
  readonly library: ReaderLibrary;
  readonly pages: KeptPages;
  /** The ids of the articles of all corpora that have the words of a search; null for none. */
  readonly search: (words: string) => Promise<ReadonlySet<ArticleId> | null>;
  /** Address of a tab, or null where the browser does not tell. */
  readonly urlOf: (tabId: number) => Promise<string | null>;
  readonly readMemory: () => Promise<MemoryChoice>;
  readonly writeMemory: (choice: MemoryChoice) => Promise<void>;
  /** What was removed last: kept until the browser is closed, and not longer. */
  readonly bin: {
    read(): Promise<readonly ArticleRecord[]>;
    write(records: readonly ArticleRecord[]): Promise<void>;
  };
}

const from = ["extensionPage"] as const;
const articlesAPart = 50;
/** More are no answer to a search; a further word makes them fewer. */
const mostFound = 100;
const removedAtOnce = 200;

/** Questions about kept articles, from our own pages only. */
export function keptRoutes(sources: KeptSources): Routes<KeptMessages> {
  const { library, pages, urlOf, readMemory, writeMemory, bin } = sources;
  return {
    "page/save": {
      from,
      parse: parse["page/save"],
      answer: async ({ tabId, part }) => ({ outcome: await pages.save(tabId, part) }),
    },
    "page/kept": {
      from,
      parse: parse["page/kept"],
      async answer({ tabId }) {
        const url = await urlOf(tabId);
        return url === null ? null : pages.at(url);
      },
    },
    "page/changes": {
      from,
      parse: parse["page/changes"],
      async answer({ tabId }) {
        const url = await urlOf(tabId);
        return url === null ? null : pages.changes(tabId, url);
      },
    },
    "kept/list": {
      from,
      parse: parse["kept/list"],
      async answer({ after }) {
        const found = await library.list(articlesAPart + 1, after ?? undefined);
        return { articles: found.slice(0, articlesAPart), hasMore: found.length > articlesAPart };
      },
    },
    "kept/times": { from, parse: parse["kept/times"], answer: ({ ids }) => library.times(ids) },
    "kept/search": {
      from,
      parse: parse["kept/search"],
      async answer({ search }) {
        return library.listed((await sources.search(search)) ?? new Set(), mostFound);
      },
    },
    "kept/remove": {
      from,
      parse: parse["kept/remove"],
      async answer({ id }) {
        await bin.write(await library.remove([id]));
        return {};
      },
    },
    "kept/restore": {
      from,
      parse: parse["kept/restore"],
      async answer() {
        await library.restore(await bin.read());
        await bin.write([]);
        return {};
      },
    },
    "memory/read": { from, parse: parse["memory/read"], answer: readMemory },
    "memory/choose": {
      from,
      parse: parse["memory/choose"],
      async answer(choice) {
        await writeMemory(choice);
        return readMemory();
      },
    },
    "memory/forget": {
      from,
      parse: parse["memory/forget"],
      answer: async () => ({ removed: await forgetRead(library) }),
    },
  };
}

async function forgetRead(library: ReaderLibrary): Promise<number> {
  const ids = [];
  let part = await library.list(removedAtOnce);
  for (let last = part.at(-1); last; last = part.at(-1)) {
    ids.push(...part.filter(({ origin }) => origin === "read").map(({ id }) => id));
    part = await library.list(removedAtOnce, last);
  }
  for (let at = 0; at < ids.length; at += removedAtOnce) {
    await library.remove(ids.slice(at, at + removedAtOnce));
  }
  return ids.length;
}
