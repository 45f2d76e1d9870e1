import { askUntilAnswered } from "../messages/askUntilAnswered.ts";
import type { MeaningAnswer, PageText } from "../messages/protocol.ts";
import type { Pace } from "../page/watch/pace.ts";

/** What comparing by meaning needs from page and background. */
export interface MeaningSurroundings {
  /** Asks the background for the next passages: see `page/meaning`. */
  readonly compareMore: (
    page: PageText,
    from: number,
    answered: number,
    isCompared: boolean,
  ) => Promise<MeaningAnswer | null>;
  /** Resolves when it is worth going on: at once while the reader looks at the page. */
  readonly whenWatched: () => Promise<void>;
  readonly pace: Pace;
}

/** A background that dies again and again forgets what it encoded; a page gives up after this many requests more. */
const requestsToSpare = 20;

/**
 * Has a page compared by meaning, some passages at a time, beginning with what is visible, and waits for
 * the archive if one is asked. Ends when all are done and it has answered, when `isOvertaken`, and when
 * the background answers that it does neither, or cannot: `take` then gets null.
 * @param visibleFrom returns the body offset of the first visible text
 */
export async function compareByMeaning(
  page: PageText,
  { compareMore, whenWatched, pace }: MeaningSurroundings,
  visibleFrom: () => number,
  isOvertaken: () => boolean,
  take: (answer: MeaningAnswer | null) => Promise<void>,
): Promise<void> {
  let answered = 0;
  let isCompared = false;
  for (let requests = 0; ; requests++) {
    await whenWatched();
    if (isOvertaken()) return;
    const ask = () => compareMore(page, visibleFrom(), answered, isCompared);
    const next = await askUntilAnswered(ask, pace.rest, isOvertaken).catch(() => null);
    if (isOvertaken()) return;
    await take(next);
    if (next === null) return;
    isCompared = next.done >= next.of;
    if (isCompared && next.archive?.kind !== "asking") return;
    if (isCompared || next.answer !== null) answered = next.done;
    if (requests > next.of + requestsToSpare) return;
  }
}
