import { askUntilAnswered } from "../messages/askUntilAnswered.ts";
import type { MeaningAnswer, PageText } from "../messages/protocol.ts";
import type { Scheduler } from "../page/watch/scheduler.ts";

/** What comparing by meaning needs from page and background. */
export interface MeaningPorts {
  /** Asks the background for the next passages: see `page/meaning`. */
  readonly compareMore: (
    page: PageText,
    from: number,
    answered: number,
    isCompared: boolean,
  ) => Promise<MeaningAnswer | null>;
  /** Resolves when it is worth going on: at once while the reader looks at the page. */
  readonly whenWatched: () => Promise<void>;
  readonly scheduler: Scheduler;
}

/**
 * The requests beyond those needed after which a page gives up: a background that keeps ending
 * forgets its vectors.
 */
const requestsToSpare = 20;

/**
 * Compares a page by meaning, some passages at a time from the first visible one on, and waits for the
 * archive's answer if one is asked. Ends when both are complete, when `isOvertaken` returns true, or
 * when the background does neither or fails; `take` then gets null.
 * @param visibleFrom returns the body offset of the first visible text
 */
export async function compareByMeaning(
  page: PageText,
  { compareMore, whenWatched, scheduler }: MeaningPorts,
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
    const next = await askUntilAnswered(ask, scheduler.whenIdle, isOvertaken).catch(() => null);
    if (isOvertaken()) return;
    await take(next);
    if (next === null) return;
    isCompared = next.done >= next.of;
    if (isCompared && next.archive?.kind !== "asking") return;
    if (isCompared || next.answer !== null) answered = next.done;
    if (requests > next.of + requestsToSpare) return;
  }
}
