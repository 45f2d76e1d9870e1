/** The surface that private marks are drawn on; tests provide their own. */
export interface BoxSurface {
  readonly view: Window;
  /** In our closed shadow root; the painter sets its size and place. */
  readonly canvas: HTMLCanvasElement;
  readonly pen: CanvasRenderingContext2D;
  /**
   * Returns the point of the window from which the canvas is placed: its upper left corner, unless the page
   * transforms its root.
   */
  readonly origin: () => { readonly left: number; readonly top: number };
  /** Calls back, until the signal aborts, when the page's words may have moved. */
  readonly onMove: (callback: () => void, signal: AbortSignal) => void;
}

/**
 * Events after which words may have moved: scrolling of the window or a box, unfolding, the end of
 * a transition.
 */
const moves = ["scroll", "resize", "toggle", "transitionend"];

/**
 * Adds a canvas to our closed shadow root, below everything else in it. Throws without a drawing
 * context.
 */
export function boxSurface(view: Window, root: ShadowRoot): BoxSurface {
  const canvas = view.document.createElementNS(
    "http://www.w3.org/1999/xhtml",
    "canvas",
  ) as HTMLCanvasElement;
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser draws on no canvas");
  root.prepend(canvas);
  return {
    ...{ view, canvas, pen },
    origin: () => root.host.getBoundingClientRect(),
    onMove: (callback, signal) => watchMoves(view, callback, signal),
  };
}

function watchMoves(view: Window, callback: () => void, signal: AbortSignal): void {
  const observer = new ResizeObserver(callback);
  observer.observe(view.document.documentElement);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
  // Events made by scripts are ignored, so that a page cannot make us work.
  const listener = ({ isTrusted }: Event) => {
    if (isTrusted) callback();
  };
  const options = { capture: true, passive: true, signal };
  for (const type of moves) view.addEventListener(type, listener, options);
  // That a picture has arrived is told to the document and not to the window.
  view.document.addEventListener("load", listener, options);
  view.document.fonts.addEventListener("loadingdone", listener, options);
}
