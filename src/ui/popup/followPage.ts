import type { PopupModel } from "./popupModel.ts";

/**
 * The interval between two updates in ms: frequent enough to seem immediate, at hardly any cost to
 * the page.
 */
const pollDelayMs = 500;

/** What following needs from the browser. */
export interface FollowPorts {
  wait(delayMs: number): Promise<void>;
  /** Returns false while popup or panel is hidden. */
  isVisible(): boolean;
}

/** Updates a loaded model from its page until the signal aborts. */
export async function followPage(
  model: Pick<PopupModel, "follow">,
  { wait, isVisible }: FollowPorts,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await wait(pollDelayMs);
    if (!signal.aborted && isVisible()) await model.follow();
  }
}
