import type { MatchReport } from "../engine/model/index.ts";
import type { StepRequest } from "../messages/protocol.ts";
import { isSame, type Point } from "../page/hover/pointerIntent.ts";
import { watchPointer } from "../page/hover/watchPointer.ts";
import { createHitTest, type HitTest } from "../page/marks/hitTest.ts";
import type { Mark } from "../page/marks/mark.ts";
import type { PagePainter } from "../page/marks/pagePainter.ts";
import { toneAt } from "../page/marks/pageTone.ts";
import type { Ruler } from "../page/marks/ruler.ts";
import { meetsAny } from "../page/selectedBlocks.ts";
import type { CardActions } from "../ui/hoverCard/cardActions.ts";
import type { CardAnchor } from "../ui/hoverCard/cardHost.tsx";
import type { CardRequests } from "./cardRequests.ts";
import { indicesIn } from "./indicesIn.ts";
import type { LazyCard } from "./lazyCard.ts";
import { scrollToMark } from "./scrollToMark.ts";

/** How long a mark is emphasised after a jump to it. */
const emphasisMs = 2_000;

/** A mark that ends in the top fifth of the window has been read. */
const inViewShare = 5;

/** The marks of a page as the reader meets them: by pointer, by tap, by key, from the popup. */
export interface CardSession {
  /** Sets the marks that are on the page now. */
  update(marks: readonly Mark[], report: MatchReport | null): void;
  /** Scrolls to a match's words and emphasises them; false if it has no mark. */
  jumpTo(index: number): boolean;
  /**
   * Returns the index of the first match with words in the window or below it; null if there is
   * none.
   */
  inView(): number | null;
  /**
   * Moves to the next or previous mark by keyboard: the card opens and gets the focus. Counts from
   * the mark where the reader was last or, if that is out of sight, from the window. Returns false
   * if there is no mark or, unless the frame is alone, no further one.
   */
  step(step: StepRequest): boolean;
  /** True if something was found in the reader's selection. */
  isMarked(selected: readonly Range[]): boolean;
  /** Opens the card for the reader's selection, or says that nothing was found. */
  showSelected(selected: readonly Range[]): void;
  /** When the reader was last at a mark, in milliseconds since 1970; 0 for never. */
  readonly visitedAt: number;
}

/** A card opened by keyboard, menu or list. */
const byNoPointer = { pointerX: null, isTouched: false };

/** The page as the cards meet it. */
export interface MarkedPage {
  readonly view: Window;
  readonly painter: Pick<PagePainter, "emphasise">;
  readonly ruler: Ruler;
}

/** Listens until the signal aborts, then removes everything it added. */
export function createCardSession(
  { view, painter, ruler }: MarkedPage,
  createCard: (actions: CardActions) => LazyCard,
  requests: CardRequests,
  signal: AbortSignal,
): CardSession {
  const { document } = view;
  const card = createCard({
    ...requests,
    onStep: (by) => step({ by, isEntering: false, isAlone: true }),
    async onDismiss(match, reference) {
      // The card stays open although its mark may disappear, so that the reader can undo this.
      isKept = true;
      await requests.onDismiss(match, reference);
    },
    onOpenList(match, beside) {
      hide();
      requests.onOpenList(match, beside);
    },
  });
  let isKept = false;
  let marks: readonly Mark[] = [];
  let report: MatchReport | null = null;
  let hitTest: HitTest = () => [];
  let shown: readonly number[] = [];
  /** Returns the index of the match that the reader visited last. */
  let visited: number | null = null;
  let visitedAt = 0;
  let emphasis: number | undefined;

  const rectanglesOf = ({ ranges }: Mark) => ruler.rectanglesOf(ranges);
  const hide = () => {
    card.hide();
    shown = [];
  };
  const actions = {
    open: (indices: readonly number[], { x }: Point, isTouched: boolean) =>
      open(indices, { pointerX: x, isTouched }),
    close: hide,
    isOpen: () => card.isOpen,
    isShown: (indices: readonly number[]) => isSame(indices, shown),
  };
  const pointer = watchPointer(view, hit, actions, card.meet, signal);
  view.addEventListener("keydown", onKey, { capture: true, signal });
  for (const type of ["scroll", "resize"]) {
    view.addEventListener(type, follow, { capture: true, passive: true, signal });
  }
  view.visualViewport?.addEventListener("resize", follow, { signal });
  signal.addEventListener("abort", () => {
    view.clearTimeout(emphasis);
    card.remove();
  });

  function hit(x: number, y: number): readonly number[] {
    const hits = hitTest(x, y);
    if (hits.length > 0) card.prepare();
    return hits;
  }

  function open(indices: readonly number[], by: Omit<CardAnchor, "lines">): void {
    const under = marks.filter(({ index }) => indices.includes(index));
    const first = under[0];
    if (!report || !first) return;
    isKept = false;
    shown = indices;
    visit(first);
    const { matches, page } = report;
    card.show(
      {
        matches: under.flatMap(({ index }) => matches[index] ?? []),
        position: marks.indexOf(first),
        count: marks.length,
        published: page.published,
      },
      { lines: () => under.flatMap(rectanglesOf), ...by },
      toneAt(elementOf(first, document)),
    );
  }

  function openByOtherMeans(mark: Mark): void {
    pointer.letGo();
    open([mark.index], byNoPointer);
  }

  function visit(mark: Mark): void {
    visited = mark.index;
    visitedAt = Date.now();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.isTrusted && event.key === "Escape" && card.isOpen) hide();
  }

  /** Follows scrolling, which browsers report once a frame; ignores events made by scripts. */
  function follow({ isTrusted }: Pick<Event, "isTrusted">): void {
    if (isTrusted && card.isOpen) card.follow();
  }

  function jumpTo(index: number): boolean {
    const mark = marks.find((candidate) => candidate.index === index);
    if (mark) goTo(mark, false);
    return mark !== undefined;
  }

  function goTo(mark: Mark, isAtOnce: boolean): void {
    visit(mark);
    scrollToMark(view, mark.ranges, ruler, isAtOnce);
    emphasise(mark);
    card.announce(report?.matches[mark.index] ?? null);
  }

  function emphasise(mark: Mark): void {
    view.clearTimeout(emphasis);
    painter.emphasise(mark);
    emphasis = view.setTimeout(() => {
      painter.emphasise(null);
      // It has been announced: if it stayed, a screen reader would read it again on its way through
      // the page.
      card.announce(null);
    }, emphasisMs);
  }

  function step({ by, isEntering, isAlone }: StepRequest): boolean {
    const edge = by > 0 ? -1 : marks.length;
    const at = (isEntering ? edge : stepOrigin(by)) + by;
    const next = marks[isAlone ? (at + marks.length) % marks.length : at];
    if (!next) {
      hide();
      return false;
    }
    goTo(next, true);
    openByOtherMeans(next);
    card.focusStep(by);
    return true;
  }

  function markIn(selected: readonly Range[]): Mark | undefined {
    return marks.find(({ ranges }) => ranges.some((range) => meetsAny(range, selected)));
  }

  function showSelected(selected: readonly Range[]): void {
    const found = markIn(selected);
    if (found) {
      goTo(found, false);
      openByOtherMeans(found);
      return;
    }
    pointer.letGo();
    const lines = () => selected.flatMap((range) => [...range.getClientRects()]);
    const element = selected[0]?.startContainer.parentElement ?? document.documentElement;
    card.showNothingFound({ lines, ...byNoPointer }, toneAt(element));
  }

  /** Returns the index among the marks that a step counts from; -1 before the first. */
  function stepOrigin(by: 1 | -1): number {
    const at = marks.findIndex(({ index }) => index === visited);
    const mark = marks[at];
    if (mark && (card.isOpen || isInWindow(mark))) return at;
    const below = firstBelow(0);
    return by > 0 ? below - 1 : below;
  }

  function isInWindow(mark: Mark): boolean {
    return rectanglesOf(mark).some(({ top, bottom }) => bottom > 0 && top < view.innerHeight);
  }

  /**
   * Returns the index of the first mark that ends below a height in the window, or the number of
   * marks if none does. Marks are in page order, so a binary search finds it.
   */
  function firstBelow(heightPx: number): number {
    let from = 0;
    let to = marks.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((rectanglesOf(marks[middle]!).at(-1)?.bottom ?? 0) < heightPx) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  return {
    update(nextMarks, nextReport) {
      const movedTo = indicesIn(nextReport, report);
      shown = shown.flatMap((index) => movedTo(index) ?? []);
      visited = visited === null ? null : movedTo(visited);
      marks = nextMarks;
      report = nextReport;
      hitTest = createHitTest(document, marks, ruler);
      const stillThere = shown.some((index) => marks.some((mark) => mark.index === index));
      if (card.isOpen && !stillThere && !isKept) hide();
      else if (card.isOpen) card.follow();
    },
    jumpTo,
    inView: () => marks[firstBelow(view.innerHeight / inViewShare)]?.index ?? null,
    step,
    isMarked: (selected) => markIn(selected) !== undefined,
    showSelected,
    get visitedAt() {
      return visitedAt;
    },
  };
}

function elementOf(mark: Mark, document: Document): Element {
  return mark.ranges[0]?.startContainer.parentElement ?? document.documentElement;
}
