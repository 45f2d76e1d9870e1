/** Runs in a page's own world, bundled for it: finds marks under points, and tells how long that takes. */
import { createHitTest } from "../../../src/page/marks/hitTest.ts";
import type { Mark } from "../../../src/page/marks/mark.ts";
import { createRuler } from "../../../src/page/marks/ruler.ts";

/** Marks so many words of the page, and looks at a point of each of the first `points` in the window. */
function measure(count: number, points: number) {
  const marks = marksOnWords(count);
  const ruler = createRuler(document);
  const hitTest = createHitTest(document, marks, ruler);
  // The map is made at the first movement, and that one is not counted.
  hitTest(0, 0);
  const rectangles = marks.flatMap(({ ranges }) => ruler.rectanglesOf(ranges).slice(0, 1));
  const inWindow = rectangles.filter(({ top, bottom }) => top > 0 && bottom < innerHeight);
  const wanted = inWindow.slice(0, points);
  const start = performance.now();
  const hits = wanted.map(({ left, top, width, height }) =>
    hitTest(left + width / 2, top + height / 2),
  );
  const ms = (performance.now() - start) / wanted.length;
  return { marks: marks.length, points: wanted.length, hits: hits.filter((h) => h[0]).length, ms };
}

function marksOnWords(count: number): readonly Mark[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const marks: Mark[] = [];
  for (let node = walker.nextNode(); node && marks.length < count; node = walker.nextNode()) {
    for (const word of (node.nodeValue ?? "").matchAll(/\w{4,}/g)) {
      const range = new StaticRange({
        ...{ startContainer: node, startOffset: word.index },
        ...{ endContainer: node, endOffset: word.index + word[0].length },
      });
      marks.push({
        index: marks.length + 1,
        relation: "verbatim",
        isPublic: false,
        ranges: [range],
      });
    }
  }
  return marks;
}

/** The bench's call. */
export type MeasureHits = typeof measure;

Object.assign(window, { measureHits: measure });
