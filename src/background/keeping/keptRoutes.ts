import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import type { KeptMessages, MemoryChoice } from "../../messages/keptProtocol.ts";
import { keptRequests as parse } from "../../messages/keptRequests.ts";
import type { Routes } from "../../messages/router.ts";
import type { KeptList } from "./keptList.ts";
import type { KeptPages } from "./keptPages.ts";
import { keptText } from "./keptText.ts";

/** What the routes need, given by main.ts. */
export interface KeptPorts {
  readonly library: ReaderLibrary;
  readonly pages: KeptPages;
  readonly list: KeptList;
  /** Resolves to the address of a tab; null if the browser does not report it. */
  readonly urlOf: (tabId: number) => Promise<string | null>;
  readonly readMemory: () => Promise<MemoryChoice>;
  readonly writeMemory: (choice: MemoryChoice) => Promise<void>;
}

const from = ["extensionPage"] as const;

/** Routes for requests about saved articles, accepted from our own pages only. */
export function keptRoutes(ports: KeptPorts): Routes<KeptMessages> {
  const { library, list, pages, urlOf, readMemory, writeMemory } = ports;
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
      answer: ({ query, ...place }) => list.part(query, place),
    },
    "kept/ids": { from, parse: parse["kept/ids"], answer: ({ query }) => list.ids(query) },
    "kept/choices": { from, parse: parse["kept/choices"], answer: () => list.choices() },
    "kept/article": {
      from,
      parse: parse["kept/article"],
      async answer({ id, version }) {
        const record = await library.record(id);
        return record && keptText(record, version);
      },
    },
    "kept/times": { from, parse: parse["kept/times"], answer: ({ ids }) => library.times(ids) },
    "kept/remove": { from, parse: parse["kept/remove"], answer: ({ ids }) => library.remove(ids) },
    "kept/restore": {
      from,
      parse: parse["kept/restore"],
      answer: async ({ inBin }) => ({ isRestored: await library.restore(inBin) }),
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
      answer: async () => library.remove(await library.ids("read")),
    },
  };
}
