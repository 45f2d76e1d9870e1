import type { PageMatch, Reference } from "../../engine/model/index.ts";

/** The actions of the card's controls. */
export interface CardActions {
  /** Goes to the next or the previous mark. */
  readonly onStep: (by: 1 | -1) => void;
  /** Shows the passage in the list; with a version, the two side by side. */
  readonly onOpenList: (match: PageMatch, beside: Reference | null) => void;
  /** Copies text to the clipboard; rejects if that is not allowed. */
  readonly onCopy: (text: string) => Promise<void>;
  /** Dismisses a version permanently; rejects if that could not be stored. */
  readonly onDismiss: (match: PageMatch, reference: Reference) => Promise<void>;
  /** Reverses `onDismiss`. */
  readonly onRestore: (match: PageMatch, reference: Reference) => Promise<void>;
}
