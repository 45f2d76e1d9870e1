/** What a browser test reads off a live page: marks, the card, pixels. */
import type { Frame, Page } from "puppeteer-core";
import type { BrowserSession, DomTree } from "../../scripts/browsers.ts";

/** One mark as the page shows it: its relation and its words, white space collapsed. */
export interface SeenMark {
  readonly relation: string;
  readonly text: string;
}

const prefix = "second-source-";

/** Waits until the page bears at least one mark. */
export async function waitForMarks(page: Page): Promise<void> {
  await page.waitForFunction(
    (start) =>
      [...CSS.highlights].some(([name, ranges]) => name.startsWith(start) && ranges.size > 0),
    { timeout: 25_000, polling: 50 },
    prefix,
  );
}

/** Waits until the page bears no mark of ours. */
export async function waitForNoMarks(page: Page): Promise<void> {
  await page.waitForFunction(
    (start) =>
      ![...CSS.highlights].some(([name, ranges]) => name.startsWith(start) && ranges.size > 0),
    { timeout: 25_000, polling: 50 },
    prefix,
  );
}

/** All marks in page order, read through the registry that page and content script share. */
export function readMarks(page: Page): Promise<SeenMark[]> {
  return page.evaluate((start) => {
    const marks: { relation: string; range: Range }[] = [];
    for (const [name, ranges] of CSS.highlights) {
      if (!name.startsWith(start)) continue;
      const relation = name.slice(start.length);
      for (const range of ranges) {
        if (range instanceof Range) marks.push({ relation, range });
      }
    }
    marks.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return marks.map(({ relation, range }) => ({
      relation,
      text: range.toString().replace(/\s+/g, " ").trim(),
    }));
  }, prefix);
}

/** How many marks start inside elements that match the selector. */
export function countMarksWithin(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (start, where) => {
      let count = 0;
      for (const [name, ranges] of CSS.highlights) {
        if (!name.startsWith(start)) continue;
        for (const range of ranges) {
          if (range.startContainer.parentElement?.closest(where)) count += 1;
        }
      }
      return count;
    },
    prefix,
    selector,
  );
}

/**
 * The words of each mark that starts inside elements that match the selector, in page order, white
 * space collapsed. Sees into open shadow roots.
 */
export function markedWithin(page: Page | Frame, selector: string): Promise<string[]> {
  return page.evaluate(
    (start, where) => {
      const hostOf = (node: Node): Node => {
        const root = node.getRootNode();
        return root instanceof ShadowRoot ? hostOf(root.host) : node;
      };
      const isWithin = (node: Node): boolean => {
        if (node.parentElement?.closest(where)) return true;
        const root = node.getRootNode();
        return root instanceof ShadowRoot && (root.host.matches(where) || isWithin(root.host));
      };
      const ranges = [...CSS.highlights]
        .filter(([name]) => name.startsWith(start))
        .flatMap(([, itsRanges]) => [...itsRanges] as Range[])
        .filter((range) => isWithin(range.startContainer));
      ranges.sort((a, b) => {
        if (a.startContainer.getRootNode() === b.startContainer.getRootNode()) {
          return a.compareBoundaryPoints(Range.START_TO_START, b);
        }
        const place = hostOf(a.startContainer).compareDocumentPosition(hostOf(b.startContainer));
        return place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)
          ? -1
          : 1;
      });
      return ranges.map((range) => range.toString().replace(/\s+/g, " ").trim());
    },
    prefix,
    selector,
  );
}

/** Middle of the first line of the mark whose text contains the words, scrolled into view. */
export async function pointOfMark(page: Page, words: string): Promise<{ x: number; y: number }> {
  // Another tab may have opened since, and a hidden one is not hovered.
  await page.bringToFront();
  const point = await page.evaluate(
    (start, wanted) => {
      for (const [name, ranges] of CSS.highlights) {
        if (!name.startsWith(start)) continue;
        for (const range of ranges) {
          if (!(range instanceof Range) || !range.toString().replace(/\s+/g, " ").includes(wanted))
            continue;
          range.startContainer.parentElement?.scrollIntoView({
            block: "center",
            behavior: "instant",
          });
          // Half a pixel of scrolling moves the letters of a picture.
          scrollTo({ top: Math.round(scrollY), behavior: "instant" });
          const [line] = range.getClientRects();
          return { x: line.left + line.width / 2, y: line.top + line.height / 2 };
        }
      }
      return null;
    },
    prefix,
    words,
  );
  if (point === null) throw new Error(`no mark contains: ${words}`);
  return point;
}

/** Firefox keeps the rest of a pixel that was scrolled for a frame or two, which moves the letters of a picture. */
export async function waitForRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 60 && visualViewport?.offsetTop !== 0; frame++) {
      await new Promise(requestAnimationFrame);
    }
  });
}

/** Text of a node with everything in it, style and script left out. */
function textOf(node: DomTree): string {
  const name = node.nodeName.toLowerCase();
  if (name === "style" || name === "script") return "";
  if (name === "#text") return node.nodeValue;
  return [...node.shadowRoots, ...node.children].map(textOf).join(" ");
}

function closedRoots(node: DomTree): DomTree[] {
  return [...node.shadowRoots, ...node.children.flatMap(closedRoots)];
}

/** All text inside shadow roots of the page, closed ones included: the card, when it is open. */
export async function shadowText(session: BrowserSession, page: Page): Promise<string> {
  const root = await session.readDom(page);
  return closedRoots(root).map(textOf).join(" ").replace(/\s+/g, " ").trim();
}

/** Polls until the text inside shadow roots contains the words; returns the text. Throws after 25 s. */
export async function waitForShadowText(
  session: BrowserSession,
  page: Page,
  words: string,
): Promise<string> {
  const end = Date.now() + 25_000;
  for (;;) {
    const text = await shadowText(session, page);
    if (text.includes(words)) return text;
    if (Date.now() > end) throw new Error(`"${words}" did not appear; the card says: ${text}`);
    // Reading a whole page costs the browser as much as drawing it.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Number of pixels that differ between two PNG screenshots of the same size. The pictures are
 * decoded by the browser itself, on a page given for it.
 */
export function countDifferentPixels(page: Page, a: Uint8Array, b: Uint8Array): Promise<number> {
  const encode = (png: Uint8Array) =>
    `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  return page.evaluate(
    async (...sources) => {
      const pixels = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext("2d");
          if (context === null) throw new Error("no canvas");
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      const [first, second] = pixels;
      let different = 0;
      for (let i = 0; i < first.length; i += 4) {
        if (
          first[i] !== second[i] ||
          first[i + 1] !== second[i + 1] ||
          first[i + 2] !== second[i + 2]
        ) {
          different += 1;
        }
      }
      return different;
    },
    encode(a),
    encode(b),
  );
}
