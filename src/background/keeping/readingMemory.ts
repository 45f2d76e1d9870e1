import type { ReaderLibrary } from "../../corpora/readerLibrary.ts";
import { withOwnId } from "../../corpora/withOwnId.ts";
import type { MemoryChoice } from "../../messages/keptProtocol.ts";
import type { PageText } from "../../messages/protocol.ts";
import type { Sender } from "../../messages/router.ts";
import { hostOf } from "../../platform/browser/hostOf.ts";
import type { ArticleRecord } from "../../platform/storage/articleRecord.ts";
import { articleOfPage } from "../pageArticle.ts";

/** Keeps the articles that are read, where the reader wants that. */
export interface ReadingMemory {
  /** Stores a page that was read; true if it is a new article or has a new text. */
  remember(page: PageText, sender: Sender): Promise<boolean>;
}

/** A page that changes sooner is still being loaded, or goes on by itself: that is one visit. */
export const visitMs = 3_600_000;
/** Within a visit a text is taken again only if it is so much longer: the rest has come by then. */
const leastGrowth = 1.2;

/** Of what was saved or imported the text is taken another way: it would look changed. */
const keptOtherwise: readonly string[] = ["saved", "import"];

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
      if (kept !== null && !isWorthMore(page, kept, now())) return false;
      const [addition] = await library.add([withOwnId(articleOfPage(page))], "read");
      return addition?.kind === "new" || addition?.kind === "changed";
    },
  };
}

function isWorthMore({ body }: PageText, kept: ArticleRecord, now: number): boolean {
  if (keptOtherwise.includes(kept.origin)) return false;
  const keptChars = kept.article.body.length;
  // A feed's summary gives way to the article, and not the other way round.
  if (kept.origin === "feed") return body.length > keptChars;
  return now - kept.foundAt >= visitMs || body.length > keptChars * leastGrowth;
}

async function wants({ url, tabUrl }: Sender, readChoice: () => Promise<MemoryChoice>) {
  const host = hostOf(tabUrl ?? url);
  const { isOn, hostsOff } = await readChoice();
  return isOn && host !== null && !hostsOff.some((off) => host === off || host.endsWith(`.${off}`));
}
