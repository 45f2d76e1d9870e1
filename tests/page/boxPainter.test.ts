import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Relation } from "../../src/engine/model/index.ts";
import { type BoxPainter, createBoxPainter } from "../../src/page/marks/private/boxPainter.ts";
import type { PaintedPassage } from "../../src/page/marks/private/passageBoxes.ts";
import { createRuler } from "../../src/page/marks/ruler.ts";
import { relationStyles } from "../../src/ui/components/designTokens.ts";
import { pageWith, rangeOn } from "./support/livePage.ts";

/** Remembers what was filled since the canvas was last wiped, in the coordinates of the window. */
class FakePen {
  fillStyle = "";
  strokeStyle = "";
  lineWidth = 0;
  /** All boxes, visible or not. */
  drawn = 0;
  fills: { colour: string; x: number; y: number }[] = [];
  dashesPx: number[][] = [];
  #moved = { x: 0, y: 0 };

  readonly setTransform = (...[, , , , x, y]: number[]) => {
    this.#moved = { x: x!, y: y! };
  };
  readonly clearRect = (x: number, y: number, width: number, height: number) => {
    const left = x + this.#moved.x;
    const top = y + this.#moved.y;
    const isWiped = (at: { x: number; y: number }) =>
      at.x >= left && at.x < left + width && at.y >= top && at.y < top + height;
    if (width === 0 || height > 100) {
      this.drawn = 0;
      this.dashesPx = [];
    }
    this.fills = this.fills.filter((at) => !isWiped(at));
  };
  readonly fillRect = (x: number, y: number) => {
    this.drawn++;
    this.fills.push({ colour: this.fillStyle, x: x + this.#moved.x, y: y + this.#moved.y });
  };
  readonly setLineDash = (dash: number[]) => {
    this.dashesPx.push(dash);
  };
  readonly beginPath = () => undefined;
  readonly moveTo = () => undefined;
  readonly lineTo = () => undefined;
  readonly stroke = () => undefined;
}

let page: Document;
let pen: FakePen;
let canvas: HTMLCanvasElement;
let painter: BoxPainter;
let measured: number;
let moveWords: () => void;
let topPx: number;
/** Where the page's root begins, if that is what the canvas is placed from. */
let rootAt: { left: number; top: number };
let frames: (() => void)[];

/** A passage of one line, 100 px from the left, whose words stand `topPx` and `line` lines below the top. */
function passageOn(line: number, relation: Relation | null): PaintedPassage {
  const words = page.querySelector("p")!.firstChild!;
  return { relation, ranges: [rangeOn(words, line % 4, (line % 4) + 1)] };
}

/** Runs what waits for the next frame; false if nothing does. */
function nextFrame(): boolean {
  const [frame] = frames.splice(0, 1);
  frame?.();
  return frame !== undefined;
}

/** Gives an element a place in the page, which may be moved. */
function placed(element: Element, top: number, height: number) {
  const place = { top, height, width: 400 };
  element.getBoundingClientRect = () => {
    const y = place.top - page.defaultView!.scrollY;
    return new RectangleOfTest(0, y, place.width, place.height) as unknown as DOMRect;
  };
  return place;
}

const tint = (relation: Relation) => relationStyles[relation].tint.light;

beforeEach(() => {
  page = pageWith("<p>One two three.</p>");
  frames = [];
  measured = 0;
  topPx = 40;
  rootAt = { left: 0, top: 0 };
  const view = page.defaultView!;
  Object.assign(view, {
    ...{ scrollX: 0, scrollY: 0, devicePixelRatio: 1, innerHeight: 600 },
    requestAnimationFrame: (frame: () => void) => frames.push(frame),
  });
  vi.stubGlobal("DOMRect", RectangleOfTest);
  view.Range.prototype.getClientRects = function (this: Range) {
    measured++;
    const box = new RectangleOfTest(100, topPx + this.startOffset * 20 - view.scrollY, 200, 16);
    return [box] as unknown as DOMRectList;
  };
  pen = new FakePen();
  canvas = page.createElement("canvas");
  page.body.append(canvas);
  painter = createBoxPainter(
    {
      view,
      canvas,
      pen: pen as unknown as CanvasRenderingContext2D,
      origin: () => rootAt,
      onMove: (callback) => {
        moveWords = callback;
      },
    },
    relationStyles,
    createRuler(page),
  );
});

afterEach(() => vi.unstubAllGlobals());

/** jsdom has no rectangles. */
class RectangleOfTest {
  constructor(
    readonly x: number,
    readonly y: number,
    readonly width: number,
    readonly height: number,
  ) {}
  get left() {
    return this.x;
  }
  get right() {
    return this.x + this.width;
  }
  get top() {
    return this.y;
  }
  get bottom() {
    return this.y + this.height;
  }
}

describe("the painter of boxes", () => {
  it("draws each mark's words in the style of its relation, and no earlier marks", () => {
    painter.paint([passageOn(0, "reworded")]);
    painter.paint([passageOn(0, "verbatim"), passageOn(1, "near-verbatim")]);
    nextFrame();
    expect(pen.fills).toEqual([
      { colour: tint("verbatim"), x: 100, y: 40 },
      { colour: tint("near-verbatim"), x: 100, y: 60 },
    ]);
    expect(pen.dashesPx.map((dash) => dash.length)).toEqual([0, 2]);
  });

  it("draws remaining marks at once, anywhere in a long page, when more marks come", () => {
    page.querySelector("p")!.textContent = "x".repeat(400);
    const words = page.querySelector("p")!.firstChild!;
    const passages = (isMore: boolean) =>
      Array.from({ length: 300 }, (_, at): PaintedPassage => {
        const relation = at === 250 || (isMore && at === 251) ? "verbatim" : null;
        return { relation, ranges: [rangeOn(words, at, at + 1)] };
      });
    page.defaultView!.scrollY = 250 * 20;
    painter.paint(passages(false));
    while (nextFrame());
    expect(pen.fills).toHaveLength(1);
    painter.paint(passages(true));
    nextFrame();
    expect(pen.fills.map(({ y }) => y)).toEqual([40, 60]);
  });

  it("measures and draws the same whether or not a passage has a mark", () => {
    const work = (relation: Relation | null) => {
      painter.paint([0, 1, 2].map((line) => passageOn(line, relation)));
      const before = measured;
      let count = 0;
      while (nextFrame()) count++;
      return { measured: measured - before, drawn: pen.drawn, frames: count };
    };
    expect(work(null)).toEqual(work("verbatim"));
    expect(work(null).drawn).toBe(3);
  });

  it("does one task a frame, however often the words move", () => {
    painter.paint([passageOn(0, "verbatim")]);
    for (let i = 0; i < 50; i++) moveWords();
    expect(frames).toHaveLength(1);
    expect(measured).toBe(0);
  });

  it("measures a bounded number of passages in a frame", () => {
    painter.paint(Array.from({ length: 200 }, (_, i) => passageOn(i, null)));
    nextFrame();
    expect([measured, pen.drawn]).toEqual([64, 64]);
    while (nextFrame());
    expect([measured, pen.drawn]).toEqual([200, 200]);
    moveWords();
    measured = 0;
    nextFrame();
    expect([measured, pen.drawn]).toEqual([64, 200]);
  });

  it("comes to the end of a long page that moves in every frame", () => {
    page.body.innerHTML = "<p>One two.</p>".repeat(2_500);
    const passages = [...page.querySelectorAll("p")].map((paragraph, at): PaintedPassage => {
      placed(paragraph, at * 50, 40);
      return { relation: null, ranges: [rangeOn(paragraph.firstChild!, 0, 3)] };
    });
    painter.paint(passages);
    for (let frame = 0; frame < 3; frame++) {
      nextFrame();
      moveWords();
    }
    // Two windows of 600 px, since above the page is nothing.
    expect([measured, pen.drawn]).toEqual([24, 24]);
    while (nextFrame());
    expect(measured).toBe(48);
  });

  it("measures passages only where their paragraph is less than a window away", () => {
    const paragraph = placed(page.querySelector("p")!, 3_000, 100);
    topPx = 3_000;
    painter.paint([passageOn(0, "verbatim"), passageOn(1, null)]);
    while (nextFrame());
    expect([measured, pen.drawn]).toEqual([0, 0]);
    const view = page.defaultView!;
    const workAt = (scrollY: number) => {
      measured = 0;
      view.scrollY = scrollY;
      moveWords();
      nextFrame();
      return { measured, drawn: pen.drawn };
    };
    expect(workAt(1_801)).toEqual({ measured: 2, drawn: 1 });
    expect(workAt(3_000)).toEqual({ measured: 2, drawn: 2 });
    expect(workAt(3_699)).toEqual({ measured: 2, drawn: 0 });
    for (const far of [1_800, 3_700]) expect(workAt(far)).toEqual({ measured: 0, drawn: 0 });
    paragraph.height = 0;
    paragraph.width = 0;
    expect(workAt(3_700).measured).toBe(2);
  });

  it("measures a passage that begins far above the window and ends in it", () => {
    page.querySelector("p")!.insertAdjacentHTML("afterend", "<p>Four five.</p>");
    const [first, last] = page.querySelectorAll("p");
    placed(first!, -5_000, 100);
    const end = placed(last!, 100, 50);
    const ranges = [rangeOn(first!.firstChild!, 0, 3), rangeOn(last!.firstChild!, 0, 4)];
    painter.paint([{ relation: "verbatim", ranges }]);
    nextFrame();
    expect(measured).toBe(2);
    end.top = -4_000;
    moveWords();
    nextFrame();
    expect(measured).toBe(2);
  });

  it("measures again when the page has changed", () => {
    painter.paint([passageOn(0, "verbatim")]);
    nextFrame();
    topPx = 90;
    painter.follow();
    nextFrame();
    expect(pen.fills).toEqual([{ colour: tint("verbatim"), x: 100, y: 90 }]);
  });

  it("lays its canvas over the window, wherever the page's root begins", () => {
    painter.paint([passageOn(0, "verbatim")]);
    rootAt = { left: 12, top: -300 };
    nextFrame();
    expect([canvas.style.left, canvas.style.top]).toEqual(["-12px", "300px"]);
  });

  it("follows words that move", () => {
    painter.paint([passageOn(0, "verbatim")]);
    nextFrame();
    topPx = 90;
    moveWords();
    nextFrame();
    expect(pen.fills).toEqual([{ colour: tint("verbatim"), x: 100, y: 90 }]);
    Object.assign(page.defaultView!, { scrollY: 30 });
    moveWords();
    nextFrame();
    expect(pen.fills).toEqual([{ colour: tint("verbatim"), x: 100, y: 60 }]);
  });

  it("draws nothing far from the window", () => {
    topPx = 5_000;
    painter.paint([passageOn(0, "verbatim")]);
    nextFrame();
    expect(pen.drawn).toBe(0);
  });

  it("draws nothing where the words are gone", () => {
    painter.paint([passageOn(3, "verbatim")]);
    (page.querySelector("p")!.firstChild as Text).data = "Gone";
    nextFrame();
    expect(pen.fills).toHaveLength(1);
    (page.querySelector("p")!.firstChild as Text).data = "No";
    moveWords();
    nextFrame();
    expect(pen.fills).toEqual([]);
  });

  it("emphasises one mark until told otherwise", () => {
    const passages = [passageOn(0, "verbatim"), passageOn(1, "verbatim")];
    painter.paint(passages);
    painter.emphasise(passages[1]!.ranges);
    nextFrame();
    expect(pen.fills.map(({ y }) => y)).toEqual([40, 60, 60]);
    painter.emphasise(null);
    nextFrame();
    expect(pen.fills.map(({ y }) => y)).toEqual([40, 60]);
  });

  it("takes the tone of the background behind each mark, and checks it again when the page is restyled", () => {
    painter.paint([passageOn(0, "differs")]);
    nextFrame();
    expect(pen.fills[0]!.colour).toBe(relationStyles.differs.tint.light);
    page.querySelector("p")!.setAttribute("style", "background-color: #101014");
    painter.restyle();
    nextFrame();
    expect(pen.fills[0]!.colour).toBe(relationStyles.differs.tint.dark);
  });

  it("is removed when it is cleared, and draws no more", () => {
    painter.paint([passageOn(0, "verbatim")]);
    painter.clear();
    expect(canvas.isConnected).toBe(false);
    nextFrame();
    expect([pen.drawn, measured]).toEqual([0, 0]);
    moveWords();
    expect(frames).toEqual([]);
  });
});
