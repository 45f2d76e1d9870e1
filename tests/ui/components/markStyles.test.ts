import { describe, expect, it } from "vitest";
import { relations } from "../../../src/engine/model/index.ts";
import {
  defaultLook,
  lineWeights,
  palettes,
  parseMarkLook,
} from "../../../src/messages/markLook.ts";
import { relationStyles } from "../../../src/ui/components/designTokens.ts";
import { stylesFor } from "../../../src/ui/components/markStyles.ts";

const looks = palettes.flatMap((palette) =>
  lineWeights.map((line) => ({ palette, line, isTinted: false })),
);

/** Relative luminance (WCAG 2) of "#rrggbb". */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe("the look of marks", () => {
  it("is as designed until the reader chooses another", () => {
    expect(stylesFor(defaultLook)).toEqual(relationStyles);
  });

  it.each(looks)("tells all relations apart without colour: $palette, $line", (look) => {
    const styles = stylesFor(look);
    const lines = relations.map((relation) => styles[relation].line);
    expect(new Set(lines).size).toBe(relations.length);
  });

  it.each(looks)("has colours that can be read as text: $palette, $line", (look) => {
    for (const { colour } of Object.values(stylesFor(look))) {
      expect(contrast(colour.light, "#fffdf9")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour.dark, "#1d1e21")).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("has no ground behind the words where the reader wants none", () => {
    const { tint } = stylesFor({ ...defaultLook, isTinted: false }).differs;
    expect(tint).toEqual({ light: "transparent", dark: "transparent" });
  });

  it.each([undefined, null, 7, { palette: "gold", line: 3, isTinted: "yes" }])(
    "is the usual where something else was stored (%j)",
    (stored) => {
      expect(parseMarkLook(stored)).toEqual(defaultLook);
    },
  );
});
