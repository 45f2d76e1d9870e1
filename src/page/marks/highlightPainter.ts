import { type Relation, relations } from "../../engine/model/index.ts";
import { layRange, liveRangeOver } from "../anchors/anchor.ts";
import type { PublicMark } from "./mark.ts";
import type { MarkStyles } from "./markStyle.ts";
import { type Tone, toneAt } from "./pageTone.ts";

/** Every name of ours in the registry of highlights, which is shared with the page, begins so. */
const prefix = "second-source-";
/**
 * The names of all our highlights. They are listed because Firefox hides the entries of the
 * registry from content scripts.
 */
const ownNames = relations.map((relation) => prefix + relation);

/** Paints public marks. What it leaves in the page depends on them and on the page alone. */
export interface HighlightPainter {
  /** Registers these marks in place of earlier ones; without `isSeen` they have no style. */
  paint(marks: readonly PublicMark[], isSeen: boolean): void;
  /**
   * Puts back what the page has displaced: a range collapses when its words are taken out and put in
   * elsewhere, as translation does, and a list of sheets may be replaced.
   */
  repair(): void;
  /** Adapts to a change of the page between light and dark, by the background of the first mark. */
  restyle(): void;
  /** Leaves the page as it was found. */
  clear(): void;
}

/** The parts of the browser that the painter needs; tests provide their own. */
export interface HighlightSurface {
  readonly document: Document;
  /** `CSS.highlights`. */
  readonly registry: {
    readonly set: (name: string, highlight: Highlight) => unknown;
    readonly delete: (name: string) => unknown;
  };
  readonly createHighlight: (ranges: readonly Range[]) => Highlight;
}

/** Returns the browser's own surface for a document. */
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
 * Paints as CSS Custom Highlights, one highlight a relation, styled by an adopted sheet. Scripts of
 * the page can read the ranges, the style and the moment of each painting.
 */
export function createHighlightPainter(
  surface: HighlightSurface,
  styles: MarkStyles,
): HighlightPainter {
  const sheets = new AdoptedSheets(surface.document);
  let painted: readonly PublicMark[] = [];
  let laid: readonly LaidRange[] = [];
  let isStyled = false;
  const dress = () => {
    const element = painted[0]?.ranges[0]?.startContainer.parentElement;
    if (element) sheets.write(styles, toneAt(element));
  };
  return {
    paint(marks, isSeen) {
      painted = marks;
      laid = marks.flatMap(laidRanges);
      isStyled = isSeen;
      dress();
      if (isSeen) sheets.adoptFor(marks);
      else sheets.drop();
      for (const relation of relations) {
        const ranges = laid.filter((its) => its.relation === relation).map(({ range }) => range);
        if (ranges.length === 0) surface.registry.delete(prefix + relation);
        else surface.registry.set(prefix + relation, surface.createHighlight(ranges));
      }
    },
    repair() {
      for (const its of laid) if (!isInPlace(its)) layAgain(its);
      if (isStyled) sheets.adoptFor(painted);
    },
    restyle: dress,
    clear() {
      sheets.drop();
      removeHighlights(surface);
    },
  };
}

/**
 * Removes all our highlights and sheets from a document, including those of an earlier script after
 * an update of the extension, which can no longer do it.
 */
export function removeHighlights({ document, registry }: HighlightSurface): void {
  for (const name of ownNames) registry.delete(name);
  const others = [...document.adoptedStyleSheets].filter((sheet) => !isOurs(sheet));
  if (others.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = others;
}

/** A range that is registered, and the words that it was laid over. */
interface LaidRange {
  readonly relation: Relation;
  readonly words: StaticRange;
  readonly range: Range;
  readonly text: string;
}

function laidRanges({ relation, ranges }: PublicMark): readonly LaidRange[] {
  return ranges.flatMap((words) => {
    const range = liveRangeOver(words);
    return range === null ? [] : [{ relation, words, range, text: range.toString() }];
  });
}

function isInPlace({ words, range }: LaidRange): boolean {
  return (
    range.startContainer === words.startContainer &&
    range.startOffset === words.startOffset &&
    range.endContainer === words.endContainer &&
    range.endOffset === words.endOffset
  );
}

/** Other words in the same place are not marked. */
function layAgain({ words, range, text }: LaidRange): void {
  if (!layRange(range, words) || range.toString() !== text) range.collapse(true);
}

/** Our style sheet, adopted by the document and every shadow root with a mark. */
class AdoptedSheets {
  readonly #document: Document;
  readonly #sheet: CSSStyleSheet;
  #tone: Tone | null = null;
  readonly #adopters = new Set<Document | ShadowRoot>();

  constructor(document: Document) {
    this.#document = document;
    const view = document.defaultView as (Window & typeof globalThis) | null;
    this.#sheet = new (view ?? globalThis).CSSStyleSheet();
  }

  /** Writes the sheet; the same again costs nothing. */
  write(styles: MarkStyles, tone: Tone): void {
    if (tone === this.#tone) return;
    this.#tone = tone;
    this.#sheet.replaceSync(sheetText(styles, tone));
  }

  adoptFor(marks: readonly PublicMark[]): void {
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

/** Returns the text of the sheet. It applies to screens only: printed pages have no marks. */
function sheetText(styles: MarkStyles, tone: Tone): string {
  const rules = relations.map((relation) => {
    const { line, thicknessPx, colour, tint } = styles[relation];
    return `::highlight(${prefix}${relation}) {
  background-color: ${tint[tone]};
  text-decoration: underline ${line} ${thicknessPx}px ${colour[tone]};
  text-underline-offset: 0.2em; text-decoration-skip-ink: none; }`;
  });
  return `@media screen {\n${rules.join("\n")}\n}`;
}
