import { sourceOfPassage } from "../library/speaker.ts";
import { isMatchable } from "../match/comparePage.ts";
import type { ArticleReading, PassageId, ReadPassage, StoryAlone } from "../model/index.ts";
import { keyOf } from "./groupStatements.ts";

/** So many of an article's own statements are shown: more are the article itself. */
const mostShown = 12;

/**
 * What no other article of the story has, not even doubtfully: the statements that quote somebody, or
 * hold numbers, days and names, before the others.
 * @param shared keys of the passages that another article has, or may have
 */
export function aloneIn(
  reading: ArticleReading,
  article: number,
  shared: ReadonlySet<string>,
): StoryAlone {
  const own = reading.passages.flatMap((passage, ordinal) => {
    // A quote over several sentences is told by these.
    const isSentence = passage.in === "body" && passage.unit === "sentence";
    const isOwn = isSentence && !shared.has(keyOf({ article, ordinal }));
    return isOwn && isMatchable(passage) && !isPartOfShared(reading, article, passage, shared)
      ? [{ passage, ordinal }]
      : [];
  });
  const shown = [...own]
    .sort((a, b) => telling(b.passage) - telling(a.passage) || a.ordinal - b.ordinal)
    .slice(0, mostShown);
  return {
    article,
    count: own.length,
    passages: shown.map(({ passage, ordinal }) => ({
      id: `${reading.article.id}:${ordinal}` as PassageId,
      text: passage.text,
      kind: passage.isQuoted || passage.unit === "quote" ? "quote" : "claim",
      speaker: sourceOfPassage(reading, passage).speaker,
    })),
  };
}

/** A sentence of a quote that others have is theirs too; a quote of such a sentence likewise. */
function isPartOfShared(
  { passages }: ArticleReading,
  article: number,
  one: ReadPassage,
  shared: ReadonlySet<string>,
): boolean {
  return passages.some(
    (other, ordinal) =>
      other.in === one.in &&
      other.start < one.end &&
      one.start < other.end &&
      shared.has(keyOf({ article, ordinal })),
  );
}

function telling({ isQuoted, numbers, dates, names }: ReadPassage): number {
  return (
    (isQuoted ? 2 : 0) +
    Math.min(2, numbers.length) * 1.5 +
    Math.min(1, dates.length) +
    Math.min(2, names.length)
  );
}
