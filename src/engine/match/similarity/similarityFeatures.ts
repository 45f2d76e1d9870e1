import { leftOverFeatures } from "./leftOverFeatures.ts";
import { meaningFeatures } from "./meaningFeatures.ts";
import type { PairedStatements, SimilarityFeatures } from "./pairedStatements.ts";
import { alignSoftly, similarityTable } from "./softAlignment.ts";
import type { StatementWords } from "./statementWords.ts";
import { wordingFeatures } from "./wordingFeatures.ts";

/** The least similarity of a pair of words: among the content words, and among all words. */
const leastOfContent = 0.35;
const leastOfAll = 0.5;

/**
 * Returns the features of two statements without context. If each side has a feature, names end in
 * Min and Max for the smaller and the larger value, so that the order of the statements does not
 * matter. Time: the product of the numbers of words, which `preparePassage` bounds.
 */
export function similarityFeatures(one: StatementWords, other: StatementWords): SimilarityFeatures {
  const table = similarityTable(one.content, other.content);
  const paired: PairedStatements = {
    one,
    other,
    table,
    pairs: alignSoftly(one.content, other.content, table, leastOfContent),
    allPairs: alignSoftly(
      one.words,
      other.words,
      similarityTable(one.words, other.words),
      leastOfAll,
    ),
  };
  return {
    ...meaningFeatures(paired),
    ...wordingFeatures(paired),
    ...leftOverFeatures(paired),
    ...lengthFeatures(one, other),
  };
}

function lengthFeatures(one: StatementWords, other: StatementWords): SimilarityFeatures {
  const a = one.words.length;
  const b = other.words.length;
  return {
    lengthRatio: Math.min(a, b) / Math.max(1, a, b),
    weightRatio: Math.min(one.weight, other.weight) / Math.max(1, one.weight, other.weight),
    lengthMean: (a + b) / 60,
    lengthApart: Math.abs(a - b) / 20,
  };
}
