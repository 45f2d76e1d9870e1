import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { createReaderLibrary, type ReaderLibrary } from "../../../src/corpora/readerLibrary.ts";
import type { Article, ArticleId } from "../../../src/engine/model/index.ts";
import type { PageText } from "../../../src/messages/protocol.ts";
import type { Sender } from "../../../src/messages/router.ts";
import { createStorage } from "../../../src/platform/storage/transaction.ts";

export const lighthouse = [
  "The harbour council voted on Tuesday to reopen the old lighthouse to visitors after a repair.",
  "The repair took eleven months and cost 4.2 million, twice what had been planned in the spring.",
  "“We have kept the lamp as it was,” the council's chair told residents at a meeting in the hall.",
];

/** The reader's library over a fresh IndexedDB, and a clock that a test turns. */
export function keepingWorld(): { library: ReaderLibrary; clock: { now: number } } {
  globalThis.indexedDB = new IDBFactory();
  const clock = { now: 1_000_000_000_000 };
  return { library: createReaderLibrary(createStorage(), () => clock.now), clock };
}

/** An article of Coast Courier as a script reads it off a page. */
export function readArticle(parts: Partial<Article> = {}): Article {
  return {
    id: "any" as ArticleId,
    outlet: { name: "Coast Courier", domain: "coast.example" },
    title: "Lighthouse reopens",
    urls: ["https://coast.example/news/1"],
    published: null,
    relativeDatesCountFrom: null,
    byline: null,
    agencies: [],
    language: "en",
    body: lighthouse.join("\n\n"),
    ...parts,
  };
}

/** The same as a page sends it to be matched. */
export function pageText(parts: Partial<PageText> = {}): PageText {
  const { outlet, title, urls, published, language, body } = readArticle();
  const url = urls[0] ?? null;
  return { outlet, title, url, published, language, body, scope: "article", ...parts };
}

/** The content script of a tab's top frame. */
export function sender(parts: Partial<Sender> = {}): Sender {
  const url = "https://www.coast.example/news/1";
  const place = { tabId: 7, frameId: 0, url, tabUrl: url };
  return { kind: "tab", ...place, isPrivateWindow: false, ...parts };
}
