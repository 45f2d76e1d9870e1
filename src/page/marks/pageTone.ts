import { parentInTree } from "../blocks/readingContext.ts";

/** Whether the background of text is light or dark. */
export type Tone = "light" | "dark";

/** A colour as red, green, blue and opacity, each 0..1. */
type Rgba = readonly [number, number, number, number];

/**
 * Returns the tone of the page at an element: that of the first opaque background behind it, else
 * (a picture, no background) the opposite of its text's.
 */
export function toneAt(element: Element): Tone {
  const view = element.ownerDocument.defaultView;
  if (!view) return "light";
  for (let at: Element | null = element; at !== null; at = parentInTree(at)) {
    const style = view.getComputedStyle(at);
    const ground = parseColour(style.backgroundColor);
    if (ground !== null && ground[3] > 0.5) return luminanceOf(ground) < 0.4 ? "dark" : "light";
    if (style.backgroundImage.includes("url(")) break;
  }
  const text = parseColour(view.getComputedStyle(element).color);
  return text !== null && luminanceOf(text) > 0.5 ? "dark" : "light";
}

/** Reads a computed colour: `rgb(…)`, `color(srgb …)`, or a lightness (`lab`, `oklch`, …). Null for others. */
export function parseColour(value: string): Rgba | null {
  const parts = /^([a-z]+)\(([^)]*)\)$/.exec(value.trim());
  if (!parts) return null;
  const [, kind, inside = ""] = parts;
  const numbers = (inside.match(/-?[\d.]+(?:e-?\d+)?%?/g) ?? []).map(toNumber);
  const [a = 0, b = 0, c = 0, alpha = 1] = numbers;
  switch (kind) {
    case "rgb":
    case "rgba":
      return [a / 255, b / 255, c / 255, alpha];
    case "color":
      return /^\s*srgb\s/.test(inside) ? [a, b, c, alpha] : null;
    case "oklab":
    case "oklch":
      return [a, a, a, alpha];
    case "lab":
    case "lch":
      return [a / 100, a / 100, a / 100, alpha];
    default:
      return null;
  }
}

function toNumber(text: string): number {
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/** Perceived lightness, 0..1: near enough to part light from dark. */
function luminanceOf([red, green, blue]: Rgba): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
