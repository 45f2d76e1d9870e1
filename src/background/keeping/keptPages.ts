import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import { isArticleOf } from "../../corpora/sameArticle.ts";
import { withOwnId } from "../../corpora/withOwnId.ts";
import type { Article } from "../../engine/model/index.ts";
import type { KeptPage, PageChanges, SavedPart, SaveOutcome } from "../../messages/keptProtocol.ts";
import { parseArticle } from "../../messages/keptRequests.ts";
import { ReaderError } from "../../messages/router.ts";
import { StorageError } from "../../platform/storage/storageError.ts";
import { changesSince } from "./changesSince.ts";
import { withPageSource } from "./pageSource.ts";
import { visitMs } from "./readingMemory.ts";

/**
 * Reads an open page for saving and resolves to unvalidated data; null if the browser forbids it.
 */
export type ReadOpenPage = (tabId: number, frameId: number, part: SavedPart) => Promise<unknown>;

/**
 * Saves open pages and compares them with what is saved. Throws ReaderError if a page cannot be
 * read.
 */
export interface KeptPages {
  save(tabId: number, part: SavedPart, frameId?: number): Promise<SaveOutcome>;
  /** Resolves to the article of an open page, as it would be saved. */
  read(tabId: number): Promise<Article>;
  at(url: string): Promise<KeptPage | null>;
  /**
   * Resolves to the differences between an open page and its saved text; null if nothing can be
   * compared.
   */
  changes(tabId: number, url: string): Promise<PageChanges | null>;
}

/** Returns the service that saves open pages and compares them with saved ones. */
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
        // The page was read a moment ago, and stored if it had changed since an earlier visit.
        const before = record.versions.findLast(
          ({ foundAt, origin }) => origin !== "feed" && record.foundAt - foundAt >= visitMs,
        );
        if (before === undefined) return { since: record.foundAt, changes: [] };
        return changesSince(before.foundAt, before, record.article);
      }
      const now = await readArticle(tabId, 0, "article");
      if (now.body === "") return null;
      return changesSince(record.foundAt, record.article, now);
    },
  };
}

/**
 * Returns an excerpt of a page, added to the saved article if there is one, so that nothing saved
 * is lost.
 */
async function asExcerpt(
  article: Article,
  library: Pick<ReaderLibrary, "at">,
): Promise<{ readonly excerpt: Article; readonly isKnown: boolean }> {
  const kept = article.urls[0] === undefined ? null : await library.at(article.urls[0]);
  // A feed's text is not the page's text, and an address with another parameter may have another
  // text.
  const isThisPage = kept !== null && kept.origin !== "feed" && isArticleOf(kept, article);
  if (!isThisPage) return { excerpt: article, isKnown: false };
  const { body } = kept.article;
  const paragraphs = article.body.split("\n\n").filter((paragraph) => !body.includes(paragraph));
  const excerpt = { ...kept.article, body: [body, ...paragraphs].join("\n\n") };
  return { excerpt, isKnown: paragraphs.length === 0 && kept.origin === "saved" };
}
