import type { PopupModel } from "./popupModel.ts";

/** Often enough to see it go on. */
const pollDelayMs = 300;

/** Keeps a popup in step with its page for as long as that is compared by meaning, until the signal aborts. */
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
