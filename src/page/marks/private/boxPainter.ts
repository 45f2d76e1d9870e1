/**
 * Paints private marks, which the page must not learn of. Its scripts can read CSS Custom Highlights, so
 * these marks are drawn on one canvas in a closed shadow root: nothing is registered, no element of the
 * page changes, and the canvas covers the whole window however many marks there are. So neither hit
 * testing, nor layout, nor an observer of visibility distinguishes one sentence from another.
 *
 * Timing does not either. All passages near the window are measured and drawn, and those without a mark are
 * wiped again. Whatever moves the words, one task a frame measures a bounded number of passages, and those
 * near the window are drawn. Cost: some microseconds for each line near the window, and for each paragraph.
 */
import type { Anchor } from "../../anchors/anchor.ts";
import type { MarkStyles } from "../markStyle.ts";
import { type Tone, toneAt } from "../pageTone.ts";
import type { Ruler } from "../ruler.ts";
import type { BoxSurface } from "./boxSurface.ts";
import { drawMark } from "./drawMark.ts";
import { type PaintedPassage, type PassageBox, PassageBoxes } from "./passageBoxes.ts";

/** Draws marks over their words and follows them. */
export interface BoxPainter {
  /** Measures these passages, and draws the marks among them, in place of earlier ones. */
  paint(passages: readonly PaintedPassage[]): void;
  /** Sets some words off from the others, or none. */
  emphasise(words: Anchor | null): void;
  /** Measures again: a change of the page may have moved words without any event. */
  follow(): void;
  /**
   * Checks again whether each mark is on a light or dark background, after the page's style has
   * changed.
   */
  restyle(): void;
  /** Restores the page and stops drawing. */
  clear(): void;
}

/**
 * The most passages measured in a frame; a window has about thirty, and the rest follow in the next
 * frames.
 */
const mostMeasuredInFrame = 64;

/** The line of a mark is a little below its box, and a line between two pixels colours both. */
const bleedPx = 3;

/** Strong enough to be found at a glance, and the words stay readable through it. */
const emphasisGround: Readonly<Record<Tone, string>> = {
  light: "rgb(255 200 60 / 35%)",
  dark: "rgb(242 207 107 / 30%)",
};

/** Draws on a surface of ours, in the look that the reader chose. */
export function createBoxPainter(
  { view, canvas, pen, origin, onMove }: BoxSurface,
  styles: MarkStyles,
  ruler: Ruler,
): BoxPainter {
  const clearing = new AbortController();
  const boxes = new PassageBoxes(view, ruler);
  let emphasised: Anchor | null = null;
  let isFrameAsked = false;

  canvas.setAttribute("aria-hidden", "true");
  canvas.style.cssText = "position: fixed; width: 100vw; height: 100vh; pointer-events: none;";
  onMove(follow, clearing.signal);

  function follow(): void {
    boxes.measureAgain();
    askForFrame();
  }

  function askForFrame(): void {
    if (isFrameAsked || clearing.signal.aborted) return;
    isFrameAsked = true;
    view.requestAnimationFrame(workInFrame);
  }

  function workInFrame(): void {
    isFrameAsked = false;
    if (clearing.signal.aborted) return;
    const isUnfinished = boxes.measureSome(mostMeasuredInFrame);
    draw();
    if (isUnfinished) askForFrame();
  }

  /**
   * Draws every passage once and wipes it once: those without a mark afterwards, the others before,
   * so that the work is the same. Drawing them faintly would not do: a browser skips what changes
   * no pixel, and the saved time could be measured.
   */
  function draw(): void {
    wipe();
    const near = boxes.near();
    const marked = near.filter(({ relation }) => relation !== null);
    for (const box of near) if (box.relation === null) drawBox(box);
    for (const box of near) wipeBox(box);
    for (const box of marked) drawBox(box);
    if (emphasised !== null) drawEmphasis(emphasised);
  }

  function drawBox({ lines, relation, tone }: PassageBox): void {
    const style = styles[relation ?? "verbatim"];
    for (const line of lines ?? []) drawMark(pen, line, style, tone ?? "light");
  }

  function wipeBox({ lines }: PassageBox): void {
    for (const { left, top, width, height } of lines ?? []) {
      pen.clearRect(left - bleedPx, top - bleedPx, width + 2 * bleedPx, height + 2 * bleedPx);
    }
  }

  /** Leaves the canvas empty, of the window's size, counting from the page's upper left corner. */
  function wipe(): void {
    const { innerWidth, innerHeight, devicePixelRatio: scale, scrollX, scrollY } = view;
    // A page may zoom its root by a style, or transform it: both would apply to the canvas.
    const { left, top } = origin();
    canvas.style.left = `${-left}px`;
    canvas.style.top = `${-top}px`;
    canvas.style.zoom = String(1 / view.document.documentElement.currentCSSZoom);
    const width = Math.round(innerWidth * scale);
    const height = Math.round(innerHeight * scale);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.setTransform(scale, 0, 0, scale, -scrollX * scale, -scrollY * scale);
  }

  function drawEmphasis(words: Anchor): void {
    const element = words[0]?.startContainer.parentElement;
    pen.fillStyle = emphasisGround[element ? toneAt(element) : "light"];
    for (const { left, top, width, height } of ruler.rectanglesOf(words)) {
      pen.fillRect(left + view.scrollX, top + view.scrollY, width, height);
    }
  }

  return {
    paint(passages) {
      boxes.replace(passages);
      askForFrame();
    },
    emphasise(words) {
      emphasised = words;
      askForFrame();
    },
    follow,
    restyle() {
      boxes.recheckTones();
      askForFrame();
    },
    clear() {
      clearing.abort();
      canvas.remove();
    },
  };
}
