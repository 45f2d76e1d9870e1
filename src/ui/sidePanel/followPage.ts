import type { PopupModel } from "../popup/popupModel.ts";

/** Twice a second reads as "in step", and costs a page next to nothing. */
const pollDelayMs = 500;

/** What following needs from the browser. */
export interface FollowSurroundings {
  wait(delayMs: number): Promise<void>;
  /** False while nobody looks at the panel. */
  isVisible(): boolean;
}

/** Keeps a model in step with its page until the signal aborts. */
export async function followPage(
  model: PopupModel,
  { wait, isVisible }: FollowSurroundings,
  signal: AbortSignal,
): Promise<void> {
  await model.load();
  while (!signal.aborted) {
    await wait(pollDelayMs);
    if (!signal.aborted && isVisible()) await model.follow();
  }
}
