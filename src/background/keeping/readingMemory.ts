import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import { withOwnId } from "../../corpora/withOwnId.ts";
import { sharesFullAddress } from "../../engine/library/pageAddress.ts";
import { isReadersOwn } from "../../engine/model/index.ts";
import type { MemoryChoice } from "../../messages/keptProtocol.ts";
import { articleOfPage } from "../../messages/pageArticle.ts";
import type { PageText } from "../../messages/protocol.ts";
import type { Sender } from "../../messages/router.ts";
import { hostOf } from "../../platform/browser/hostOf.ts";
import type { ArticleRecord } from "../../platform/storage/articleRecord.ts";
import { withPageSource } from "./pageSource.ts";

/** Keeps the articles that the reader reads, if the reader wants that. */
export interface ReadingMemory {
  /** Stores a page that was read; resolves to true if it is a new article or has a new text. */
  remember(page: PageText, sender: Sender): Promise<boolean>;
}

/** The length of a visit in ms. A page that changes sooner is still loading or updates itself. */
export const visitMs = 3_600_000;
/**
 * Within a visit, the factor by which a text must have grown to be stored again: then the rest has
 * loaded.
 */
const leastGrowth = 1.2;

/**
 * Returns the reading memory. It never stores pages from private windows, frames, selections or
 * excluded hosts, or before the reader has turned it on.
 */
export function createReadingMemory(
  library: Pick<ReaderLibrary, "add" | "at">,
  readChoice: () => Promise<MemoryChoice>,
  now: () => number,
): ReadingMemory {
  return {
    async remember(page, sender) {
      if (page.scope !== "article") return false;
      if (sender.isPrivateWindow || sender.frameId !== 0 || page.url === null) return false;
      if (!(await wants(sender, readChoice))) return false;
      const kept = await library.at(page.url);
      // An address that differs in a parameter may have another text, which is another article.
      const isKept = kept !== null && sharesFullAddress([page.url], kept.article.urls);
      if (isKept && !isWorthMore(page, kept, now())) return false;
      const article = withPageSource(withOwnId(articleOfPage(page)), sender.url);
      const [addition] = await library.add([article], "read");
      return addition?.kind === "new" || addition?.kind === "changed";
    },
  };
}

function isWorthMore({ body }: PageText, kept: ArticleRecord, now: number): boolean {
  // A text that the reader saved or imported does not change; a later visit's text is stored beside
  // it.
  if (isReadersOwn(kept.origin)) return now - lastFoundAt(kept) >= visitMs;
  const keptChars = kept.article.body.length;
  // The article replaces a feed's summary, but not the other way round.
  if (kept.origin === "feed") return body.length > keptChars;
  return now - kept.foundAt >= visitMs || body.length > keptChars * leastGrowth;
}

function lastFoundAt({ foundAt, versions }: ArticleRecord): number {
  const visits = versions.filter(({ origin }) => origin === "read");
  return Math.max(foundAt, ...visits.map((visit) => visit.foundAt));
}

async function wants({ url, tabUrl }: Sender, readChoice: () => Promise<MemoryChoice>) {
  const host = hostOf(tabUrl ?? url);
  const { isOn, hostsOff } = await readChoice();
  return isOn && host !== null && !hostsOff.some((off) => host === off || host.endsWith(`.${off}`));
}
