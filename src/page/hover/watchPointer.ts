import type { HitTest } from "../marks/hitTest.ts";
import { type HoverActions, type Point, PointerIntent } from "./pointerIntent.ts";

/**
 * Listens to the reader's pointer only: events made by scripts do nothing. Listeners are passive
 * and stop nothing, so links, selection and dragging work as usual. Browsers send one movement a
 * frame, and a hit test costs less than waiting for the next frame. `isOwn` distinguishes events
 * over the card from those over the page. Returns the intent, to be told of cards that were opened by
 * other means.
 */
export function watchPointer(
  view: Window,
  hitTest: HitTest,
  actions: HoverActions,
  isOwn: (event: MouseEvent) => boolean,
  signal: AbortSignal,
): Pick<PointerIntent, "letGo"> {
  const intent = new PointerIntent(hitTest, actions, {
    setTimeout: (task, delayMs) => view.setTimeout(task, delayMs),
    clearTimeout: (timer) => view.clearTimeout(timer),
  });
  const listen = (type: string, listener: (event: PointerEvent) => void) =>
    view.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) listener(event as PointerEvent);
      },
      { capture: true, passive: true, signal },
    );
  listen("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    if (isOwn(event)) intent.movedOntoCard();
    else if (event.buttons === 0) intent.movedTo(pointOf(event));
  });
  listen("pointerdown", (event) => {
    if (!isOwn(event)) intent.pressed();
  });
  listen("click", (event) => {
    if (!isOwn(event)) intent.tapped(pointOf(event), event.pointerType === "touch");
  });
  listen("pointerout", (event) => {
    if (event.relatedTarget === null && event.pointerType !== "touch") intent.left();
  });
  signal.addEventListener("abort", () => intent.stop(), { once: true });
  return intent;
}

function pointOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY };
}
