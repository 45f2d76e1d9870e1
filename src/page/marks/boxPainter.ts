/**
 * The painter for private corpora. The page's scripts can read CSS Custom Highlights; they must not
 * learn from their own planted sentences what a reader keeps. So these marks are drawn on one
 * canvas in a closed shadow root: nothing is registered, no element of the page changes, and the
 * canvas covers the whole window however many marks there are, so that neither hit testing nor
 * layout nor an observer of what covers what sees a difference between one sentence and another.
 * A drawing costs some microseconds a line in the window, and nothing for those outside.
 */
import type { Relation } from "../../engine/model/index.ts";
import { type Mark, rectanglesOf } from "./mark.ts";
import type { Tone } from "./pageTone.ts";
import type { MarkPainter, MarkStyle, MarkStyles } from "./painter.ts";

/** One line of a mark's words. Left and top count from the window as it stood when measured. */
interface Box {
  readonly relation: Relation;
  readonly index: number;
  readonly rectangle: DOMRect;
}

/** Strong enough to be found at a glance, and the words stay readable through it. */
const emphasisGround: Readonly<Record<Tone, string>> = {
  light: "rgb(255 200 60 / 35%)",
  dark: "rgb(242 207 107 / 30%)",
};

const listening = { capture: true, passive: true };

/** Where the canvas is drawn; a test gives its own. */
export interface BoxSurface {
  readonly view: Window;
  /** Stands in our closed shadow root, and is sized and placed here. */
  readonly canvas: HTMLCanvasElement;
  readonly pen: CanvasRenderingContext2D;
  /** Calls back when the page is laid out anew, until the signal aborts. */
  readonly onLayout: (callback: () => void, signal: AbortSignal) => void;
}

/** Puts a canvas into our closed shadow root, below what else is there. Throws without a drawing context. */
export function boxSurface(view: Window, root: ShadowRoot): BoxSurface {
  const canvas = view.document.createElementNS(
    "http://www.w3.org/1999/xhtml",
    "canvas",
  ) as HTMLCanvasElement;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser draws on no canvas");
  root.prepend(canvas);
  return {
    view,
    canvas,
    pen,
    onLayout(callback, signal) {
      const observer = new ResizeObserver(callback);
      observer.observe(view.document.documentElement);
      signal.addEventListener("abort", () => observer.disconnect(), { once: true });
    },
  };
}

/** Draws marks where their words stand, and follows them. */
export function createBoxPainter(
  { view, canvas, pen, onLayout }: BoxSurface,
  styles: MarkStyles,
  firstTone: Tone,
): MarkPainter {
  const clearing = new AbortController();
  let tone = firstTone;
  let marks: readonly Mark[] = [];
  let emphasised: Mark | null = null;
  let boxes: readonly Box[] = [];
  let measuredAt = { x: 0, y: 0 };

  canvas.setAttribute("aria-hidden", "true");
  canvas.style.cssText =
    "position: fixed; inset: 0; width: 100vw; height: 100vh; pointer-events: none;";
  view.addEventListener("scroll", onScroll, listening);
  view.addEventListener("resize", measure, listening);
  onLayout(measure, clearing.signal);

  function onScroll(event: Event): void {
    // With the window all words move alike; in a box that scrolls only some do.
    if (event.target === view.document) draw();
    else measure();
  }

  function measure(): void {
    measuredAt = { x: view.scrollX, y: view.scrollY };
    boxes = marks.flatMap((mark) =>
      rectanglesOf(mark).map((rectangle) => ({
        relation: mark.relation,
        index: mark.index,
        rectangle,
      })),
    );
    draw();
  }

  function draw(): void {
    const { innerWidth, innerHeight, devicePixelRatio: scale } = view;
    // Setting the size also wipes the canvas.
    canvas.width = Math.round(innerWidth * scale);
    canvas.height = Math.round(innerHeight * scale);
    const movedX = view.scrollX - measuredAt.x;
    const movedY = view.scrollY - measuredAt.y;
    pen.setTransform(scale, 0, 0, scale, -movedX * scale, -movedY * scale);
    for (const box of boxes) {
      const { top, bottom } = box.rectangle;
      if (bottom < movedY || top > movedY + innerHeight) continue;
      drawBox(pen, box.rectangle, styles[box.relation], tone);
      if (box.index === emphasised?.index) fill(pen, box.rectangle, emphasisGround[tone]);
    }
  }

  return {
    paint(next) {
      marks = next;
      measure();
    },
    emphasise(mark) {
      emphasised = mark;
      draw();
    },
    setTone(next) {
      if (next === tone) return;
      tone = next;
      draw();
    },
    clear() {
      clearing.abort();
      view.removeEventListener("scroll", onScroll, listening);
      view.removeEventListener("resize", measure, listening);
      canvas.remove();
    },
  };
}

function fill(pen: CanvasRenderingContext2D, at: DOMRect, colour: string): void {
  pen.fillStyle = colour;
  pen.fillRect(at.left, at.top, at.width, at.height);
}

/** The ground, and the line under the words: as the style sheet of the other painter draws them. */
function drawBox(pen: CanvasRenderingContext2D, at: DOMRect, style: MarkStyle, tone: Tone): void {
  const { line, thicknessPx, colour, tint } = style;
  fill(pen, at, tint[tone]);
  pen.strokeStyle = colour[tone];
  pen.lineWidth = thicknessPx;
  pen.setLineDash(dashes[line]?.map((part) => part * thicknessPx) ?? []);
  pen.beginPath();
  const y = at.bottom - thicknessPx / 2;
  if (line === "wavy") addWave(pen, at, y - thicknessPx, thicknessPx);
  else addLine(pen, at, y);
  if (line === "double") addLine(pen, at, y - 2 * thicknessPx);
  pen.stroke();
}

/** Drawn and left out, in thicknesses of the line; the other lines are not broken. */
const dashes: Readonly<Record<string, readonly number[]>> = { dashed: [3, 2], dotted: [1, 1] };

function addLine(pen: CanvasRenderingContext2D, { left, right }: DOMRect, y: number): void {
  pen.moveTo(left, y);
  pen.lineTo(right, y);
}

function addWave(pen: CanvasRenderingContext2D, at: DOMRect, y: number, heightPx: number): void {
  const stepPx = heightPx * 2;
  pen.moveTo(at.left, y);
  for (let i = 1; at.left + i * stepPx <= at.right; i++) {
    pen.lineTo(at.left + i * stepPx, i % 2 === 0 ? y : y - heightPx);
  }
}
