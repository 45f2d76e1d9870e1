/** Runs in a page's own world, bundled by its test: a painter of private marks in a closed root. */
import type { Relation } from "../../src/engine/model/index.ts";
import { createClosedHost } from "../../src/page/closedHost.ts";
import { createBoxPainter } from "../../src/page/marks/private/boxPainter.ts";
import { boxSurface } from "../../src/page/marks/private/boxSurface.ts";
import { createRuler } from "../../src/page/marks/ruler.ts";
import { relationStyles } from "../../src/ui/components/designTokens.ts";

const { root } = createClosedHost(document);
const painter = createBoxPainter(boxSurface(window, root), relationStyles, createRuler(document));

/** What the test can have done. */
const privateMarks = {
  /** Has every paragraph measured, and all words of the first that the selector finds marked. */
  mark(selector: string): void {
    const marked = document.querySelector(selector);
    if (!marked) throw new Error(`not on the page: ${selector}`);
    painter.paint(
      [...document.querySelectorAll("p")].map((paragraph) => ({
        relation: paragraph === marked ? ("verbatim" satisfies Relation) : null,
        ranges: [
          new StaticRange({
            ...{ startContainer: paragraph, startOffset: 0 },
            ...{ endContainer: paragraph, endOffset: paragraph.childNodes.length },
          }),
        ],
      })),
    );
  },
  clear: () => painter.clear(),
};

/** The test's calls, by name. */
export type PrivateMarks = typeof privateMarks;

Object.assign(window, { privateMarks });
