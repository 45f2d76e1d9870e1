import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import { isArticleOf } from "../../corpora/sameArticle.ts";
import { withOwnId } from "../../corpora/withOwnId.ts";
import { changesBetween } from "../../engine/match/relation/textChanges.ts";
import type { Article } from "../../engine/model/index.ts";
import type { KeptPage, PageChanges, SavedPart, SaveOutcome } from "../../messages/keptProtocol.ts";
import { parseArticle } from "../../messages/keptRequests.ts";
import { ReaderError } from "../../messages/router.ts";
import { StorageError } from "../../platform/storage/storageError.ts";
import { withPageSource } from "./pageSource.ts";
import { visitMs } from "./readingMemory.ts";

/** Reads an open page for saving; what it gives is not checked yet. Null where the browser forbids it. */
export type ReadOpenPage = (tabId: number, frameId: number, part: SavedPart) => Promise<unknown>;

/** Saves open pages, and tells what is kept of them. Throws ReaderError where a page cannot be read. */
export interface KeptPages {
  save(tabId: number, part: SavedPart, frameId?: number): Promise<SaveOutcome>;
  /** The article of an open page, as it would be saved. */
  read(tabId: number): Promise<Article>;
  at(url: string): Promise<KeptPage | null>;
  /** How an open page differs from what is kept of it; null where nothing can be compared. */
  changes(tabId: number, url: string): Promise<PageChanges | null>;
}

/** Returns what saves open pages, and compares them with what was saved before. */
export function createKeptPages(
  library: Pick<ReaderLibrary, "add" | "at">,
  read: ReadOpenPage,
): KeptPages {
  async function readArticle(tabId: number, frameId: number, part: SavedPart): Promise<Article> {
    const article = parseArticle(await read(tabId, frameId, part));
    if (article === null) throw new ReaderError("pageForbidden");
    return withOwnId(withPageSource(article, article.urls.at(-1) ?? null));
  }

  async function keep(article: Article): Promise<SaveOutcome> {
    try {
      const [addition] = await library.add([article], "saved");
      return addition?.kind ?? "empty";
    } catch (error) {
      if (error instanceof StorageError && error.kind === "full") return "storageFull";
      throw error;
    }
  }

  return {
    async save(tabId, part, frameId = 0) {
      const article = await readArticle(tabId, frameId, part);
      if (article.body === "") return "empty";
      if (part === "article") return keep(article);
      const { excerpt, isKnown } = await asExcerpt(article, library);
      return isKnown ? "known" : keep(excerpt);
    },
    read: (tabId) => readArticle(tabId, 0, "article"),
    async at(url) {
      const record = await library.at(url);
      return record && { id: record.id, origin: record.origin, addedAt: record.addedAt };
    },
    async changes(tabId, url) {
      const record = await library.at(url);
      if (record === null || record.origin === "feed") return null;
      if (record.origin === "read") {
        // It was read a moment ago, and stored if it had changed since an earlier visit.
        const before = record.versions.findLast(
          ({ foundAt, origin }) => origin !== "feed" && record.foundAt - foundAt >= visitMs,
        );
        if (before === undefined) return { since: record.foundAt, changes: [] };
        const changes = changesBetween(textOf(before), textOf(record.article));
        return { since: before.foundAt, changes };
      }
      const now = await readArticle(tabId, 0, "article");
      if (now.body === "") return null;
      const changes = changesBetween(textOf(record.article), textOf(now));
      return { since: record.foundAt, changes };
    },
  };
}

function textOf({ title, body }: Pick<Article, "title" | "body">): string {
  return `${title}\n\n${body}`;
}

/** An excerpt of a page of which something is kept is added to that: nothing kept is lost for it. */
async function asExcerpt(
  article: Article,
  library: Pick<ReaderLibrary, "at">,
): Promise<{ readonly excerpt: Article; readonly isKnown: boolean }> {
  const kept = article.urls[0] === undefined ? null : await library.at(article.urls[0]);
  // What a feed says of this page is not the page's, and at an address with another parameter may stand another one.
  const isThisPage = kept !== null && kept.origin !== "feed" && isArticleOf(kept, article);
  if (!isThisPage) return { excerpt: article, isKnown: false };
  const { body } = kept.article;
  const paragraphs = article.body.split("\n\n").filter((paragraph) => !body.includes(paragraph));
  const excerpt = { ...kept.article, body: [body, ...paragraphs].join("\n\n") };
  return { excerpt, isKnown: paragraphs.length === 0 && kept.origin === "saved" };
}
