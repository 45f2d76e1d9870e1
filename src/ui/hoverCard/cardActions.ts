import type { PageMatch, Reference } from "../../engine/model/index.ts";

/** What the card's own controls do. */
export interface CardActions {
  /** Goes to the mark after this one, or before it. */
  readonly onStep: (by: 1 | -1) => void;
  /** Shows the passage in the list; with a version of it, the two side by side. */
  readonly onOpenList: (match: PageMatch, beside: Reference | null) => void;
  /** Puts text on the clipboard; rejects where that is not allowed. */
  readonly onCopy: (text: string) => Promise<void>;
  /** Leaves a version out from now on; rejects when that could not be stored. */
  readonly onDismiss: (match: PageMatch, reference: Reference) => Promise<void>;
  /** Takes that back. */
  readonly onRestore: (match: PageMatch, reference: Reference) => Promise<void>;
}
