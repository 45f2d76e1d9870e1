import { areOpposite } from "../score/relatedWords.ts";
import { cosine, directionOf, firmPair } from "./meaningFeatures.ts";
import {
  minMax,
  type PairedStatements,
  type SimilarityFeatures,
  weightOf,
} from "./pairedStatements.ts";
import type { StatementWord, StatementWords } from "./statementWords.ts";
import { wordKinds } from "./wordKinds.ts";

/** Bits of unpaired words at which the feature is 1; bits of the rarest word. */
const manyBits = 60;
const rarestBits = 12.5;

/**
 * Returns the features for what one side says and the other does not: how much, of which kind, in
 * how long a stretch.
 */
export function leftOverFeatures({ one, other, pairs }: PairedStatements): SimilarityFeatures {
  const firm = pairs.filter(({ similarity }) => similarity >= firmPair);
  const a = leftOver(one, new Set(firm.map((pair) => pair.one)));
  const b = leftOver(other, new Set(firm.map((pair) => pair.other)));
  const heaviest = ({ words }: LeftOver) => Math.max(0, ...words.map(({ weight }) => weight));
  return {
    ...minMax("rest", weightOf(a.words) / manyBits, weightOf(b.words) / manyBits),
    ...minMax("heaviest", heaviest(a) / rarestBits, heaviest(b) / rarestBits),
    ...minMax("stretch", a.longest / 8, b.longest / 8),
    restDirection: cosine(
      directionOf(a.words, ({ weight }) => weight),
      directionOf(b.words, ({ weight }) => weight),
    ),
    ...kindFeatures(a, b),
    ...nameFeatures(a, b, one, other),
    ...numberFeatures(one, other),
    negation: one.passage.negations.length > 0 !== other.passage.negations.length > 0 ? 1 : 0,
    opposite: a.words.some((word) => b.words.some(({ stem }) => areOpposite(word.stem, stem)))
      ? 1
      : 0,
  };
}

interface LeftOver {
  readonly words: readonly StatementWord[];
  /** Content words of the longest stretch without a pair. */
  readonly longest: number;
}

function leftOver({ content }: StatementWords, paired: ReadonlySet<number>): LeftOver {
  let longest = 0;
  let stretch = 0;
  content.forEach((_, index) => {
    stretch = paired.has(index) ? 0 : stretch + 1;
    longest = Math.max(longest, stretch);
  });
  return { words: content.filter((_, index) => !paired.has(index)), longest };
}

function kindFeatures(a: LeftOver, b: LeftOver): SimilarityFeatures {
  return Object.assign(
    {},
    ...wordKinds.map((kind) => {
      const [ofA, ofB] = [a, b].map((side) => side.words.filter((word) => word.kind === kind));
      return {
        [`${kind}RestMin`]: Math.min(4, ofA!.length, ofB!.length) / 4,
        [`${kind}RestMax`]: Math.min(6, Math.max(ofA!.length, ofB!.length)) / 6,
      };
    }),
  );
}

function nameFeatures(a: LeftOver, b: LeftOver, one: StatementWords, other: StatementWords) {
  const namesIn = (words: readonly StatementWord[]) =>
    words.filter(({ unit }) => unit?.name).length;
  const [restA, restB] = [namesIn(a.words), namesIn(b.words)];
  const [allA, allB] = [namesIn(one.content), namesIn(other.content)];
  return {
    ...minMax("nameRestShare", restA / Math.max(1, allA), restB / Math.max(1, allB)),
    otherNames: restA > 0 && restB > 0 ? 1 : 0,
    bothNamed: allA > 0 && allB > 0 ? 1 : 0,
  };
}

function numberFeatures(one: StatementWords, other: StatementWords): SimilarityFeatures {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  const shared = [...a].filter((number) => b.has(number)).length;
  return {
    numbersShared: Math.min(3, shared) / 3,
    ...minMax("numbersAlone", Math.min(2, a.size - shared) / 2, Math.min(2, b.size - shared) / 2),
    otherNumbers: a.size > shared && b.size > shared ? 1 : 0,
    bothCounted: a.size > 0 && b.size > 0 ? 1 : 0,
  };
}

function numbersOf({ passage }: StatementWords): ReadonlySet<number> {
  const numbers = passage.units.filter(({ kind }) => kind === "number");
  return new Set(numbers.map(({ key }) => key));
}
