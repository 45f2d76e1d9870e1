import type { HitTest } from "../marks/hitTest.ts";
import { type HoverActions, type Point, PointerIntent } from "./pointerIntent.ts";

/**
 * Listens to the reader's pointer, and to nobody else's: events that a script made do nothing.
 * Listeners are passive and stop nothing: links, selection and drag work as without us. At most
 * one hit test a frame. `isOwn` tells the events over the card from those over the page.
 */
export function watchPointer(
  view: Window,
  hitTest: HitTest,
  actions: HoverActions,
  isOwn: (event: Event) => boolean,
  signal: AbortSignal,
): void {
  const intent = new PointerIntent(hitTest, actions, {
    setTimeout: (task, delayMs) => view.setTimeout(task, delayMs),
    clearTimeout: (timer) => view.clearTimeout(timer),
  });
  let next: Point | null = null;
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
    if (isOwn(event)) {
      next = null;
      intent.movedOntoCard();
      return;
    }
    if (event.buttons !== 0) return;
    if (next === null) view.requestAnimationFrame(test);
    next = pointOf(event);
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

  function test(): void {
    const point = next;
    next = null;
    if (point !== null && !signal.aborted) intent.movedTo(point);
  }
}

function pointOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY };
}
