import { beforeEach, describe, expect, it } from "vitest";
import { isSame, PointerIntent } from "../../src/page/hover/pointerIntent.ts";

/** A window's timers, moved by hand. */
class Clock {
  #now = 0;
  #next = 1;
  readonly #tasks = new Map<number, { readonly at: number; readonly task: () => void }>();

  setTimeout = (task: () => void, delayMs: number): number => {
    this.#tasks.set(this.#next, { at: this.#now + delayMs, task });
    return this.#next++;
  };

  clearTimeout = (timer: number | undefined): void => {
    if (timer !== undefined) this.#tasks.delete(timer);
  };

  pass(ms: number): void {
    this.#now += ms;
    for (const [timer, { at, task }] of [...this.#tasks]) {
      if (at > this.#now) continue;
      this.#tasks.delete(timer);
      task();
    }
  }
}

/** Marks 1 and 2 lie side by side below y = 10, and overlap between x = 90 and 110. */
function hitTest(x: number, y: number): readonly number[] {
  if (y >= 10) return [];
  return [...(x < 110 ? [1] : []), ...(x >= 90 && x < 200 ? [2] : [])];
}

let clock: Clock;
let intent: PointerIntent;
let shown: readonly number[] | null;
let openings: number;
/** Added to the indices of the marks, as if a report with more passages had come. */
let shift: number;

const shifted = (indices: readonly number[]) => indices.map((index) => index + shift);

/** A report comes whose passages have other indices; whoever shows the card follows it. */
function moveOn(by: number): void {
  shift = by;
  if (shown !== null) shown = shifted(shown);
}

beforeEach(() => {
  clock = new Clock();
  shown = null;
  openings = 0;
  shift = 0;
  intent = new PointerIntent(
    (x, y) => shifted(hitTest(x, y)),
    {
      open: (indices) => {
        shown = indices;
        openings += 1;
      },
      close: () => {
        shown = null;
      },
      isOpen: () => shown !== null,
      isShown: (indices) => shown !== null && isSame(indices, shown),
    },
    clock,
  );
});

const onFirst = { x: 50, y: 5 };
const onSecond = { x: 150, y: 5 };
const onBoth = { x: 100, y: 5 };
const outside = { x: 50, y: 50 };

function rest(at: { readonly x: number; readonly y: number }): void {
  intent.movedTo(at);
  clock.pass(1_000);
}

describe("a card opens", () => {
  it("when the pointer rests on a mark", () => {
    rest(onFirst);
    expect(shown).toEqual([1]);
  });

  it("with all marks that overlap there", () => {
    rest(onBoth);
    expect(shown).toEqual([1, 2]);
  });

  it("within a fifth of a second", () => {
    intent.movedTo(onFirst);
    clock.pass(200);
    expect(shown).toEqual([1]);
  });

  it("while the pointer keeps moving within the mark", () => {
    for (let x = 0; x < 20; x++) {
      intent.movedTo({ x, y: 5 });
      clock.pass(16);
    }
    expect(shown).toEqual([1]);
  });

  it.each([
    ["only passes over the mark", () => intent.movedTo(outside)],
    ["leaves the window", () => intent.left()],
    ["is pressed: a selection begins", () => intent.pressed()],
  ])("but not when the pointer %s", (_, then) => {
    intent.movedTo(onFirst);
    clock.pass(50);
    then();
    clock.pass(1_000);
    expect(shown).toBeNull();
  });

  it("at once on a tap, and not on a click of the mouse", () => {
    intent.tapped(onFirst, false);
    expect(shown).toBeNull();
    intent.tapped(onFirst, true);
    expect(shown).toEqual([1]);
  });
});

describe("an open card", () => {
  beforeEach(() => rest(onFirst));

  it("stays while the pointer goes from the words to the card", () => {
    intent.movedTo(outside);
    clock.pass(200);
    intent.movedOntoCard();
    clock.pass(5_000);
    expect(shown).toEqual([1]);
  });

  it("stays when the pointer comes back to its words", () => {
    intent.movedTo(outside);
    clock.pass(200);
    intent.movedTo(onFirst);
    clock.pass(5_000);
    expect(shown).toEqual([1]);
  });

  it("closes when the pointer stays away", () => {
    rest(outside);
    expect(shown).toBeNull();
  });

  it("closes when the pointer leaves the window", () => {
    intent.left();
    clock.pass(1_000);
    expect(shown).toBeNull();
  });

  it("closes when the reader taps elsewhere", () => {
    intent.tapped(outside, true);
    expect(shown).toBeNull();
  });

  it("is replaced by that of another mark, unless that is only on the way", () => {
    intent.movedTo(onSecond);
    clock.pass(150);
    expect(shown).toEqual([1]);
    clock.pass(150);
    expect(shown).toEqual([2]);
  });
});

describe("a card is not opened a second time", () => {
  it("while the pointer stays on its words", () => {
    rest(onFirst);
    rest({ x: 60, y: 5 });
    expect(openings).toBe(1);
  });

  it("when a further report has given its passage another index", () => {
    rest(onFirst);
    moveOn(3);
    rest(onFirst);
    expect(openings).toBe(1);
  });

  it("when the keyboard has opened it and the pointer comes to its words", () => {
    shown = [1];
    intent.letGo();
    rest(onFirst);
    expect(openings).toBe(0);
  });

  it("by a tap on its words", () => {
    intent.tapped(onFirst, true);
    intent.tapped(onFirst, true);
    expect(openings).toBe(1);
    intent.tapped(onSecond, true);
    expect(shown).toEqual([2]);
  });
});

describe("a card that was opened by keyboard or menu", () => {
  beforeEach(() => {
    rest(onFirst);
    shown = [2];
    intent.letGo();
  });

  it("stays while the pointer moves elsewhere", () => {
    rest(outside);
    intent.left();
    clock.pass(1_000);
    expect(shown).toEqual([2]);
  });

  it("stays when the pointer was about to close the one before it", () => {
    shown = [1];
    intent.movedTo(onFirst);
    intent.movedTo(outside);
    shown = [2];
    intent.letGo();
    clock.pass(1_000);
    expect(shown).toEqual([2]);
  });

  it.each([
    ["it", () => intent.movedOntoCard()],
    ["its words", () => intent.movedTo(onSecond)],
  ])("closes when the pointer has been over %s and leaves", (_, meet) => {
    meet();
    rest(outside);
    expect(shown).toBeNull();
  });

  it("closes on a click elsewhere", () => {
    intent.tapped(outside, false);
    expect(shown).toBeNull();
  });
});

it("nothing opens after the end", () => {
  intent.movedTo(onFirst);
  intent.stop();
  clock.pass(1_000);
  expect(shown).toBeNull();
});
