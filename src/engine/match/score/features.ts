import type { Pair } from "../candidates/pairing.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import type { MeaningEvidence, MeaningFeatureName } from "../meaning/meaningFeatures.ts";
import { isSpeakerShared, type Speakers } from "../relation/speakers.ts";
import type { WordAlignment } from "../relation/wording/wordAlignment.ts";
import { pairedUnitFeatures } from "./pairedUnits.ts";
import { offices } from "./statement.ts";
import type { StoryTie } from "./story.ts";

/** What is known of a pair of passages besides their texts. */
export interface PairContext extends Speakers {
  readonly story: StoryTie;
  /** How small the library is: see fewnessOf. */
  readonly fewness: number;
  readonly hasTitle: boolean;
  /** Null if one of the two is not encoded. */
  readonly meaning: MeaningEvidence | null;
}

/**
 * The evidence that two passages say the same. Each feature is a number of about 0..1, named as in
 * assets/model/matchWeights.json.
 */
export type FeatureName =
  | MeaningFeatureName
  | "dice"
  | "coverMax"
  | "wordCover"
  | "wordBits"
  | "nameCover"
  | "sharedBits"
  | "rawBits"
  | "secondShared"
  | "fourthShared"
  | "sequence"
  | "dateSame"
  | "dateOther"
  | "numberSame"
  | "namesOther"
  | "otherMatter"
  | "namesApart"
  | "samePeople"
  | "speakerSame"
  | "hasTitle"
  | "likeness"
  | "sameDays"
  | "farDays"
  | "daysApart"
  | "fewness"
  | "farInFew"
  | "neighbourPairs"
  | "namesAlone"
  | "numbersAlone"
  | "negationApart";

/** The features of a pair by name; those from vectors are missing if there are none. */
export type Features = Readonly<
  Record<Exclude<FeatureName, MeaningFeatureName>, number> &
    Partial<Record<MeaningFeatureName, number>>
>;

/**
 * Bits of about one rare word. Two sentences that share fewer in their words have no action in
 * common.
 */
export const leastActions = 7;
/** Bits at which a feature of shared weight is 1. */
export const manyBits = 60;
/** About the weight of the rarest words, in bits. */
export const rarestBits = 13;

/** Days assumed between articles without a date: neither the same day nor another season. */
const unknownDays = 10;

/**
 * The article similarity that surely means one story; more similarity makes their sentences no more
 * alike.
 */
const surelyAlike = 0.3;

/**
 * Returns the features of a pair of passages.
 * @param alignmentOf aligns the words of both; called only for features that need it, since it is
 * most of the work
 */
export function featuresOf(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
  alignmentOf: () => WordAlignment,
  context: PairContext,
): Features {
  const shared = sharedWeights(page.units, corpus.units, pairs);
  const coverPage = shared.all / Math.max(1, page.discountedWeight);
  const coverCorpus = shared.all / Math.max(1, corpus.discountedWeight);
  const facts = compareFacts(page.units, corpus.units, pairs);
  const nameCover =
    shared.names / Math.max(6, Math.min(weightOf(page, "name"), weightOf(corpus, "name")));
  const apart = apartness(context.story);
  const story = storyFeatures(context.story, context.fewness, facts.dateSame === 1);
  return {
    dice: (2 * shared.all) / Math.max(1, page.discountedWeight + corpus.discountedWeight),
    coverMax: Math.max(coverPage, coverCorpus),
    wordCover:
      shared.words / Math.max(12, Math.min(weightOf(page, "word"), weightOf(corpus, "word"))),
    wordBits: Math.min(1, shared.words / manyBits),
    nameCover,
    sharedBits: Math.min(1.5, shared.all / manyBits),
    rawBits: shared.raw / manyBits,
    // One shared rare word is chance or a name; four are hardly chance.
    secondShared: (shared.rarest[1] ?? 0) / rarestBits,
    fourthShared: (shared.rarest[3] ?? 0) / rarestBits,
    get sequence() {
      const words = Math.min(page.words.length, corpus.words.length);
      return alignmentOf().page.length / Math.max(4, words);
    },
    ...pairedUnitFeatures(page, corpus, pairs),
    ...facts,
    // The same sentence frame with other names, months apart, is another sentence.
    otherMatter: story.farDays === 1 && facts.namesOther === 1 ? (nameCover < 0.5 ? 1 : 0.6) : 0,
    // The same people and offices, but hardly a shared action: another place or day.
    samePeople: shared.actions < leastActions ? apart : 0,
    // Without a shared name or story, shared words are only a common frame.
    namesApart: shared.names === 0 && hasName(corpus.units) ? apart : 0,
    speakerSame: isSpeakerShared(context, context.meaning?.isOneLanguage === false) ? 1 : 0,
    hasTitle: context.hasTitle ? 1 : 0,
    ...story,
    ...context.meaning?.features,
  };
}

/** Returns how far two articles are from surely being on one story: 0..1. */
export function apartness({ likeness }: StoryTie): number {
  return 1 - Math.min(surelyAlike, likeness) / surelyAlike;
}

/** Returns the features for the relation of two articles in a library of this size. */
export function storyFeatures({ likeness, days }: StoryTie, fewness: number, isDateSame: boolean) {
  // An event on a day that both name is the same event, whenever it is reported.
  const isFar = (days ?? 0) > 45 && !isDateSame;
  return {
    likeness: Math.min(surelyAlike, likeness),
    sameDays: days !== null && days <= 4 ? 1 : 0,
    farDays: isFar ? 1 : 0,
    daysApart: Math.log2(1 + (days ?? unknownDays)) / 10,
    fewness,
    // Most of a large library was printed in other seasons, so similarity there is chance.
    farInFew: isFar ? fewness : 0,
  };
}

function hasName(units: readonly Unit[]): boolean {
  return units.some(({ kind }) => kind === "name");
}

function sharedWeights(page: readonly Unit[], corpus: readonly Unit[], pairs: readonly Pair[]) {
  const sums = { raw: 0, all: 0, words: 0, names: 0, actions: 0 };
  const weights: number[] = [];
  for (const pair of pairs) {
    const one = page[pair.page]!;
    const other = corpus[pair.corpus]!;
    const weight = pair.strength * Math.min(one.discountedWeight, other.discountedWeight);
    sums.raw += pair.strength * Math.min(one.weight, other.weight);
    sums.all += weight;
    if (one.kind === "name" || other.kind === "name") sums.names += weight;
    else sums.words += weight;
    if (one.kind === "word" && other.kind === "word" && !offices.has(one.stem))
      sums.actions += weight;
    weights.push(weight);
  }
  return { ...sums, rarest: weights.sort((a, b) => b - a) };
}

/** Returns the weight of a passage's names, or of its other units. */
function weightOf(passage: PreparedPassage, kind: "word" | "name"): number {
  let sum = 0;
  for (const unit of passage.units) {
    if ((unit.kind === "name") === (kind === "name")) sum += unit.discountedWeight;
  }
  return sum;
}

/** One bit for each kind of unit. */
const kindBit: Readonly<Record<Unit["kind"], number>> = { word: 1, name: 2, number: 4, date: 8 };

function compareFacts(page: readonly Unit[], corpus: readonly Unit[], pairs: readonly Pair[]) {
  const isPagePaired = new Uint8Array(page.length);
  const isCorpusPaired = new Uint8Array(corpus.length);
  let paired = 0;
  for (const pair of pairs) {
    isPagePaired[pair.page] = 1;
    isCorpusPaired[pair.corpus] = 1;
    paired |= kindBit[page[pair.page]!.kind];
  }
  const free = freeKinds(page, isPagePaired) & freeKinds(corpus, isCorpusPaired);
  const other = free & ~paired;
  return {
    dateSame: paired & kindBit.date ? 1 : 0,
    dateOther: other & kindBit.date ? 1 : 0,
    numberSame: paired & kindBit.number ? 1 : 0,
    namesOther: free & kindBit.name ? 1 : 0,
  };
}

/** Returns the kinds that have an unpaired unit, as bits. */
function freeKinds(units: readonly Unit[], isPaired: Uint8Array): number {
  let free = 0;
  units.forEach((unit, place) => {
    if (isPaired[place] === 0 && isResolved(unit)) free |= kindBit[unit.kind];
  });
  return free;
}

/** False for a date that could not be resolved, and so cannot differ. */
function isResolved(unit: Unit): boolean {
  return unit.kind !== "date" || (unit.date?.value ?? null) !== null;
}
