import type { BlockFeatures } from "../../engine/model/index.ts";
import type { BlockText } from "./blockText.ts";
import { type ReadingContext, regionOf } from "./readingContext.ts";

/** A stretch of the page's text that belongs together, with the text nodes it stands in. */
export interface PageBlock extends BlockText {
  /** The element whose text this is; a block that a script or `<br><br>` cut has the same one. */
  readonly container: Element;
  readonly context: ReadingContext;
  /** False while no reader sees it: such a block is kept, because a click may show it. */
  readonly isShown: boolean;
}

/** What share of the page's prose may stand inside a region before its sign is taken for a mistake. */
const largestShare = 0.75;
/** Comments do outgrow articles. */
const largestShareOfComments = 0.95;
/** Below so many words a block is no prose, whatever it is. */
const shortestProseWords = 12;

/** The features of each block, by which `engine/body` labels them. */
export function featuresOf(blocks: readonly PageBlock[]): readonly BlockFeatures[] {
  const disregarded = weighRegions(blocks);
  return blocks.map(({ text, linkChars, context }) => ({
    text,
    element: context.element,
    headingLevel: context.element === "heading" ? context.headingLevel : 0,
    linkChars,
    region: regionOf(context, disregarded),
  }));
}

/**
 * Elements whose sign cannot mean what it says, because nearly all prose of the page stands inside:
 * a page wrapped in one form, a body with the class "modal-closed".
 */
function weighRegions(blocks: readonly PageBlock[]): ReadonlySet<Element> {
  const wordsInside = new Map<ReadingContext, number>();
  let total = 0;
  for (const block of blocks) {
    const words = proseWords(block);
    if (words === 0) continue;
    total += words;
    for (let at: ReadingContext | null = block.context; at !== null; at = at.parent) {
      if (at.opener !== null) wordsInside.set(at, (wordsInside.get(at) ?? 0) + words);
    }
  }
  return new Set(heavyOpeners(wordsInside, total));
}

function* heavyOpeners(
  wordsInside: ReadonlyMap<ReadingContext, number>,
  total: number,
): Generator<Element> {
  const byOpener = new Map<Element, number>();
  for (const [{ opener, region }, words] of wordsInside) {
    if (opener === null) continue;
    const sum = (byOpener.get(opener) ?? 0) + words;
    byOpener.set(opener, sum);
    const largest = region === "comments" ? largestShareOfComments : largestShare;
    if (region !== "article" && sum > total * largest) yield opener;
  }
}

function proseWords({ text, linkChars }: PageBlock): number {
  if (linkChars * 2 > text.length) return 0;
  let words = 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) words++;
  return words < shortestProseWords ? 0 : words;
}
