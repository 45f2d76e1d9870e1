import type { HitTest } from "../marks/hitTest.ts";

/** A point of the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What happens when the pointer rests somewhere. */
export interface HoverActions {
  /** The reader looks at the marks of these matches, or has touched them. */
  readonly open: (indices: readonly number[], point: Point, isTouch: boolean) => void;
  readonly close: () => void;
  readonly isOpen: () => boolean;
  /** True if the open card shows these matches and no others. */
  readonly isShown: (indices: readonly number[]) => boolean;
}

/** Timers, as a window has them; a test gives its own. */
export interface Timers {
  readonly setTimeout: (task: () => void, delayMs: number) => number;
  readonly clearTimeout: (timer: number | undefined) => void;
}

/** Long enough not to open while the pointer passes over a line, short enough to feel immediate. */
const openAfterMs = 130;
/** With a card open, other marks may be on the way to it. */
const changeAfterMs = 260;
/** Time to get from the words to the card. */
const closeAfterMs = 380;

/**
 * Turns the pointer's movements into "open" and "close":
 *
 *   outside ──on a mark──▶ opening ──130 ms──▶ open ──off the mark──▶ closing ──380 ms──▶ outside
 *                             │ off                 ▲ on the card, on the mark │
 *                             ▼                     └──────────────────────────┘
 *                          outside
 *
 * Words whose card is open already open nothing. A card that the keyboard or a menu opened is closed
 * only by a click, until the pointer has been over it or its words.
 */
export class PointerIntent {
  readonly #hitTest: HitTest;
  readonly #actions: HoverActions;
  readonly #timers: Timers;
  #wanted: readonly number[] = [];
  /** True if leaving the card and its words closes it. */
  #holds = false;
  #opening: number | undefined;
  #closing: number | undefined;

  constructor(hitTest: HitTest, actions: HoverActions, timers: Timers) {
    this.#hitTest = hitTest;
    this.#actions = actions;
    this.#timers = timers;
  }

  /** The pointer is over the page, no button pressed. */
  movedTo(point: Point): void {
    const hits = this.#hitTest(point.x, point.y);
    if (hits.length > 0 && this.#isShown(hits)) {
      this.#hold();
    } else if (hits.length === 0) {
      this.#cancelOpening();
      this.#leave();
    } else if (!isSame(hits, this.#wanted)) {
      this.#cancelOpening();
      this.#wanted = hits;
      const delayMs = this.#actions.isOpen() ? changeAfterMs : openAfterMs;
      this.#opening = this.#timers.setTimeout(() => this.#open(hits, point, false), delayMs);
    }
  }

  /** The pointer is over the card. */
  movedOntoCard(): void {
    this.#hold();
  }

  /** A card was opened by other means. */
  letGo(): void {
    this.#stopTimers();
    this.#holds = false;
  }

  /** The pointer left the window. */
  left(): void {
    this.#cancelOpening();
    this.#leave();
  }

  /** A button went down: a click, a selection or a drag begins. */
  pressed(): void {
    this.#cancelOpening();
  }

  /** A tap, or a click, outside the card. */
  tapped(point: Point, isTouch: boolean): void {
    const hits = this.#hitTest(point.x, point.y);
    this.#stopTimers();
    if (hits.length === 0 && this.#actions.isOpen()) this.#actions.close();
    else if (hits.length > 0 && isTouch && !this.#isShown(hits)) this.#open(hits, point, true);
  }

  /** Cancels what is waiting. */
  stop(): void {
    this.#stopTimers();
  }

  #open(hits: readonly number[], point: Point, isTouch: boolean): void {
    this.#hold();
    this.#actions.open(hits, point, isTouch);
  }

  #isShown(hits: readonly number[]): boolean {
    return this.#actions.isOpen() && this.#actions.isShown(hits);
  }

  #hold(): void {
    this.#stopTimers();
    this.#holds = true;
  }

  #leave(): void {
    if (!this.#holds || !this.#actions.isOpen() || this.#closing !== undefined) return;
    this.#closing = this.#timers.setTimeout(() => {
      this.#closing = undefined;
      this.#actions.close();
    }, closeAfterMs);
  }

  #cancelOpening(): void {
    this.#timers.clearTimeout(this.#opening);
    this.#opening = undefined;
    this.#wanted = [];
  }

  #stopTimers(): void {
    this.#cancelOpening();
    this.#timers.clearTimeout(this.#closing);
    this.#closing = undefined;
  }
}

/** True if both have the same indices in the same order. */
export function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((index, i) => index === b[i]);
}
