import type { Segment } from "../engine/library/segment.ts";
import { termHash } from "../engine/text/termHash.ts";

/**
 * The texts of an article's passages as they are encoded, in order; null for those that nothing is
 * compared with: they state nothing.
 */
export type PassageTexts = readonly (string | null)[];

/** Returns the texts of an article, by its index in the segment. */
export function passageTexts({ rows }: Segment, article: number): PassageTexts {
  const { first, count } = rows.passagesOf(article);
  return Array.from({ length: count }, (_, at) => {
    const passage = rows.passage(first + at);
    const isMatchable = passage.isClaim || passage.isQuoted || passage.in === "title";
    return isMatchable ? passage.text : null;
  });
}

/** Returns a hash that shows whether an article still has the texts that were encoded. */
export function hashOfTexts(texts: PassageTexts): number {
  return termHash("article", texts.map((text) => text ?? "").join("\n"));
}
