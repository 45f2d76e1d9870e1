import type { Article, ArticleReading, ReadPassage } from "../model/index.ts";
import type { PassageKeys } from "./passageKeys.ts";

/** What is needed to find a passage and to compare it, without its text. */
export interface PassageOutline
  extends PassageKeys,
    Pick<ReadPassage, "in" | "unit" | "start" | "end" | "isClaim" | "isQuoted"> {}

/**
 * An article without its text: enough to decide which of its passages are candidates. Most articles
 * that share words with a page are ruled out by their outline and never read.
 */
export interface ArticleOutline {
  readonly head: Omit<Article, "body">;
  readonly passages: readonly PassageOutline[];
}

/**
 * Returns the outline of an article that has been read.
 * @param keys of each passage of the reading (keysOfPassages)
 */
export function outlineOf(
  { article, passages }: ArticleReading,
  keys: readonly PassageKeys[],
): ArticleOutline {
  const { body: _, ...head } = article;
  return {
    head,
    passages: passages.map(({ in: part, unit, start, end, isClaim, isQuoted }, i) => {
      const { terms, fingerprints } = keys[i]!;
      return { in: part, unit, start, end, isClaim, isQuoted, terms, fingerprints };
    }),
  };
}

/** Returns a reading of the article in which all texts are empty. */
export function readingOfOutline({ head, passages }: ArticleOutline): ArticleReading {
  return {
    article: { ...head, body: "" },
    passages: passages.map(readPassageOf),
    ...{ quotes: none, attributions: none, claims: none },
  };
}

const none: readonly never[] = [];

/**
 * Some thirty thousand passages are read for a page of an archive; spreading their members takes
 * ten times as long.
 */
function readPassageOf(passage: PassageOutline): ReadPassage {
  return {
    in: passage.in,
    unit: passage.unit,
    start: passage.start,
    end: passage.end,
    isClaim: passage.isClaim,
    isQuoted: passage.isQuoted,
    text: "",
    names: none,
    dates: none,
    numbers: none,
    attributions: none,
  };
}
