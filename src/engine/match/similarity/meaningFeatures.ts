import { minMax, type PairedStatements, type SimilarityFeatures } from "./pairedStatements.ts";
import type { SoftPair } from "./softAlignment.ts";
import type { StatementWord, StatementWords } from "./statementWords.ts";
import { sameWord } from "./wordSimilarity.ts";
import { addVector, vectorSize } from "./wordVectors.ts";

/** The similarity from which a pair of words more often than not means the same. */
export const firmPair = 0.6;

/**
 * Returns the features for shared meaning: paired words by weight, and the direction of the word
 * vectors.
 */
export function meaningFeatures(paired: PairedStatements): SimilarityFeatures {
  const { one, other, pairs, allPairs } = paired;
  const hard = pairs.filter(({ similarity }) => similarity >= sameWord);
  const firm = pairs.filter(({ similarity }) => similarity >= firmPair);
  const contentCount = Math.max(1, one.content.length + other.content.length);
  const soft = sumOf(pairs.map(({ similarity }) => similarity));
  const all = sumOf(allPairs.map(({ similarity }) => similarity));
  return {
    ...coverFeatures("hard", paired, hard, () => 1),
    ...coverFeatures("firm", paired, firm),
    ...coverFeatures("soft", paired, pairs),
    rootDice: rootDice(paired),
    hardCount: (2 * hard.length) / contentCount,
    softCount: (2 * soft) / contentCount,
    allCount: (2 * all) / Math.max(1, one.words.length + other.words.length),
    ...minMax("all", all / Math.max(1, one.words.length), all / Math.max(1, other.words.length)),
    ...minMax("best", bestCover(paired, "one"), bestCover(paired, "other")),
    direction: cosine(
      directionOf(one.content, ({ weight }) => weight),
      directionOf(other.content, ({ weight }) => weight),
    ),
    evenDirection: cosine(
      directionOf(one.content, () => 1),
      directionOf(other.content, () => 1),
    ),
  };
}

/** Returns the paired share of both sides' weight, and of each side's. */
function coverFeatures(
  name: string,
  { one, other }: PairedStatements,
  pairs: readonly SoftPair[],
  worth = ({ similarity }: SoftPair) => similarity,
): SimilarityFeatures {
  const ofOne = sumOf(pairs.map((pair) => worth(pair) * one.content[pair.one]!.weight));
  const ofOther = sumOf(pairs.map((pair) => worth(pair) * other.content[pair.other]!.weight));
  return {
    [`${name}Dice`]: (ofOne + ofOther) / Math.max(1, one.weight + other.weight),
    ...minMax(name, ofOne / Math.max(1, one.weight), ofOther / Math.max(1, other.weight)),
  };
}

/** As softDice, but rare words weigh less. */
function rootDice({ one, other, pairs }: PairedStatements): number {
  const root = ({ weight }: StatementWord) => Math.sqrt(weight);
  const shared = pairs.map(
    (pair) => pair.similarity * (root(one.content[pair.one]!) + root(other.content[pair.other]!)),
  );
  return sumOf(shared) / Math.max(1, sumOf([...one.content, ...other.content].map(root)));
}

/**
 * Returns the mean similarity of each word to its nearest on the other side, even if another word
 * has the same one.
 */
function bestCover({ one, other, table }: PairedStatements, side: "one" | "other"): number {
  const width = other.content.length;
  const own: StatementWords = side === "one" ? one : other;
  const count = side === "one" ? width : one.content.length;
  let sum = 0;
  own.content.forEach(({ weight }, i) => {
    let best = 0;
    for (let j = 0; j < count; j++) {
      best = Math.max(best, side === "one" ? table[i * width + j]! : table[j * width + i]!);
    }
    sum += best * weight;
  });
  return sum / Math.max(1, own.weight);
}

/** Returns the weighted sum of the words' vectors. */
export function directionOf(
  words: readonly StatementWord[],
  weight: (word: StatementWord) => number,
): Float64Array {
  const sum = new Float64Array(vectorSize);
  for (const word of words) if (word.vector !== null) addVector(sum, word.vector, weight(word));
  return sum;
}

/** Returns the cosine of two sums of vectors; 0 if one is zero. */
export function cosine(a: Float64Array, b: Float64Array): number {
  let product = 0;
  let ofA = 0;
  let ofB = 0;
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!;
    ofA += a[i]! ** 2;
    ofB += b[i]! ** 2;
  }
  return ofA === 0 || ofB === 0 ? 0 : product / Math.sqrt(ofA * ofB);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
