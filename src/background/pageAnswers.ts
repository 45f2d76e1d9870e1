import type { PageAnswer, PageText } from "../messages/protocol.ts";
import type { Sender } from "../messages/router.ts";
import { showBadge } from "./badge.ts";
import type { ReadingMemory } from "./keeping/readingMemory.ts";
import type { LibraryService } from "./libraryService.ts";
import { withPublicPart } from "./publicPart.ts";
import { applyChoices, type ReportChoicesService } from "./reportChoices.ts";
import type { TabCounts } from "./tabCounts.ts";

/** What a page's text is answered with. */
export interface AnswerSources {
  readonly library: LibraryService;
  readonly choices: ReportChoicesService;
  readonly counts: TabCounts;
  readonly memory: ReadingMemory;
}

/** What takes less is not shown as being read: the button would only flicker. */
const longWorkMs = 400;

/** Has a page matched, or a frame of one, and the count of its tab shown on the button. */
export async function answerPage(
  { page }: { readonly page: PageText },
  sender: Sender,
  { library, choices, counts, memory }: AnswerSources,
): Promise<PageAnswer> {
  const { tabId, frameId } = sender;
  const showReading = () => tabId !== null && showBadge(tabId, { kind: "reading" });
  const longWork = setTimeout(showReading, longWorkMs);
  try {
    const [found, chosen] = await Promise.all([library.match(page), choices.read()]);
    const answer = withPublicPart(
      applyChoices(found.all, chosen),
      applyChoices(found.publicOnly, chosen),
    );
    // The reader waits for the marks, and not for the button.
    if (tabId !== null) {
      const own = answer.report.matches.length;
      showCount(tabId, counts.add(tabId, frameId, own), library).catch(console.error);
    }
    memory.remember(page, sender).catch((error: unknown) => console.error("memory", error));
    return { ...answer, hasPrivate: found.hasPrivate };
  } catch (error) {
    if (tabId !== null) await showBadge(tabId, { kind: "failed" });
    throw error;
  } finally {
    clearTimeout(longWork);
  }
}

async function showCount(
  tabId: number,
  counting: Promise<number>,
  library: LibraryService,
): Promise<void> {
  const [count, { articles, problems }] = await Promise.all([counting, library.status()]);
  if (articles === 0) await showBadge(tabId, { kind: "libraryEmpty" });
  else await showBadge(tabId, { kind: "matches", count, isRepaired: problems.length > 0 });
}
