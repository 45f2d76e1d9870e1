import type { Relation } from "../../engine/model/index.ts";

/**
 * The line styles of marks. Each relation has its own, so that colour is never needed to
 * distinguish them.
 */
export type LineStyle = "solid" | "dashed" | "dotted" | "double" | "wavy";

/**
 * A colour on a light and on a dark background. Both have a contrast of 4.5:1 on `paper`, so they
 * can be used for text.
 */
export interface TonedColour {
  readonly light: string;
  readonly dark: string;
}

/**
 * The look of a relation wherever it is shown: under the words on the page, in the card, in the
 * popup.
 */
export interface RelationStyle {
  /** Message key of the relation's name ("Word for word"). */
  readonly labelKey: string;
  /** Message key of one line that explains it. */
  readonly meaningKey: string;
  readonly line: LineStyle;
  readonly thicknessPx: number;
  readonly colour: TonedColour;
  /**
   * The background of marked words: the colour, light enough for the page's own text to keep its
   * contrast.
   */
  readonly tint: TonedColour;
}

/**
 * The look of each relation. The looser the wording, the more broken the line: solid, dashed,
 * dotted. Two lines for two differing versions, a wavy line for a contradiction.
 */
export const relationStyles: Readonly<Record<Relation, RelationStyle>> = {
  verbatim: {
    labelKey: "relationVerbatim",
    meaningKey: "relationVerbatimText",
    line: "solid",
    thicknessPx: 2,
    colour: { light: "#0b6b4d", dark: "#63c9a5" },
    tint: { light: "rgb(11 107 77 / 9%)", dark: "rgb(99 201 165 / 13%)" },
  },
  "near-verbatim": {
    labelKey: "relationNearVerbatim",
    meaningKey: "relationNearVerbatimText",
    line: "dashed",
    thicknessPx: 2,
    colour: { light: "#1c5c9f", dark: "#84b6f0" },
    tint: { light: "rgb(28 92 159 / 8%)", dark: "rgb(132 182 240 / 13%)" },
  },
  reworded: {
    labelKey: "relationReworded",
    meaningKey: "relationRewordedText",
    line: "dotted",
    thicknessPx: 2,
    colour: { light: "#684a9e", dark: "#bda5ec" },
    tint: { light: "rgb(104 74 158 / 7%)", dark: "rgb(189 165 236 / 12%)" },
  },
  differs: {
    labelKey: "relationDiffers",
    meaningKey: "relationDiffersText",
    line: "double",
    thicknessPx: 1,
    colour: { light: "#8f5400", dark: "#e2ac5a" },
    tint: { light: "rgb(176 112 0 / 11%)", dark: "rgb(226 172 90 / 14%)" },
  },
  contradicts: {
    labelKey: "relationContradicts",
    meaningKey: "relationContradictsText",
    line: "wavy",
    thicknessPx: 1.5,
    colour: { light: "#ad2a22", dark: "#f19085" },
    tint: { light: "rgb(173 42 34 / 8%)", dark: "rgb(241 144 133 / 14%)" },
  },
};

/** Colours that belong to no relation. */
const colours: Readonly<Record<string, TonedColour>> = {
  paper: { light: "#fffdf9", dark: "#1d1e21" },
  "paper-sunk": { light: "#f5f2ea", dark: "#26282c" },
  ink: { light: "#22201c", dark: "#ebe8e1" },
  "ink-muted": { light: "#625d54", dark: "#aca79c" },
  hairline: { light: "#ddd7ca", dark: "#3c3e43" },
  link: { light: "#1a4f86", dark: "#93bff0" },
  focus: { light: "#1a4f86", dark: "#93bff0" },
  /** The background of words that the other wording lacks. */
  changed: { light: "rgb(214 158 46 / 22%)", dark: "rgb(226 172 90 / 32%)" },
  /** The shadow at the edge of a scrolling area. */
  shade: { light: "rgb(60 50 30 / 16%)", dark: "rgb(0 0 0 / 55%)" },
};

/** Font sizes and spacing in pixels, because a page's root font size is not ours. */
const measures: Readonly<Record<string, string>> = {
  "font-text": 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  "font-quote":
    '"Iowan Old Style", Charter, "Bitstream Charter", "Palatino Linotype", Georgia, "Noto Serif", "DejaVu Serif", serif',
  "size-label": "11px",
  "size-small": "12.5px",
  "size-text": "14px",
  "size-quote": "15.5px",
  "size-title": "17px",
  "line-tight": "1.35",
  "line-text": "1.55",
  "label-spacing": "0.06em",
  "space-1": "4px",
  "space-2": "8px",
  "space-3": "12px",
  "space-4": "16px",
  "space-5": "24px",
  radius: "3px",
};

/** The colours if the reader's system asks for more contrast. */
const contrastColours: Readonly<Record<string, TonedColour>> = {
  paper: { light: "#ffffff", dark: "#000000" },
  ink: { light: "#000000", dark: "#ffffff" },
  "ink-muted": { light: "#33302a", dark: "#dedad2" },
  hairline: { light: "#6b665b", dark: "#a19c91" },
};

type Styles = Readonly<Record<Relation, RelationStyle>>;

/**
 * Returns the custom properties (`--ss-ink`, `--ss-space-2`, `--ss-verbatim`, `--ss-verbatim-tint`,
 * …) as CSS for a page of ours or a shadow root. They follow the reader's colour scheme;
 * `data-tone="light"` or `"dark"` fixes them inside an element.
 */
export function tokensCss(styles: Styles): string {
  return [
    `:root, :host { ${measureRules()} ${toneRules("light", styles)} }`,
    `@media (prefers-color-scheme: dark) { :root, :host { ${toneRules("dark", styles)} } }`,
    `[data-tone="light"] { ${toneRules("light", styles)} }`,
    `[data-tone="dark"] { ${toneRules("dark", styles)} }`,
    `@media (prefers-contrast: more) { :root, :host, [data-tone="light"] { ${colourRules("light", contrastColours)} }`,
    `[data-tone="dark"] { ${colourRules("dark", contrastColours)} } }`,
    `@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
      :root:not([data-tone="light"]), :host { ${colourRules("dark", contrastColours)} } }`,
  ].join("\n");
}

/**
 * Returns the CSS of an element that names a relation (`class="relation"
 * data-relation="verbatim"`): small capitals over the same line as the mark has on the page.
 */
export function relationLabelCss(styles: Styles): string {
  return [
    `.relation { font: 600 var(--ss-size-label) / var(--ss-line-text) var(--ss-font-text);
    letter-spacing: var(--ss-label-spacing); text-transform: uppercase;
    text-decoration-skip-ink: none; text-underline-offset: 4px; }`,
    // Arabic letters are joined; letter spacing would separate them.
    ".relation:dir(rtl) { letter-spacing: 0; }",
    ...Object.entries(styles).map(
      ([relation, style]) =>
        `.relation[data-relation="${relation}"] { color: var(--ss-${relation});
    text-decoration: underline ${style.line} ${style.thicknessPx}px var(--ss-${relation}); }`,
    ),
    // The line keeps the relation's colour, which as text would be too pale.
    "@media (prefers-contrast: more) { .relation[data-relation] { color: var(--ss-ink); } }",
  ].join("\n");
}

function measureRules(): string {
  return Object.entries(measures)
    .map(([name, value]) => `--ss-${name}: ${value};`)
    .join(" ");
}

function toneRules(tone: keyof TonedColour, styles: Styles): string {
  const ofRelations = Object.entries(styles).map(
    ([relation, style]) =>
      `--ss-${relation}: ${style.colour[tone]}; --ss-${relation}-tint: ${style.tint[tone]};`,
  );
  return [`color-scheme: ${tone};`, colourRules(tone, colours), ...ofRelations].join(" ");
}

function colourRules(
  tone: keyof TonedColour,
  toned: Readonly<Record<string, TonedColour>>,
): string {
  return Object.entries(toned)
    .map(([name, colour]) => `--ss-${name}: ${colour[tone]};`)
    .join(" ");
}
