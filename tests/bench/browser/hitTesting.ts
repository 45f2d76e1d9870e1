/** Runs in a page's own world, bundled for it: finds marks under points, and tells how long that takes. */
import { createHitTest } from "../../../src/page/marks/hitTest.ts";
import type { Mark } from "../../../src/page/marks/mark.ts";

/** Marks so many words of the page, and looks at a point of each of the first `points` in the window. */
function measure(count: number, points: number) {
  const marks = marksOnWords(count);
  const hitTest = createHitTest(document, marks);
  const rectangles = marks.flatMap(({ ranges }) => ranges.map((r) => r.getBoundingClientRect()));
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
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      marks.push({
        index: marks.length + 1,
        relation: "verbatim",
        publicRelation: null,
        ranges: [range],
      });
    }
  }
  return marks;
}

/** The bench's call. */
export type MeasureHits = typeof measure;

Object.assign(window, { measureHits: measure });
