import { beforeEach, describe, expect, it } from "vitest";
import { relations } from "../../src/engine/model/index.ts";
import {
  createHighlightPainter,
  type HighlightSurface,
  removeHighlights,
} from "../../src/page/marks/highlightPainter.ts";
import { createHitTest } from "../../src/page/marks/hitTest.ts";
import type { Mark, PublicMark } from "../../src/page/marks/mark.ts";
import { parseColour, toneAt } from "../../src/page/marks/pageTone.ts";
import { createRuler } from "../../src/page/marks/ruler.ts";
import { relationStyles } from "../../src/ui/components/designTokens.ts";
import { pageWith, rangeOn } from "./support/livePage.ts";

/** The part of a style sheet that is used; jsdom has none that can be adopted. */
class FakeSheet {
  text = "";
  replaceSync(text: string): void {
    this.text = text;
  }
  get cssRules(): readonly { readonly cssText: string }[] {
    return [{ cssText: this.text }];
  }
}

let page: Document;
let registry: Map<string, { ranges: readonly Range[]; priority: number }>;
let surface: HighlightSurface;

beforeEach(() => {
  page = pageWith("<p>One two three.</p><p>Four five six.</p>");
  Object.assign(page.defaultView!, { CSSStyleSheet: FakeSheet });
  Object.assign(page, { adoptedStyleSheets: [] });
  registry = new Map();
  surface = {
    document: page,
    registry: registry as unknown as HighlightSurface["registry"],
    createHighlight: (ranges) => ({ ranges, priority: 0 }) as unknown as Highlight,
  };
});

function markOn(index: number, relation: Mark["relation"], start: number, end: number): PublicMark {
  const node = page.querySelectorAll("p")[index]!.firstChild!;
  return { relation, ranges: [rangeOn(node, start, end)] };
}

function painted(): Record<string, string[]> {
  const entries = [...registry].map(([name, { ranges }]) => [name, ranges.map(String)] as const);
  return Object.fromEntries(entries);
}

function sheetText(): string {
  return (page.adoptedStyleSheets as unknown as FakeSheet[]).map(({ text }) => text).join("");
}

describe("the painter of highlights", () => {
  it("registers one highlight per relation, and removes it when its marks are gone", () => {
    const painter = createHighlightPainter(surface, relationStyles);
    painter.paint([markOn(0, "verbatim", 0, 3), markOn(1, "differs", 0, 4)], true);
    expect(painted()).toEqual({
      "second-source-verbatim": ["One"],
      "second-source-differs": ["Four"],
    });
    painter.paint([markOn(1, "differs", 0, 4)], true);
    expect(painted()).toEqual({ "second-source-differs": ["Four"] });
  });

  it("draws every relation with a line of its own, on screens only", () => {
    createHighlightPainter(surface, relationStyles).paint([markOn(0, "verbatim", 0, 3)], true);
    const lines = relations.map((relation) => {
      const rule = new RegExp(`highlight\\(second-source-${relation}\\)[^}]*underline (\\w+)`);
      return rule.exec(sheetText())?.[1];
    });
    expect(new Set(lines).size).toBe(relations.length);
    expect(sheetText()).toMatch(/^@media screen \{/);
  });

  it("adapts when the page changes from light to dark", () => {
    const painter = createHighlightPainter(surface, relationStyles);
    painter.paint([markOn(0, "verbatim", 0, 3)], true);
    expect(sheetText()).toContain(relationStyles.verbatim.colour.light);
    page.querySelector("p")!.setAttribute("style", "background-color: #101014");
    painter.restyle();
    expect(sheetText()).toContain(relationStyles.verbatim.colour.dark);
    expect(sheetText()).not.toContain(relationStyles.verbatim.colour.light);
  });

  it("removes everything of its own, and nothing else", () => {
    const others = new FakeSheet();
    page.adoptedStyleSheets = [others as unknown as CSSStyleSheet];
    registry.set("search-results", { ranges: [], priority: 0 });
    const painter = createHighlightPainter(surface, relationStyles);
    painter.paint([markOn(0, "verbatim", 0, 3)], true);
    expect(page.adoptedStyleSheets).toHaveLength(2);
    painter.clear();
    expect(page.adoptedStyleSheets).toEqual([others]);
    expect([...registry.keys()]).toEqual(["search-results"]);
  });

  it("comes back when the page replaces its list of sheets", () => {
    const painter = createHighlightPainter(surface, relationStyles);
    painter.paint([markOn(0, "verbatim", 0, 3)], true);
    page.adoptedStyleSheets = [];
    painter.paint([markOn(0, "verbatim", 0, 3)], true);
    expect(page.adoptedStyleSheets).toHaveLength(1);
  });

  it("repairs marks whose words were put into other elements, as translation does", () => {
    const painter = createHighlightPainter(surface, relationStyles);
    painter.paint([markOn(0, "verbatim", 4, 7), markOn(1, "differs", 0, 4)], true);
    const [first, second] = page.querySelectorAll("p");
    for (const paragraph of [first!, second!]) {
      const wrapper = page.createElement("font");
      wrapper.append(...paragraph.childNodes);
      paragraph.append(wrapper);
    }
    (second!.firstChild!.firstChild as Text).data = "Nine of them.";
    painter.repair();
    expect(painted()).toEqual({ "second-source-verbatim": ["two"], "second-source-differs": [""] });
  });

  it("repairs a list of sheets that the page replaced, if marks have a style", () => {
    const painter = createHighlightPainter(surface, relationStyles);
    painter.paint([markOn(0, "verbatim", 0, 3)], true);
    page.adoptedStyleSheets = [];
    painter.repair();
    expect(page.adoptedStyleSheets).toHaveLength(1);
    painter.paint([markOn(0, "verbatim", 0, 3)], false);
    painter.repair();
    expect(page.adoptedStyleSheets).toHaveLength(0);
  });

  it("registers the same marks without a style if the reader has chosen otherwise", () => {
    const painter = createHighlightPainter(surface, relationStyles);
    painter.paint([markOn(0, "verbatim", 0, 3)], true);
    const asEver = painted();
    painter.paint([markOn(0, "verbatim", 0, 3)], false);
    expect(painted()).toEqual(asEver);
    expect(sheetText()).toBe("");
  });

  it("clears what an earlier script left, by its names", () => {
    createHighlightPainter(surface, relationStyles).paint([markOn(0, "reworded", 0, 3)], true);
    removeHighlights(surface);
    expect(registry.size).toBe(0);
    expect(page.adoptedStyleSheets).toEqual([]);
  });
});

describe("the hit test", () => {
  /** Each character of the page is 10 px wide, each paragraph a line of 20 px. */
  function lay(): void {
    const lines = [...page.querySelectorAll("p")].map(({ firstChild }) => firstChild as Text);
    page.caretPositionFromPoint = ((x: number, y: number) => {
      const node = lines[Math.floor(y / 20)];
      return node ? { offsetNode: node, offset: Math.round(x / 10) } : null;
    }) as Document["caretPositionFromPoint"];
    const { Range: RangeOfPage } = page.defaultView as Window & typeof globalThis;
    RangeOfPage.prototype.getClientRects = function (this: Range) {
      const top = lines.indexOf(this.startContainer as Text) * 20;
      const box = {
        left: this.startOffset * 10,
        right: this.endOffset * 10,
        width: 10 * (this.endOffset - this.startOffset),
        top,
        bottom: top + 16,
        height: 16,
      };
      return [box] as unknown as DOMRectList;
    };
  }

  it("names all marks under a point, and none beside them", () => {
    lay();
    const marks = [
      { ...markOn(0, "verbatim", 0, 7), index: 4, isPublic: true },
      { ...markOn(0, "reworded", 4, 13), index: 5, isPublic: true },
      { ...markOn(1, "differs", 0, 4), index: 6, isPublic: true },
    ];
    const hitTest = createHitTest(page, marks, createRuler(page));
    expect(hitTest(15, 5)).toEqual([4]);
    expect(hitTest(55, 5)).toEqual([4, 5]);
    expect(hitTest(100, 5)).toEqual([5]);
    expect(hitTest(15, 25)).toEqual([6]);
    expect(hitTest(15, 18)).toEqual([]);
    expect(hitTest(60, 25)).toEqual([]);
    expect(hitTest(15, 400)).toEqual([]);
  });

  it("finds a mark by every text node that it covers", () => {
    const paragraph = page.querySelector("p")!;
    paragraph.innerHTML = "One <b>two</b> three.";
    const { Range: RangeOfPage, StaticRange: StaticRangeOfPage } = page.defaultView!;
    const range = new StaticRangeOfPage({
      ...{ startContainer: paragraph.firstChild!, startOffset: 0 },
      ...{ endContainer: paragraph.lastChild!, endOffset: 6 },
    });
    const line = { left: 0, right: 200, width: 200, top: 0, bottom: 16, height: 16 };
    RangeOfPage.prototype.getClientRects = () => [line] as unknown as DOMRectList;
    const mark: Mark = { index: 1, relation: "verbatim", isPublic: false, ranges: [range] };
    const hitTest = createHitTest(page, [mark], createRuler(page));
    for (const node of [paragraph.firstChild!, paragraph.querySelector("b")!.firstChild!]) {
      page.caretPositionFromPoint = (() => ({ offsetNode: node, offset: 1 })) as never;
      expect(hitTest(30, 8)).toEqual([1]);
    }
  });
});

describe("the tone of a page", () => {
  it.each([
    ["no ground and dark text", "", "", "light"],
    ["a dark body", "background-color: rgb(20, 20, 24)", "", "dark"],
    [
      "a light article on a dark body",
      "background-color: rgb(20, 20, 24)",
      "background-color: rgb(255, 255, 255)",
      "light",
    ],
    [
      "a thin veil over a dark body",
      "background-color: rgb(20, 20, 24)",
      "background-color: rgba(255, 255, 255, 0.1)",
      "dark",
    ],
    ["light text and no ground", "color: rgb(240, 240, 240)", "color: rgb(240, 240, 240)", "dark"],
  ])("is known by %s", (_, ofBody, ofParagraph, tone) => {
    page.body.setAttribute("style", ofBody);
    page.querySelector("p")!.setAttribute("style", ofParagraph);
    expect(toneAt(page.querySelector("p")!)).toBe(tone);
  });

  it.each([
    ["rgb(255, 0, 51)", [1, 0, 0.2, 1]],
    ["rgba(0, 0, 0, 0)", [0, 0, 0, 0]],
    ["rgb(0 0 0 / 50%)", [0, 0, 0, 0.5]],
    ["color(srgb 0.1 0.2 0.3)", [0.1, 0.2, 0.3, 1]],
    ["oklch(0.2 0.1 250)", [0.2, 0.2, 0.2, 1]],
    ["lab(20 1 2)", [0.2, 0.2, 0.2, 1]],
    ["color(display-p3 1 0 0)", null],
    ["nonsense", null],
  ])("reads %s", (value, colour) => {
    expect(parseColour(value)).toEqual(colour);
  });
});
