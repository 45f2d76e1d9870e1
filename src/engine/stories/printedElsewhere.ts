import type { ArticleReading, Difference } from "../model/index.ts";
import { foldedWords } from "./foldedWords.ts";

/** Fewer words, such as "of course", may well stand elsewhere in an article. */
const fewestWords = 4;

/**
 * Returns the differences of two articles' quotes without words that one is said to leave out but
 * prints in another place: it only split the quote differently.
 */
export function withoutPrintedElsewhere(
  differences: readonly Difference[],
  page: ArticleReading,
  corpus: ArticleReading,
): readonly Difference[] {
  return differences.filter(({ kind, page: own, corpus: other }) => {
    if (kind === "omitted") return !prints(page, other);
    return kind !== "added" || !prints(corpus, own);
  });
}

function prints({ article }: ArticleReading, words: string): boolean {
  const sought = foldedWords(words);
  if (sought.length < fewestWords) return false;
  return ` ${foldedWords(article.body).join(" ")} `.includes(` ${sought.join(" ")} `);
}
