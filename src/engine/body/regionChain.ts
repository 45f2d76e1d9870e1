import type { BlockRegion } from "../model/index.ts";

/** The regions around a text, from the innermost out, each with the element that opened it. */
export interface RegionChain {
  readonly parent: RegionChain | null;
  /** The element that opened the region, if this link of the chain opens one. */
  readonly opener: object | null;
  readonly region: BlockRegion | null;
}

/** A text and the regions around it. */
export interface PlacedText {
  readonly text: string;
  readonly linkChars: number;
  readonly context: RegionChain;
}

/** Regions that nested markup cannot override. */
const lasting: ReadonlySet<BlockRegion> = new Set<BlockRegion>([
  "comments",
  "related",
  "navigation",
  "form",
  "figure",
  "aside",
]);

/**
 * Returns the region of a text: the innermost lasting one, else the innermost of any kind. Ignores
 * the regions that elements in `disregarded` open.
 */
export function regionIn(chain: RegionChain, disregarded: ReadonlySet<object>): BlockRegion {
  let region: BlockRegion = "unknown";
  for (let at: RegionChain | null = chain; at !== null; at = at.parent) {
    if (at.region === null || at.opener === null || disregarded.has(at.opener)) continue;
    if (lasting.has(at.region)) return at.region;
    if (region === "unknown") region = at.region;
  }
  return region;
}

/** An element with more than this share of the page's prose is not what its name or tag says. */
const largestShare = 0.75;
/** The same for comments, which can be longer than the article. */
const largestShareOfComments = 0.95;
/** Blocks of fewer words are never prose. */
const shortestProseWords = 12;

/**
 * Returns the elements whose name or tag must be wrong, because they contain nearly all prose of the page:
 * a form around the whole page, a body with the class "modal-closed".
 */
export function misleadingOpeners(blocks: readonly PlacedText[]): ReadonlySet<object> {
  const wordsInside = new Map<RegionChain, number>();
  let total = 0;
  for (const block of blocks) {
    const words = proseWords(block);
    if (words === 0) continue;
    total += words;
    for (let at: RegionChain | null = block.context; at !== null; at = at.parent) {
      if (at.opener !== null) wordsInside.set(at, (wordsInside.get(at) ?? 0) + words);
    }
  }
  return new Set(heavyOpeners(wordsInside, total));
}

function* heavyOpeners(
  wordsInside: ReadonlyMap<RegionChain, number>,
  total: number,
): Generator<object> {
  const byOpener = new Map<object, number>();
  for (const [{ opener, region }, words] of wordsInside) {
    if (opener === null) continue;
    const sum = (byOpener.get(opener) ?? 0) + words;
    byOpener.set(opener, sum);
    const largest = region === "comments" ? largestShareOfComments : largestShare;
    if (region !== "article" && sum > total * largest) yield opener;
  }
}

function proseWords({ text, linkChars }: PlacedText): number {
  if (linkChars * 2 > text.length) return 0;
  let words = 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) words++;
  return words < shortestProseWords ? 0 : words;
}
