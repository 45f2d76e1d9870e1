import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../messages/client.ts";
import type { WorkMode } from "../../messages/protocol.ts";

/** The result of the reader's choice. */
export type Choice =
  | { readonly kind: "open" }
  /** Made earlier, so nothing is reported. */
  | { readonly kind: "standing"; readonly mode: WorkMode }
  | { readonly kind: "chosen"; readonly mode: WorkMode }
  /** The reader did not grant permission. */
  | { readonly kind: "refused" }
  | { readonly kind: "failed" };

/** What the page needs from the browser, given by main.tsx. */
export interface FirstRunPorts {
  readonly background: BackgroundClient;
  /** Asks the browser for permission to read every web page; must be called in a click handler. */
  requestEveryPage(): Promise<boolean>;
}

/** The choice of where the extension works. */
export interface FirstRunModel {
  readonly choice: ReadonlySignal<Choice>;
  /** Click handlers only: "everywhere" asks the browser for permission. */
  choose(mode: WorkMode): Promise<void>;
}

/**
 * Returns the model of the first-run page.
 * @param standing the present choice, if the page is opened again; null if there is none
 */
export function createFirstRunModel(
  { background, requestEveryPage }: FirstRunPorts,
  standing: WorkMode | null = null,
): FirstRunModel {
  const choice = signal<Choice>(
    standing === null ? { kind: "open" } : { kind: "standing", mode: standing },
  );

  async function choose(mode: WorkMode): Promise<void> {
    // Must come first, while the click still counts as the reader's.
    if (mode === "everywhere" && !(await requestEveryPage().catch(() => false))) {
      choice.value = { kind: "refused" };
      return;
    }
    try {
      await background("workMode/choose", { mode });
      choice.value = { kind: "chosen", mode };
    } catch {
      choice.value = { kind: "failed" };
    }
  }

  return { choice, choose };
}
