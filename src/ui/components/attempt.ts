import type { Signal } from "@preact/signals";

/**
 * Returns a function that runs an action of the reader: it clears the notice before, and shows `failed`
 * if the action rejects.
 */
export function attemptsOf<Notice>(
  notice: Signal<Notice | null>,
  failed: Notice,
): (run: () => Promise<unknown>) => Promise<void> {
  return async (run) => {
    notice.value = null;
    try {
      await run();
    } catch {
      notice.value = failed;
    }
  };
}
