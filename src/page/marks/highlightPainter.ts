import { type Relation, relations } from "../../engine/model/index.ts";
import type { Mark } from "./mark.ts";
import type { Tone } from "./pageTone.ts";
import type { MarkPainter, MarkStyles } from "./painter.ts";

/** Every name of ours in the registry of highlights, which is shared with the page, begins so. */
const prefix = "second-source-";
const emphasisName = `${prefix}focus`;
/** All names of ours. They are listed because Firefox shows a content script no entries of the registry. */
const ownNames = [...relations.map((relation) => prefix + relation), emphasisName];

/** What the painter needs of the browser; a test gives its own. */
export interface HighlightSurface {
  readonly document: Document;
  /** `CSS.highlights`. */
  readonly registry: {
    readonly set: (name: string, highlight: Highlight) => unknown;
    readonly delete: (name: string) => unknown;
  };
  readonly createHighlight: (ranges: readonly Range[]) => Highlight;
}

/** The browser's own surface for a document. */
export function highlightSurface(document: Document): HighlightSurface {
  const registry = CSS.highlights;
  return {
    document,
    registry: {
      set: (name, highlight) => registry.set(name, highlight),
      delete: (name) => registry.delete(name),
    },
    createHighlight: (ranges) => new Highlight(...ranges),
  };
}

/**
 * Paints what public corpora say as CSS Custom Highlights, one highlight a relation, styled by an
 * adopted sheet. Marks without a public relation are none of its.
 */
export function createHighlightPainter(
  surface: HighlightSurface,
  styles: MarkStyles,
  tone: Tone,
): MarkPainter {
  const sheets = new AdoptedSheets(surface.document);
  sheets.write(sheetText(styles, tone));
  return {
    paint(marks) {
      sheets.adoptFor(marks);
      for (const [relation, ranges] of rangesByRelation(marks)) {
        if (ranges.length === 0) surface.registry.delete(prefix + relation);
        else surface.registry.set(prefix + relation, surface.createHighlight(ranges));
      }
    },
    emphasise(mark) {
      if (mark === null) {
        surface.registry.delete(emphasisName);
        return;
      }
      const highlight = surface.createHighlight(mark.ranges);
      highlight.priority = 1;
      surface.registry.set(emphasisName, highlight);
    },
    setTone: (next) => sheets.write(sheetText(styles, next)),
    clear() {
      sheets.drop();
      removeHighlights(surface);
    },
  };
}

/**
 * Takes away the highlights and sheets of ours that stand in a document, whoever put them there:
 * after an update of the extension those of the script before, which can no longer do it.
 */
export function removeHighlights({ document, registry }: HighlightSurface): void {
  for (const name of ownNames) registry.delete(name);
  const others = [...document.adoptedStyleSheets].filter((sheet) => !isOurs(sheet));
  if (others.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = others;
}

function rangesByRelation(marks: readonly Mark[]): ReadonlyMap<Relation, readonly Range[]> {
  const ranges = new Map<Relation, Range[]>(relations.map((relation) => [relation, []]));
  for (const { publicRelation, ranges: its } of marks) {
    if (publicRelation !== null) ranges.get(publicRelation)?.push(...its);
  }
  return ranges;
}

/** Our sheet, adopted by the document and by every shadow root that holds a mark. */
class AdoptedSheets {
  readonly #document: Document;
  readonly #sheet: CSSStyleSheet;
  readonly #adopters = new Set<Document | ShadowRoot>();

  constructor(document: Document) {
    this.#document = document;
    const view = document.defaultView as (Window & typeof globalThis) | null;
    this.#sheet = new (view ?? globalThis).CSSStyleSheet();
  }

  write(text: string): void {
    this.#sheet.replaceSync(text);
  }

  adoptFor(marks: readonly Mark[]): void {
    const roots = new Set<Document | ShadowRoot>(marks.length > 0 ? [this.#document] : []);
    for (const { ranges } of marks) {
      for (const range of ranges) {
        const root = range.startContainer.getRootNode();
        if ("adoptedStyleSheets" in root) roots.add(root as ShadowRoot);
      }
    }
    for (const root of roots) {
      // Looked up each time: a page that assigns its own list of sheets drops ours.
      if (![...root.adoptedStyleSheets].includes(this.#sheet)) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
      }
      this.#adopters.add(root);
    }
  }

  drop(): void {
    for (const root of this.#adopters) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter(
        (sheet) => sheet !== this.#sheet,
      );
    }
    this.#adopters.clear();
  }
}

function isOurs(sheet: CSSStyleSheet): boolean {
  try {
    return sheet.cssRules[0]?.cssText.includes(`::highlight(${prefix}`) ?? false;
  } catch {
    return false;
  }
}

/** On paper there are no marks: the sheet speaks of screens only. */
function sheetText(styles: MarkStyles, tone: Tone): string {
  const rules = relations.map((relation) => {
    const { line, thicknessPx, colour, tint } = styles[relation];
    return `::highlight(${prefix}${relation}) {
  background-color: ${tint[tone]};
  text-decoration: underline ${line} ${thicknessPx}px ${colour[tone]};
  text-underline-offset: 0.2em; text-decoration-skip-ink: none; }`;
  });
  return `@media screen {\n${rules.join("\n")}\n${emphasisRule(tone)}\n}`;
}

/** Strong enough to be found at a glance, and readable: the text takes the colour of the ground. */
function emphasisRule(tone: Tone): string {
  const [ink, ground] = tone === "light" ? ["#1d1a10", "#ffe08a"] : ["#1d1a10", "#f2cf6b"];
  return `::highlight(${emphasisName}) { color: ${ink}; background-color: ${ground}; }`;
}
