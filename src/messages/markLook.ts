/** How marks look, on pages and wherever a relation is shown. */
export interface MarkLook {
  readonly palette: Palette;
  readonly line: LineWeight;
  /** True if marked words have a tinted background in addition to their line. */
  readonly isTinted: boolean;
}

/**
 * "five": one colour per relation; "two": one for the same, one for differences; "ink": no colour.
 */
export const palettes = ["five", "two", "ink"] as const;
/** The name of a palette. */
export type Palette = (typeof palettes)[number];

/** How strong the lines of marks are. */
export const lineWeights = ["fine", "strong"] as const;
/** The name of a line weight. */
export type LineWeight = (typeof lineWeights)[number];

/** The look until the reader chooses another. */
export const defaultLook: MarkLook = { palette: "five", line: "fine", isTinted: true };

/** True if the reader has chosen no look of their own. */
export function isDefaultLook({ palette, line, isTinted }: MarkLook): boolean {
  return (
    palette === defaultLook.palette &&
    line === defaultLook.line &&
    isTinted === defaultLook.isTinted
  );
}

/** Returns a look from storage; missing or malformed values become the default ones. */
export function parseMarkLook(stored: unknown): MarkLook {
  if (typeof stored !== "object" || stored === null) return defaultLook;
  const { palette, line, isTinted } = stored as Record<string, unknown>;
  return {
    palette: palettes.find((its) => its === palette) ?? defaultLook.palette,
    line: lineWeights.find((its) => its === line) ?? defaultLook.line,
    isTinted: typeof isTinted === "boolean" ? isTinted : defaultLook.isTinted,
  };
}
