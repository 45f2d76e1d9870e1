import type { PopupModel } from "../popup/popupModel.ts";

/**
 * The interval between two updates in ms: frequent enough to seem immediate, at hardly any cost to
 * the page.
 */
const pollDelayMs = 500;

/** What following needs from the browser. */
export interface FollowPorts {
  wait(delayMs: number): Promise<void>;
  /** Returns false while the panel is hidden. */
  isVisible(): boolean;
}

/** Updates a model from its page until the signal aborts. */
export async function followPage(
  model: PopupModel,
  { wait, isVisible }: FollowPorts,
  signal: AbortSignal,
): Promise<void> {
  await model.load();
  while (!signal.aborted) {
    await wait(pollDelayMs);
    if (!signal.aborted && isVisible()) await model.follow();
  }
}
