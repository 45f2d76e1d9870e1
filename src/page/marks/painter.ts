import type { Relation } from "../../engine/model/index.ts";
import type { Mark } from "./mark.ts";
import type { Tone } from "./pageTone.ts";

/**
 * Puts marks on a page. One painter draws with CSS Custom Highlights, which the page's scripts
 * can read: it is for public corpora only. The other draws on a canvas of ours, for private ones.
 */
export interface MarkPainter {
  /** Shows these marks in place of those shown before. */
  paint(marks: readonly Mark[]): void;
  /** Sets one mark off from the others, or none. */
  emphasise(mark: Mark | null): void;
  /** Follows the page from light to dark. */
  setTone(tone: Tone): void;
  /** Leaves the page as it was found, and draws no more. */
  clear(): void;
}

/** A colour for each tone. */
export type TonedColour = Readonly<Record<Tone, string>>;

/** How a relation is drawn. The line alone tells the relations apart. */
export interface MarkStyle {
  readonly line: string;
  readonly thicknessPx: number;
  readonly colour: TonedColour;
  readonly tint: TonedColour;
}

export type MarkStyles = Readonly<Record<Relation, MarkStyle>>;
