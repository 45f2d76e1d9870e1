/**
 * Finds paragraphs of prose that belong together. The text of a teaser is alone beside its
 * headline; the paragraphs of an article are siblings, each in a box of its own at most, or texts
 * between line breaks.
 */

/** Adjacent paragraphs of prose, as far as they were looked at. */
export interface ProseRun {
  readonly paragraphs: number;
  readonly chars: number;
}

/** The most paragraphs that are looked at, and the most of them that are prose. */
const mostParagraphs = 400;
const mostProse = 100;
/** The most line breaks that are looked at, and elements that contain some. */
const mostBreaks = 200;
const mostBroken = 20;
/** Elements among which open shadow roots are looked for, and roots that are looked into. */
const mostElements = 3_000;
const mostRoots = 10;

/** The least characters of a paragraph of prose. */
const shortestProseChars = 90;
/** A text between line breaks has no mark-up that says that it is a paragraph. */
const shortestBrokenChars = 60;

/** True if a run of prose in the document, its open shadow roots included, is enough. */
export function hasRun(document: Document, isEnough: (run: ProseRun) => boolean): boolean {
  if (hasRunIn(document, isEnough)) return true;
  for (const root of openRoots(document)) if (hasRunIn(root, isEnough)) return true;
  return false;
}

function hasRunIn(root: Document | ShadowRoot, isEnough: (run: ProseRun) => boolean): boolean {
  return hasParagraphs(root, isEnough) || hasBrokenLines(root, isEnough);
}

/** A list that the browser keeps costs less than a selector; shadow roots have none. */
function elementsIn(root: Document | ShadowRoot, name: string): ArrayLike<Element> {
  return "getElementsByTagName" in root
    ? root.getElementsByTagName(name)
    : root.querySelectorAll(name);
}

function hasParagraphs(root: Document | ShadowRoot, isEnough: (run: ProseRun) => boolean): boolean {
  const paragraphs = elementsIn(root, "p");
  const runs = new Map<Node, ProseRun>();
  let prose = 0;
  for (let i = 0; i < paragraphs.length && i < mostParagraphs && prose < mostProse; i++) {
    const text = paragraphs[i]!.textContent ?? "";
    if (!isProse(text, shortestProseChars)) continue;
    prose++;
    const around = surroundingOf(paragraphs[i]!);
    if (around === null) continue;
    const run = grown(runs.get(around), text);
    if (isEnough(run)) return true;
    runs.set(around, run);
  }
  return false;
}

function grown(run: ProseRun | undefined, text: string): ProseRun {
  return { paragraphs: (run?.paragraphs ?? 0) + 1, chars: (run?.chars ?? 0) + weightOf(text) };
}

function surroundingOf(paragraph: Element): Node | null {
  const parent = paragraph.parentElement;
  if (parent === null || parent.childElementCount > 1) return parent ?? paragraph.parentNode;
  return parent.nodeName === "LI" || parent.nodeName === "A" ? null : parent.parentNode;
}

/** True if texts between line breaks, directly in one element, are enough. */
function hasBrokenLines(
  root: Document | ShadowRoot,
  isEnough: (run: ProseRun) => boolean,
): boolean {
  const breaks = elementsIn(root, "br");
  const seen = new Set<Element>();
  for (let i = 0; i < breaks.length && i < mostBreaks && seen.size < mostBroken; i++) {
    const parent = breaks[i]!.parentElement;
    if (parent === null || seen.has(parent)) continue;
    seen.add(parent);
    if (isEnough(runBetweenBreaks(parent))) return true;
  }
  return false;
}

function runBetweenBreaks(parent: Element): ProseRun {
  let run: ProseRun = { paragraphs: 0, chars: 0 };
  let text = "";
  let at: Node | null = parent.firstChild;
  for (let nodes = 0; nodes < mostBreaks && at !== null; nodes++, at = at.nextSibling) {
    if (at.nodeName !== "BR") text += at.textContent ?? "";
    if (at.nodeName !== "BR" && at.nextSibling !== null) continue;
    if (isProse(text.trim(), shortestBrokenChars)) run = grown(run, text);
    text = "";
  }
  return run;
}

/** Chinese and Japanese say in a character what others say in two. */
const denseEnds = /[。！？]/;

function weightOf(text: string): number {
  return denseEnds.test(text) ? text.length * 2 : text.length;
}

function isProse(text: string, shortest: number): boolean {
  if (text.length * 2 < shortest) return false;
  if (denseEnds.test(text)) return text.length * 2 >= shortest;
  return text.length >= shortest && /[.!?…।॥۔؟።]["'”’»)\]]*\s/.test(`${text} `);
}

/** The open shadow roots of a page, outer ones first; hosts are elements of a page's own making. */
function* openRoots(document: Document): Generator<ShadowRoot> {
  const waiting: (Document | ShadowRoot)[] = [document];
  let elements = 0;
  let roots = 0;
  for (let root = waiting.shift(); root !== undefined; root = waiting.shift()) {
    const all = elementsIn(root, "*");
    for (let i = 0; i < all.length && elements < mostElements; i++, elements++) {
      const host = all[i]!;
      if (!host.nodeName.includes("-") || !host.shadowRoot) continue;
      if (++roots > mostRoots) return;
      yield host.shadowRoot;
      waiting.push(host.shadowRoot);
    }
  }
}
