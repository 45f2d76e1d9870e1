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

/** Keeps the articles that are read, where the reader wants that. */
export interface ReadingMemory {
  /** Stores a page that was read; true if it is a new article or has a new text. */
  remember(page: PageText, sender: Sender): Promise<boolean>;
}

/** A page that changes sooner is still being loaded, or goes on by itself: that is one visit. */
export const visitMs = 3_600_000;
/** Within a visit a text is taken again only if it is so much longer: the rest has come by then. */
const leastGrowth = 1.2;

/**
 * Never from private windows, frames, selections, excluded hosts, or before the reader has turned it on.
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
      // At an address that differs in a parameter another text may stand: then it is another article.
      const isKept = kept !== null && sharesFullAddress([page.url], kept.article.urls);
      if (isKept && !isWorthMore(page, kept, now())) return false;
      const article = withPageSource(withOwnId(articleOfPage(page)), sender.url);
      const [addition] = await library.add([article], "read");
      return addition?.kind === "new" || addition?.kind === "changed";
    },
  };
}

function isWorthMore({ body }: PageText, kept: ArticleRecord, now: number): boolean {
  // What the reader saved or imported stays as it is: what a later visit finds is kept beside it.
  if (isReadersOwn(kept.origin)) return now - lastFoundAt(kept) >= visitMs;
  const keptChars = kept.article.body.length;
  // A feed's summary gives way to the article, and not the other way round.
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
