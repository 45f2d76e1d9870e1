import {
  commonSubsequence,
  lettersOf,
  longestCommonRun,
  runsOf,
  sharedCounts,
} from "./overlaps.ts";
import type { PairedStatements, SimilarityFeatures } from "./pairedStatements.ts";
import type { SoftPair } from "./softAlignment.ts";
import type { StatementWords } from "./statementWords.ts";
import { editDistance, sameWord } from "./wordSimilarity.ts";

/**
 * Returns features for the similarity of the wording: shared runs of words and letters, and their
 * order, as translations are scored.
 */
export function wordingFeatures({
  one,
  other,
  pairs,
  allPairs,
}: PairedStatements): SimilarityFeatures {
  const both = (list: (side: StatementWords) => readonly string[]): Two => [list(one), list(other)];
  const stems = both((side) => side.words.map(({ stem }) => stem));
  const words = both((side) => side.words.map(({ folded }) => folded));
  const contents = both((side) => side.content.map(({ stem }) => stem));
  const functions = both((side) =>
    side.words.filter(({ isFunction }) => isFunction).map(({ folded }) => folded),
  );
  const hard = pairs.filter(({ similarity }) => similarity >= sameWord);
  return {
    ...runFeatures("words", words, [1, 2, 3]),
    ...runFeatures("stems", stems, [1, 2, 3]),
    contents2: diceOfRuns(contents, 2),
    functions: diceOfRuns(functions, 1),
    ...letterFeatures(words),
    ...orderFeatures(stems),
    inOrderWeight:
      (2 * commonSubsequence(contents[0], contents[1], (index) => one.content[index]!.weight)) /
      Math.max(1, one.weight + other.weight),
    pieces: piecesOf(hard),
    allPieces: piecesOf(allPairs),
    order: orderOf(pairs),
    startSame: words[0][0] === words[1][0] ? 1 : 0,
    endSame: stems[0].at(-1) === stems[1].at(-1) ? 1 : 0,
  };
}

type Two = readonly [readonly string[], readonly string[]];

function runFeatures(name: string, [one, other]: Two, sizes: readonly number[]) {
  return Object.fromEntries(
    sizes.map((size) => [`${name}${size}`, diceOfRuns([one, other], size)]),
  );
}

function diceOfRuns([one, other]: Two, size: number): number {
  return sharedCounts(runsOf(one, size), runsOf(other, size)).dice;
}

function letterFeatures(words: Two): SimilarityFeatures {
  const [one, other] = words.map((list) => ` ${list.join(" ")} `) as [string, string];
  const of = (size: number) => sharedCounts(lettersOf(one, size), lettersOf(other, size));
  const three = of(3);
  return {
    letters2: of(2).dice,
    letters3: three.dice,
    letters4: of(4).dice,
    letters5: of(5).dice,
    letters3Max: three.ofSmaller,
    letters3Min: three.ofLarger,
  };
}

function orderFeatures([one, other]: Two): SimilarityFeatures {
  const least = Math.max(1, Math.min(one.length, other.length));
  const most = Math.max(1, one.length, other.length);
  const inOrder = commonSubsequence(one, other, () => 1);
  const run = longestCommonRun(one, other);
  return {
    inOrderMax: inOrder / least,
    inOrderMin: inOrder / most,
    runMax: run / least,
    runMin: run / most,
    unedited: 1 - editDistance(one, other) / most,
  };
}

/**
 * Returns the number of contiguous pieces of the pairs, as a share of the pairs; 1 if there are
 * none.
 */
function piecesOf(pairs: readonly SoftPair[]): number {
  if (pairs.length === 0) return 1;
  const pieces = pairs.filter((pair, at) => {
    const before = pairs[at - 1];
    return before?.one !== pair.one - 1 || before.other !== pair.other - 1;
  });
  return pieces.length / pairs.length;
}

/** Returns the share of pairs that continue forwards on both sides. */
function orderOf(pairs: readonly SoftPair[]): number {
  if (pairs.length < 2) return 0;
  const forwards = pairs.filter((pair, at) => at > 0 && pair.other > pairs[at - 1]!.other);
  return forwards.length / (pairs.length - 1);
}
