import type { PopupModel } from "./popupModel.ts";

/** The interval between two updates, in ms. */
const pollDelayMs = 300;

/** Updates a popup while its page is compared by meaning, until the signal aborts. */
export async function followMeaning(
  model: Pick<PopupModel, "isComparing" | "follow">,
  wait: (delayMs: number) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await wait(pollDelayMs);
    if (model.isComparing.value) await model.follow();
  }
}
