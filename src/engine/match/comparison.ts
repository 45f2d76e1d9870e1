import type { Agreement, Difference, Relation } from "../model/index.ts";
import { type Pair, pairUnits } from "./candidates/pairing.ts";
import type { PreparedPassage } from "./candidates/preparedPassage.ts";
import type { MeaningEvidence } from "./meaning/meaningFeatures.ts";
import { differencesOf } from "./relation/differences.ts";
import { quoteChanges } from "./relation/quoteChanges.ts";
import { sharesQuotedWords } from "./relation/quotedWords.ts";
import { type WordRelation, wordRelation } from "./relation/relation.ts";
import { tellOtherDeeds } from "./relation/roles.ts";
import { type SlotDifference, sidesOf } from "./relation/slotSides.ts";
import { slotDifferences, slotsAcross } from "./relation/slots.ts";
import { areTwoVoices, type Speakers, speakerDifference } from "./relation/speakers.ts";
import { alignWords, type WordAlignment } from "./relation/wordAlignment.ts";
import { type Features, featuresOf, type PairContext } from "./score/features.ts";
import {
  logistic,
  logitOf,
  modelFor,
  mostOfNeighbours,
  type ScoreModel,
} from "./score/scoreModel.ts";

/** Two passages compared, before their neighbours are looked at. */
export interface Comparison {
  readonly page: PreparedPassage;
  readonly corpus: PreparedPassage;
  readonly pairs: readonly Pair[];
  /** Made when first asked for: most pairs come to nothing without it. */
  readonly alignment: WordAlignment;
  readonly features: Features;
  /** By what is known of the pair: its words alone, or its meaning too. */
  readonly model: ScoreModel;
  readonly meaning: MeaningEvidence | null;
  /** Log-odds that an editor would call the two the same. */
  readonly logit: number;
  readonly words: WordRelation | null;
  /** Two persons to whom the two passages give the same words; null where they agree or are not known. */
  readonly speakers: SlotDifference | null;
  /** Whose words the passages are. */
  readonly voices: Speakers;
}

/** Aligns two passages and weighs the evidence. */
export function comparePassages(
  page: PreparedPassage,
  corpus: PreparedPassage,
  context: PairContext,
): Comparison {
  const { meaning } = context;
  const areTwoLanguages = meaning !== null && !meaning.isOneLanguage;
  const pairs = pairUnits(page, corpus, areTwoLanguages);
  let aligned: WordAlignment | null = null;
  const alignmentOf = () => {
    aligned ??= alignWords(page, corpus);
    return aligned;
  };
  const features = featuresOf(page, corpus, pairs, alignmentOf, context);
  const words = areTwoLanguages ? null : wordRelation(page, corpus, pairs, alignmentOf, features);
  const model = modelFor(features, meaning);
  return {
    page,
    corpus,
    pairs,
    features,
    model,
    meaning,
    logit: logitOf(features, model),
    words,
    voices: context,
    get alignment() {
      return alignmentOf();
    },
    get speakers() {
      const isLong = alignmentOf().page.length >= fewestOfSpeaker;
      const isShared = isLong && (words !== null || sharesQuotedWords(page, corpus, alignmentOf()));
      return isShared ? speakerDifference(context, page, corpus) : null;
    },
  };
}

/** Two people can say fewer words without taking them from each other. */
const fewestOfSpeaker = 6;

/** What the comparison comes to. */
export interface Verdict {
  readonly relation: Relation;
  readonly score: number;
  readonly differences: readonly Difference[];
  /** Of two languages only. */
  readonly agreements?: readonly Agreement[];
}

/** The same words are the same whatever the model says; the least score of the other close ones. */
const wholeScore = 0.99;
const runScore = 0.93;
const nearScore = 0.85;
/** Fewer content words say too little to be recognised in other words. */
const fewestUnits = 4;

/**
 * What is said in other words must still share something of its own, whatever stands around it:
 * weight in common (1 is sixty bits), and a share of the shorter one. Of retellings, one in ten
 * shares less.
 */
const leastSharedBits = 0.1;
const leastCover = 0.12;

/** Or share its meaning, as this cosine has it. */
const leastMeant = 0.4;

/**
 * Log-odds given back where the rest is the same statement: what fills a slot otherwise, and the
 * words of a denial, counted as unlike before.
 */
const changedSlot = 1;

/** Log-odds that two passages must come to by themselves: what stands beside them says no more than that they may. */
const leastAlone = -1;
/** Of what the smallness of a library adds, so much counts as their own, where only other words tell of them. */
const mostOfLibrary = 0.3;

/**
 * Pairs with less log-odds than this are not shown, whatever stands around them, unless their
 * wording is close.
 */
export function leastLogit(minScore: number, prior: number): number {
  const around = changedSlot + prior + mostOfNeighbours;
  return Math.max(leastAlone - prior, Math.log(minScore / (1 - minScore)) - around);
}

/** True if what two passages share is enough by itself for the relation that they are in. */
export function standsAlone(
  { logit, features, model }: Comparison,
  { relation }: Verdict,
  prior: number,
): boolean {
  if (relation !== "reworded") return true;
  const ofLibrary = (model.weights.fewness ?? 0) * features.fewness;
  return logit + prior - Math.max(0, ofLibrary - mostOfLibrary) >= leastAlone;
}

/**
 * The relation, its score and the differences; null below the score.
 * @param support log-odds added for neighbouring passages that match as well
 */
export function verdictOf(
  comparison: Comparison,
  support: number,
  minScore: number,
): Verdict | null {
  const { page, corpus, words } = comparison;
  const logit = comparison.logit + support;
  if (scoreOf(comparison, logistic(logit + changedSlot)) < minScore) return null;
  if (!words && !isScored(comparison)) return null;
  if (isAcross(comparison)) return verdictAcross(comparison, logit, minScore);
  const told = toldApart(comparison);
  if (told.isOtherDeed) return null;
  const changes = areTwoVoices(comparison.voices) ? [] : quoteChanges(page, corpus);
  const relation = changes.length > 0 ? withChanges(told, changes) : told.relation;
  const isChanged = relation === "differs" || relation === "contradicts";
  const probability = logistic(isChanged ? logit + changedSlot : logit);
  const score = Math.round(1000 * scoreOf(comparison, probability)) / 1000;
  if (score < minScore) return null;
  // In a statement told quite otherwise, what stands in the place of a name answers nothing.
  const shown = relation === "reworded" ? [] : told.slots.filter(isToldOnce(changes));
  return {
    relation,
    score,
    differences: [...changes, ...differencesOf(page, corpus, comparison.alignment, shown)],
  };
}

/** "Word for word" is said of a quote only if neither side leaves anything out. */
function withChanges({ relation, slots }: ToldApart, changes: readonly Difference[]): Relation {
  const isOnlyChange = relation === "differs" && !slots.some(isToldOnce(changes));
  return relation === "verbatim" || isOnlyChange ? "near-verbatim" : relation;
}

/** A word that was exchanged in a quote is no other actor or number besides. */
function isToldOnce(changes: readonly Difference[]): (slot: SlotDifference) => boolean {
  return ({ kind, page, corpus }) =>
    kind === "negation" ||
    !changes.some((change) => change.page.includes(page) && change.corpus.includes(corpus));
}

/** What of one statement is told otherwise, and what that makes of the two. */
interface ToldApart {
  readonly slots: readonly SlotDifference[];
  readonly relation: Relation;
  /** True for nearly the same words that tell of another deed; what is quoted or copied whole stands. */
  readonly isOtherDeed: boolean;
}

/** Compares who did what, how many, when and where. */
export function toldApart(comparison: Comparison): ToldApart {
  const { page, corpus, pairs, alignment, words } = comparison;
  const found = slotDifferences(page, corpus, pairs, alignment, comparison.voices);
  const slots = withSpeakers(found, comparison.speakers);
  const relation = relationOf(comparison, slots);
  const isClose = words?.kind === "whole" || words?.kind === "run";
  const isFlagged = relation === "differs" || relation === "contradicts";
  const mayBeOther = !isClose && !isFlagged;
  return {
    slots,
    relation,
    isOtherDeed: mayBeOther && tellOtherDeeds(sidesOf(page, corpus, pairs, alignment)),
  };
}

/** Of two languages, only what is told in other words, or the same with another number or date. */
function verdictAcross(comparison: Comparison, logit: number, minScore: number): Verdict | null {
  const { page, corpus, pairs } = comparison;
  const score = Math.round(1000 * scoreOf(comparison, logistic(logit))) / 1000;
  if (score < minScore) return null;
  const slots = score < surelySame ? [] : slotsAcross(page, corpus, pairs);
  return {
    relation: slots.length > 0 ? "differs" : "reworded",
    score,
    differences: slots.map((slot) => ({ kind: slot.kind, page: slot.page, corpus: slot.corpus })),
    agreements: agreementsOf(page, corpus, pairs),
  };
}

/** The names, numbers and dates of the page that the corpus passage has too, each as it is printed there. */
function agreementsOf(
  page: PreparedPassage,
  corpus: PreparedPassage,
  pairs: readonly Pair[],
): readonly Agreement[] {
  return pairs.flatMap(({ page: i, corpus: j }): Agreement[] => {
    const one = page.units[i]!;
    const other = corpus.units[j]!;
    if (one.kind === "word" || one.kind !== other.kind) return [];
    const texts = {
      page: page.text.slice(one.start, one.end),
      corpus: corpus.text.slice(other.start, other.end),
    };
    return [{ kind: one.kind, ...texts }];
  });
}

function isAcross({ meaning }: Comparison): boolean {
  return meaning !== null && !meaning.isOneLanguage;
}

/** True if the relation hangs on the score: the wording is not close, and enough is shared. */
export function isScored({ words, page, corpus, features, meaning }: Comparison): boolean {
  if (words !== null || Math.min(page.units.length, corpus.units.length) < fewestUnits)
    return false;
  if (meaning !== null && meaning.features.cosine >= leastMeant) return true;
  return features.sharedBits >= leastSharedBits && features.coverMax >= leastCover;
}

/** What one side denies is not given to two. */
function withSpeakers(slots: readonly SlotDifference[], speakers: SlotDifference | null) {
  const isKnown = slots.some(({ kind }) => kind === "negation");
  return speakers === null || isKnown ? slots : [...slots, speakers];
}

function scoreOf({ words }: Comparison, probability: number): number {
  switch (words?.kind) {
    case "whole":
      return wholeScore;
    case "run":
      return Math.min(0.97, Math.max(probability, runScore));
    case "near":
      return Math.min(0.97, Math.max(probability, nearScore + words.cover / 10));
    default:
      return Math.min(0.95, probability);
  }
}

/** From this score on, a number that is another one answers the same question. */
const surelySame = 0.8;

/** Apart from the slots, two statements must be this alike for one to be the other changed. */
const sameStatement = 0.45;
/** Two names in one place are often two names of one: more must be alike. */
const sameActed = 0.6;
/** A denial is told in fewer words than what it denies. */
const sameDenied = 0.4;
/** Of what the shorter one says so much must stand in the other, whichever slot it is. */
const leastCovered = 0.6;
const leastDenied = 0.5;

/** A sentence that stands within a longer one, but for the slot. */
const surelyCovered = 0.8;

const leastLikeness: Readonly<Partial<Record<SlotDifference["kind"], number>>> = {
  number: sameStatement,
  date: sameStatement,
  place: sameActed,
  actor: sameActed,
  speaker: sameActed,
  negation: sameDenied,
};

function relationOf(comparison: Comparison, slots: readonly SlotDifference[]): Relation {
  const { words } = comparison;
  const { dice, cover } = likenessWithout(comparison, slots);
  const isPart = cover >= surelyCovered;
  const holds = slots.filter(({ kind }) => {
    const covered = kind === "negation" ? leastDenied : leastCovered;
    return (dice >= (leastLikeness[kind] ?? 1) || isPart) && cover >= covered;
  });
  if (holds.some(({ kind }) => kind === "negation")) return "contradicts";
  if (holds.length > 0) return "differs";
  if (words?.kind === "whole" || words?.kind === "run") return "verbatim";
  return words ? "near-verbatim" : "reworded";
}

/**
 * What both say that is shared, slots left out: as a share of both, and of the one of which more is.
 */
export function likenessWithout(
  { page, corpus, pairs }: Comparison,
  slots: readonly SlotDifference[],
) {
  let shared = 0;
  for (const pair of pairs) {
    const one = page.units[pair.page]!;
    const other = corpus.units[pair.corpus]!;
    shared += pair.strength * Math.min(one.weight, other.weight);
  }
  const rest = { page: page.weight, corpus: corpus.weight };
  for (const { pageWeight, corpusWeight } of slots) {
    rest.page -= pageWeight;
    rest.corpus -= corpusWeight;
  }
  return {
    dice: (2 * shared) / Math.max(1, rest.page + rest.corpus),
    cover: shared / Math.max(1, Math.min(rest.page, rest.corpus)),
  };
}
