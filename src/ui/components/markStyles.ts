import type { Relation } from "../../engine/model/index.ts";
import type { MarkLook, Palette } from "../../messages/markLook.ts";
import { type RelationStyle, relationStyles, type TonedColour } from "./designTokens.ts";

/** The look of every relation. */
export type RelationStyles = Readonly<Record<Relation, RelationStyle>>;

/** The colours of a relation: its line, and the background of its words. */
type Colours = Pick<RelationStyle, "colour" | "tint">;

const blue: Colours = {
  colour: { light: "#0b5488", dark: "#84b6f0" },
  tint: { light: "rgb(11 84 136 / 8%)", dark: "rgb(132 182 240 / 13%)" },
};
const orange: Colours = {
  colour: { light: "#8f4a00", dark: "#eab06a" },
  tint: { light: "rgb(176 96 0 / 11%)", dark: "rgb(234 176 106 / 14%)" },
};
const ink: Colours = {
  colour: { light: "#403c34", dark: "#d3cec3" },
  tint: { light: "rgb(60 52 36 / 8%)", dark: "rgb(235 232 225 / 11%)" },
};

const coloursOf: Readonly<Record<Palette, (relation: Relation) => Colours>> = {
  five: (relation) => relationStyles[relation],
  // Blue and orange can be told apart with every kind of colour vision.
  two: (relation) => (relation === "differs" || relation === "contradicts" ? orange : blue),
  ink: () => ink,
};

const noTint: TonedColour = { light: "transparent", dark: "transparent" };
/** Returns the width of a strong line: half as thick again, at least two pixels. */
const strongPx = (thicknessPx: number) => Math.max(2, Math.round(thicknessPx * 1.5));

/**
 * Returns the look of the relations that the reader chose. Lines keep their styles, which alone
 * distinguish the relations.
 */
export function stylesFor({ palette, line, isTinted }: MarkLook): RelationStyles {
  const styles = Object.entries(relationStyles).map(([relation, style]) => {
    const { colour, tint } = coloursOf[palette](relation as Relation);
    const thicknessPx = line === "strong" ? strongPx(style.thicknessPx) : style.thicknessPx;
    return [relation, { ...style, colour, tint: isTinted ? tint : noTint, thicknessPx }];
  });
  return Object.fromEntries(styles) as RelationStyles;
}
