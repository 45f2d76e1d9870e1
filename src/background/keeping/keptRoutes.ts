import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import type { KeptMessages, MemoryChoice } from "../../messages/keptProtocol.ts";
import { keptRequests } from "../../messages/keptRequests.ts";
import { type Routes, routesFrom } from "../../messages/router.ts";
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

/** Routes for requests about saved articles, accepted from our own pages only. */
export function keptRoutes(ports: KeptPorts): Routes<KeptMessages> {
  const { library, list, pages, urlOf, readMemory, writeMemory } = ports;
  return routesFrom<KeptMessages>(["extensionPage"], keptRequests, {
    "page/save": async ({ tabId, part }) => ({ outcome: await pages.save(tabId, part) }),
    async "page/kept"({ tabId }) {
      const url = await urlOf(tabId);
      return url === null ? null : pages.at(url);
    },
    async "page/changes"({ tabId }) {
      const url = await urlOf(tabId);
      return url === null ? null : pages.changes(tabId, url);
    },
    "kept/list": ({ query, ...place }) => list.part(query, place),
    "kept/ids": ({ query }) => list.ids(query),
    "kept/choices": () => list.choices(),
    async "kept/article"({ id, version }) {
      const record = await library.record(id);
      return record && keptText(record, version);
    },
    "kept/times": ({ ids }) => library.times(ids),
    "kept/remove": ({ ids }) => library.remove(ids),
    "kept/restore": async ({ inBin }) => ({ isRestored: await library.restore(inBin) }),
    "memory/read": readMemory,
    async "memory/choose"(choice) {
      await writeMemory(choice);
      return readMemory();
    },
    "memory/forget": async () => library.remove(await library.ids("read")),
  });
}
