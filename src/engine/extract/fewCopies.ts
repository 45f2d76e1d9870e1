import type { ArticleReading } from "../model/index.ts";

/** More copies of one passage on a page say nothing that the first do not. */
const mostCopies = 3;

/**
 * Returns the reading with at most three copies of each passage, by its words. A page that repeats
 * a sentence a thousand times would else have the private library asked a thousand times, and could
 * tell by the time until the next answer whether the sentence is kept.
 */
export function withFewCopies(reading: ArticleReading): ArticleReading {
  const seen = new Map<string, number>();
  const passages = reading.passages.filter(({ text }) => {
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return before < mostCopies;
  });
  return passages.length === reading.passages.length ? reading : { ...reading, passages };
}
