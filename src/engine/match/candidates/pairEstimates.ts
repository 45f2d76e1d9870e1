import type { LibraryMemory } from "../libraryMemory.ts";
import {
  apartness,
  type Features,
  leastActions,
  manyBits,
  rarestBits,
  storyFeatures,
} from "../score/features.ts";
import { logitOf } from "../score/scoreModel.ts";
import { type SharedUnits, UnitsByTerm } from "../score/sharedUnits.ts";
import { type StoryTie, type StoryTies, tieOfDays } from "../score/story.ts";
import type { PageTerms } from "./pageTerms.ts";
import type { PreparedPassage } from "./preparedPassage.ts";

/** A page passage prepared for comparison. */
export interface PagePassage {
  readonly prepared: PreparedPassage;
  readonly isTitle: boolean;
  /** The days that it mentions, as days since 1970-01-01. */
  readonly daysMentioned: readonly number[];
}

/**
 * Log-odds by which an estimate may be too low. Of 2,893 pairs of bulk news that may be shown, 16
 * were left out, and one in sixteen of all pairs was kept. tests/properties/estimates.test.ts shows
 * whether the value still fits after the weights have changed.
 */
const slack = 1;
/**
 * Pairs of close wording are shown whatever the score. These are the bits that they must share …
 */
const closeBits = 16;
/** … the share of the page's bits, or of the bits of its core words … */
const closeOfPage = 0.4;
/** … and, if both shares are low, the share of the shorter passage. */
const closeOfEither = 0.45;
/** Estimated share of the shorter passage's shared words that are in the same order. */
const partInOrder = 0.8;

/**
 * Estimates from the terms of two passages whether the pair may become a match, using those
 * features of the score model that terms provide. Reading and preparing a library passage costs a
 * hundred times as much, and most pairs do not match.
 */
export class PairEstimates {
  readonly #memory: LibraryMemory;
  readonly #ties: StoryTies;
  readonly #units: UnitsByTerm;

  constructor(memory: LibraryMemory, terms: PageTerms, ties: StoryTies) {
    this.#memory = memory;
    this.#ties = ties;
    this.#units = new UnitsByTerm(memory, terms);
  }

  /** Returns for each library passage, by number, whether it may reach log-odds of `least`. */
  mayReach(least: number, page: PagePassage, numbers: readonly number[]): readonly boolean[] {
    if (least === Number.NEGATIVE_INFINITY) return numbers.map(() => true);
    this.#units.take(page.prepared);
    return numbers.map((number) => {
      const pair = this.#pairOf(page, number);
      return isClose(pair) || logitOf(this.#featuresOf(pair)) >= least - slack;
    });
  }

  #pairOf(page: PagePassage, number: number): EstimatedPair {
    const memory = this.#memory.parts[this.#memory.partOfPassage(number)]!;
    const passage = number - memory.part.firstPassage;
    return {
      page: page.prepared,
      tie: tieOfDays(this.#ties.of(this.#memory.library.articleOf(number)), page.daysMentioned),
      hasTitle: page.isTitle || memory.isTitle(passage),
      weight: memory.sumOf(passage),
      discountedWeight: memory.discountedSumOf(passage),
      shared: this.#units.sharedWith(number),
    };
  }

  #featuresOf({ page, tie, hasTitle, discountedWeight, shared }: EstimatedPair): Partial<Features> {
    const story = storyFeatures(tie, this.#memory.fewness, shared.hasDate);
    const dice = Math.min(
      1,
      (2 * shared.discountedWeight) / Math.max(1, page.discountedWeight + discountedWeight),
    );
    const coverMax = coverOf(shared.discountedWeight, page.discountedWeight, discountedWeight);
    return {
      // Copied one by one: an object spread makes the result slow to read, and there are many.
      likeness: story.likeness,
      sameDays: story.sameDays,
      farDays: story.farDays,
      daysApart: story.daysApart,
      fewness: story.fewness,
      farInFew: story.farInFew,
      dice,
      coverMax,
      wordCover: 0.9 * coverMax,
      wordBits: Math.min(1, shared.words / manyBits),
      rawBits: shared.weight / manyBits,
      sharedBits: Math.min(1.5, shared.discountedWeight / manyBits),
      secondShared: shared.rarest[1]! / rarestBits,
      fourthShared: shared.rarest[3]! / rarestBits,
      dateSame: shared.hasDate ? 1 : 0,
      numberSame: shared.hasNumber ? 1 : 0,
      samePeople: shared.actions < leastActions ? apartness(tie) : 0,
      hasTitle: hasTitle ? 1 : 0,
      // Most shared words are in order, together with function words.
      sequence: Math.min(1, 0.1 + 0.9 * Math.max(dice, partInOrder * coverMax)),
    };
  }
}

/** A page passage and a library passage, described by their terms. */
interface EstimatedPair {
  readonly page: PreparedPassage;
  readonly tie: StoryTie;
  readonly hasTitle: boolean;
  /**
   * Bits of the library passage, and the same with terms discounted that occur throughout its
   * article.
   */
  readonly weight: number;
  readonly discountedWeight: number;
  readonly shared: SharedUnits;
}

/** True if the two may have close wording: see relation.ts. */
function isClose({ page, weight, shared }: EstimatedPair): boolean {
  if (shared.weight < closeBits) return false;
  const ofPage = Math.max(shared.coreCover, shared.weight / Math.max(1, page.weight));
  if (ofPage < closeOfPage) return false;
  return Math.max(shared.coreCover, coverOf(shared.weight, page.weight, weight)) >= closeOfEither;
}

/** Returns the larger of the two shares that are covered. */
function coverOf(shared: number, page: number, corpus: number): number {
  return Math.min(1, shared / Math.max(1, Math.min(page, corpus)));
}
