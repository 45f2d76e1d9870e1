/** Runs in a page's own world, bundled by its test: a painter of private marks in a closed root. */
import { boxSurface, createBoxPainter } from "../../src/page/marks/boxPainter.ts";
import { relationStyles } from "../../src/ui/components/tokens.ts";

const host = document.createElement("second-source-host");
host.style.cssText = "all: initial; position: fixed; inset: 0 auto auto 0; width: 0; height: 0";
const root = host.attachShadow({ mode: "closed" });
document.documentElement.append(host);
const painter = createBoxPainter(boxSurface(window, root), relationStyles, "light");

/** What the test can have done. */
const privateMarks = {
  /** Marks all words of the first element that the selector finds. */
  mark(selector: string): void {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`not on the page: ${selector}`);
    const range = document.createRange();
    range.selectNodeContents(element);
    painter.paint([{ index: 0, relation: "verbatim", publicRelation: null, ranges: [range] }]);
  },
  clear: () => painter.clear(),
};

/** The test's calls, by name. */
export type PrivateMarks = typeof privateMarks;

Object.assign(window, { privateMarks });
