import type { Relation } from "../../engine/model/index.ts";
import type { Tone } from "./pageTone.ts";

/** A colour for each tone. */
export type TonedColour = Readonly<Record<Tone, string>>;

/** How a relation is drawn. The line alone distinguishes the relations. */
export interface MarkStyle {
  readonly line: string;
  readonly thicknessPx: number;
  readonly colour: TonedColour;
  readonly tint: TonedColour;
}

/** The style of the marks of each relation. */
export type MarkStyles = Readonly<Record<Relation, MarkStyle>>;
