import { collectStatements } from "../ingest/metadata/collectStatements.ts";
import { HeadMemory } from "../ingest/metadata/headMemory.ts";
import { type BackgroundClient, problemOf } from "../messages/client.ts";
import { defaultLook } from "../messages/markLook.ts";
import type { PagePosition, PageState, StepRequest } from "../messages/protocol.ts";
import type { FrameSummary } from "../messages/runningScript.ts";
import { createClosedHost } from "../page/closedHost.ts";
import {
  createHighlightPainter,
  highlightSurface,
  removeHighlights,
} from "../page/marks/highlightPainter.ts";
import { createPagePainter } from "../page/marks/pagePainter.ts";
import { createBoxPainter } from "../page/marks/private/boxPainter.ts";
import { boxSurface } from "../page/marks/private/boxSurface.ts";
import { createRuler } from "../page/marks/ruler.ts";
import { selectedRanges } from "../page/selectedBlocks.ts";
import { type Scheduler, windowScheduler } from "../page/watch/scheduler.ts";
import { watchForChange } from "../page/watch/watchForChange.ts";
import { createAddressCheck, watchNavigation } from "../page/watch/watchNavigation.ts";
import { createWhenWatched } from "../page/watch/whenWatched.ts";
import { type RelationStyles, stylesFor } from "../ui/components/markStyles.ts";
import type { CardActions } from "../ui/hoverCard/cardActions.ts";
import type { CardMaker } from "../ui/hoverCard/cardMaker.ts";
import { createCardRequests } from "./cardRequests.ts";
import { createCardSession } from "./cardSession.ts";
import { createLazyCard } from "./lazyCard.ts";
import { ReadingSession } from "./readingSession.ts";
import { firstVisibleOffset } from "./visibleText.ts";

/** A page that is being read. */
export interface OpenPage {
  readonly state: PageState;
  readonly position: PagePosition;
  jumpTo(index: number): boolean;
  /** Moves to the next or previous mark by keyboard; false if there is none. */
  step(step: StepRequest): boolean;
  readonly summary: FrameSummary;
  /** Asks again what the same text matches: the reader's choices or articles are others now. */
  matchAgain(): void;
  /** Reads it again from the beginning. */
  restart(): void;
  /** Reads what the reader has selected, and shows what was found there. */
  readSelection(): void;
  /** Removes marks, host and listeners. */
  close(): void;
}

/** What opening a page needs. */
export interface PageTools {
  readonly view: Window;
  readonly ask: BackgroundClient;
  /** Injects the card's script into the frame; rejects if that is not possible. */
  readonly fetchCard: () => Promise<CardMaker>;
  /** How marks look; a page that is open keeps its look. */
  readonly styles: RelationStyles;
  /**
   * False once the extension has been updated or removed, so that there is no background to ask.
   */
  readonly isAlive: () => boolean;
}

/**
 * Reads a page, or the reader's selection on it, until it is closed or the extension is gone.
 * @param reopen called when the page has thrown our host away, and perhaps our listeners with it: it wrote
 *   its document anew. Closes this page and opens another, or returns false.
 */
export function openPage(
  { view, ask, fetchCard, styles, isAlive }: PageTools,
  isForSelection: boolean,
  reopen: () => boolean,
): OpenPage {
  const { document } = view;
  const closing = new AbortController();
  const { signal } = closing;
  const surface = highlightSurface(document);
  removeHighlights(surface);
  const host = createClosedHost(document);
  const ruler = createRuler(document);
  // Marks that the page can read have the usual look, whatever the reader chose.
  const painter = createPagePainter(createHighlightPainter(surface, stylesFor(defaultLook)), () =>
    createBoxPainter(boxSurface(view, host.root), styles, ruler),
  );
  // Pages without https have no clipboard.
  const write = async (text: string) => view.navigator.clipboard.writeText(text);
  const requests = createCardRequests(ask, write);
  const scheduler: Scheduler = windowScheduler(view);
  const createCard = (actions: CardActions) =>
    createLazyCard(async () => {
      const card = (await fetchCard())(host, styles, actions);
      // Screen readers say what changes in a region that was there before.
      await scheduler.yieldTurn();
      return card;
    });
  const cards = createCardSession({ view, painter, ruler }, createCard, requests, signal);
  let revision = 0;
  const memory = new HeadMemory();
  const session = new ReadingSession(
    {
      document,
      scheduler,
      collectStatements: () => memory.upToDate(collectStatements(document, view.location.href)),
      understand: (page) => ask("page/understand", { page }),
      matchPublic: (page, isAgain) => ask("page/matchPublic", { page, isAgain }),
      match: (page, isAgain) => ask("page/match", { page, isAgain }),
      compareMore: (page, from, answered, isCompared) =>
        ask("page/meaning", { page, from, answered, isCompared }),
      whenWatched: createWhenWatched(document, scheduler.now, signal),
      visibleFrom: firstVisibleOffset,
      problemOf,
      watch: (root) => watch.include(root),
      showPublic: painter.showPublic,
      show({ marks, passages }, answer) {
        revision++;
        painter.showPrivate(passages);
        cards.update(marks, answer?.report ?? null);
      },
    },
    signal,
  );

  function close(): void {
    if (signal.aborted) return;
    session.stop();
    closing.abort();
    painter.clear();
    host.element.remove();
  }

  /** Returns a reaction that does nothing once the extension is gone. */
  function ifAlive(react: () => void): () => void {
    return () => (isAlive() ? react() : close());
  }

  const hasMoved = createAddressCheck(view);
  const watch = watchForChange(
    document,
    async (changes) => {
      if (!isAlive()) close();
      else if (!host.element.isConnected && reopen()) return;
      else if (hasMoved()) await session.navigate();
      else await session.follow(changes);
      if (signal.aborted) return;
      painter.repair();
      if (changes.isRestyled) painter.restyle();
    },
    scheduler,
    signal,
  );
  watchNavigation(view, ifAlive(watch.look), signal);
  view
    .matchMedia("(prefers-color-scheme: dark)")
    .addEventListener("change", ifAlive(painter.restyle), { signal });
  // The cheapest moments at which to notice that the extension was updated.
  for (const type of ["focus", "visibilitychange", "pointerdown"]) {
    view.addEventListener(
      type,
      ifAlive(() => undefined),
      { capture: true, passive: true, signal },
    );
  }
  let selections = 0;
  async function readSelection(): Promise<void> {
    const asked = ++selections;
    const selected = selectedRanges(document);
    await session.readSelection(selected);
    // That nothing was found is said only when that is sure.
    if (!cards.isMarked(selected)) await session.untilSelectionCompared();
    if (!signal.aborted && asked === selections) cards.showSelected(selected);
  }

  if (isForSelection) void readSelection();
  else void session.restart();
  return {
    get state() {
      return session.state;
    },
    get position() {
      const { meaning, archive } = session;
      return { revision, index: cards.inView(), meaning, archive };
    },
    get summary() {
      const { state } = session;
      const count = state.kind === "matched" ? state.report.matches.length : 0;
      return { count, visitedAt: cards.visitedAt };
    },
    jumpTo: cards.jumpTo,
    step: cards.step,
    matchAgain: () => void session.matchAgain(),
    restart: () => void session.restart(),
    readSelection: () => void readSelection(),
    close,
  };
}
