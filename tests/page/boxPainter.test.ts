import { beforeEach, describe, expect, it } from "vitest";
import type { Relation } from "../../src/engine/model/index.ts";
import { createBoxPainter } from "../../src/page/marks/boxPainter.ts";
import type { Mark } from "../../src/page/marks/mark.ts";
import type { MarkPainter } from "../../src/page/marks/painter.ts";
import { relationStyles } from "../../src/ui/components/tokens.ts";
import { pageWith } from "./support/livePage.ts";

/** Remembers what was filled since the canvas was last wiped, in the coordinates of the window. */
class FakePen {
  fillStyle = "";
  strokeStyle = "";
  lineWidth = 0;
  fills: { colour: string; x: number; y: number }[] = [];
  dashesPx: number[][] = [];
  #moved = { x: 0, y: 0 };

  readonly setTransform = (...[, , , , x, y]: number[]) => {
    this.#moved = { x: x!, y: y! };
    this.fills = [];
    this.dashesPx = [];
  };
  readonly fillRect = (x: number, y: number) => {
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
let painter: MarkPainter;
let layOut: () => void;
let topPx: number;

/** A mark of one line, 100 px from the left, whose words stand `topPx` and `index` lines below the top. */
function markOf(index: number, relation: Relation): Mark {
  const range = page.createRange();
  const line = () => ({
    left: 100,
    right: 300,
    top: topPx + index * 20,
    bottom: topPx + index * 20 + 16,
    width: 200,
    height: 16,
  });
  Object.assign(range, { getClientRects: () => [line()] });
  return { index, relation, publicRelation: null, ranges: [range] };
}

function scrollTo(y: number, target: EventTarget): void {
  Object.assign(page.defaultView!, { scrollY: y });
  target.dispatchEvent(new page.defaultView!.Event("scroll"));
}

const tint = (relation: Relation) => relationStyles[relation].tint.light;

beforeEach(() => {
  page = pageWith("<p>One two three.</p><div>A box that scrolls.</div>");
  Object.assign(page.defaultView!, { scrollX: 0, scrollY: 0, devicePixelRatio: 1 });
  topPx = 40;
  pen = new FakePen();
  canvas = page.createElement("canvas");
  page.body.append(canvas);
  painter = createBoxPainter(
    {
      view: page.defaultView!,
      canvas,
      pen: pen as unknown as CanvasRenderingContext2D,
      onLayout: (callback) => {
        layOut = callback;
      },
    },
    relationStyles,
    "light",
  );
});

describe("the painter of boxes", () => {
  it("draws each mark's words in the style of its relation, and those before no more", () => {
    painter.paint([markOf(0, "reworded")]);
    painter.paint([markOf(0, "verbatim"), markOf(1, "near-verbatim")]);
    expect(pen.fills).toEqual([
      { colour: tint("verbatim"), x: 100, y: 40 },
      { colour: tint("near-verbatim"), x: 100, y: 60 },
    ]);
    expect(pen.dashesPx.map((dash) => dash.length)).toEqual([0, 2]);
  });

  it("follows the window without measuring, and a box that scrolls by measuring", () => {
    painter.paint([markOf(0, "verbatim")]);
    scrollTo(30, page);
    expect(pen.fills).toEqual([{ colour: tint("verbatim"), x: 100, y: 10 }]);
    topPx = 7;
    scrollTo(30, page.querySelector("div")!);
    expect(pen.fills).toEqual([{ colour: tint("verbatim"), x: 100, y: 7 }]);
  });

  it("measures again when the page is laid out anew", () => {
    painter.paint([markOf(0, "verbatim")]);
    topPx = 90;
    layOut();
    expect(pen.fills).toEqual([{ colour: tint("verbatim"), x: 100, y: 90 }]);
  });

  it("draws nothing outside the window", () => {
    topPx = 5_000;
    painter.paint([markOf(0, "verbatim")]);
    expect(pen.fills).toEqual([]);
    scrollTo(4_900, page);
    expect(pen.fills).toEqual([{ colour: tint("verbatim"), x: 100, y: 100 }]);
  });

  it("sets one mark off from the others, until it is told otherwise", () => {
    const marks = [markOf(0, "verbatim"), markOf(1, "verbatim")];
    painter.paint(marks);
    painter.emphasise(marks[1]!);
    expect(pen.fills.map(({ y }) => y)).toEqual([40, 60, 60]);
    painter.emphasise(null);
    expect(pen.fills.map(({ y }) => y)).toEqual([40, 60]);
  });

  it("follows the page from light to dark", () => {
    painter.paint([markOf(0, "differs")]);
    painter.setTone("dark");
    expect(pen.fills[0]!.colour).toBe(relationStyles.differs.tint.dark);
  });

  it("is gone when it is cleared, and listens no more", () => {
    painter.paint([markOf(0, "verbatim")]);
    painter.clear();
    expect(canvas.isConnected).toBe(false);
    const before = pen.fills;
    scrollTo(30, page);
    expect(pen.fills).toBe(before);
  });
});
