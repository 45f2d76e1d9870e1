/**
 * Compares two passages and decides their relation. The file is over 300 lines because the
 * thresholds of the relations are balanced against each other and are read together.
 */
import type { Agreement, Difference, Relation } from "../model/index.ts";
import { type Pair, pairUnits } from "./candidates/pairing.ts";
import type { PreparedPassage } from "./candidates/preparedPassage.ts";
import type { MeaningEvidence } from "./meaning/meaningFeatures.ts";
import { exchangedVerbs } from "./relation/actions/exchangedVerbs.ts";
import { isExchangedWish } from "./relation/actions/exchangedWishes.ts";
import { type OtherAction, otherActionOf } from "./relation/actions/roles.ts";
import { quoteChanges } from "./relation/quotes/quoteChanges.ts";
import { sharesQuotedWords } from "./relation/quotes/quotedWords.ts";
import { type WordRelation, wordRelation } from "./relation/relation.ts";
import { type Sides, type SlotBasis, type SlotDifference, sidesOf } from "./relation/slotSides.ts";
import { areTwoOccasions, areTwoRequests, areTwoSurveys } from "./relation/slots/occasions.ts";
import { slotDifferences, slotsAcross } from "./relation/slots/slots.ts";
import { areTwoVoices, type Speakers, speakerDifference } from "./relation/speakers.ts";
import { differencesOf } from "./relation/wording/differences.ts";
import { alignWords, type WordAlignment } from "./relation/wording/wordAlignment.ts";
import { type Features, featuresOf, type PairContext } from "./score/features.ts";
import {
  logistic,
  logitOf,
  modelFor,
  mostOfNeighbours,
  type ScoreModel,
} from "./score/scoreModel.ts";
import type { StoryTie } from "./score/story.ts";

/** The comparison of two passages, before their neighbours count. */
export interface Comparison {
  readonly page: PreparedPassage;
  readonly corpus: PreparedPassage;
  readonly pairs: readonly Pair[];
  /** Computed when first read, since most pairs are rejected without it. */
  readonly alignment: WordAlignment;
  readonly features: Features;
  /** The model for what is known of the pair: words only, or vectors as well. */
  readonly model: ScoreModel;
  readonly meaning: MeaningEvidence | null;
  /** Log-odds that an editor would call the two the same. */
  readonly logit: number;
  readonly words: WordRelation | null;
  /**
   * The speakers, if two persons are quoted with the same words; null if they agree or are unknown.
   */
  readonly speakers: SlotDifference | null;
  /** The speakers of the two passages. */
  readonly voices: Speakers;
  /** How the two articles are related. */
  readonly story: StoryTie;
  /** True if the same sentence is about two events, each of its own article's time. */
  readonly isOfTwoOccasions: boolean;
}

/** Pairs the units of two passages and computes features and log-odds. */
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
  const model = modelFor(meaning);
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
    story: context.story,
    get alignment() {
      return alignmentOf();
    },
    get speakers() {
      const isLong = alignmentOf().page.length >= fewestOfSpeaker;
      const isShared = isLong && (words !== null || sharesQuotedWords(page, corpus, alignmentOf()));
      return isShared ? speakerDifference(context, page, corpus) : null;
    },
    get isOfTwoOccasions() {
      if (words?.kind === "whole") return false;
      if (areTwoSurveys(page, corpus) || areTwoRequests(page, corpus, pairs)) return true;
      return features.farDays === 1 && areTwoOccasions(page, corpus, context.story.days);
    },
  };
}

/**
 * The fewest words for a difference of speakers. Two people may well say fewer words independently.
 */
const fewestOfSpeaker = 6;

/** The result of a comparison. */
export interface Verdict {
  readonly relation: Relation;
  readonly score: number;
  readonly differences: readonly Difference[];
  /** Only for passages in two languages. */
  readonly agreements?: readonly Agreement[];
}

/**
 * The least score of identical wording, whatever the model says; then that of other close wording.
 */
const wholeScore = 0.99;
const runScore = 0.93;
const nearScore = 0.85;
/** The fewest content words of a passage that can be matched in other words. */
const fewestWords = 4;
/** The same where vectors are certain: "It was completed in 2022" in a page told again. */
const fewestWordsMeant = 2;
/**
 * The same in two languages, whose model is surer: "Prosecutors had asked for six years". Otherwise a
 * longer sentence beside it is taken for it.
 */
const fewestWordsAcross = 3;

/**
 * What a match in other words must share by itself, whatever its neighbours: weight (1 is sixty
 * bits), and a share of the shorter passage. One in ten retellings shares less.
 */
const leastSharedBits = 0.1;
const leastCover = 0.12;

/** Or the least cosine of the two vectors. */
const leastMeant = 0.4;

/**
 * Log-odds added if two statements are the same except for one slot or a denial, whose words had
 * counted as differences.
 */
const changedSlot = 1;

/**
 * The least log-odds of two passages by themselves. Neighbours can only support a pair that is
 * possible.
 */
const leastAlone = -2;
/** The same for passages in two languages, whose model gives neighbours more weight. */
const leastAloneAcross = -1.2;
/**
 * Returns the log-odds below which a pair is not shown, whatever its neighbours, unless its wording
 * is close.
 */
export function leastLogit(minScore: number, prior: number): number {
  const around = changedSlot + prior + mostOfNeighbours;
  return Math.max(leastAlone - prior, Math.log(minScore / (1 - minScore)) - around);
}

/** True if what two passages share is enough for their relation without any neighbours. */
export function standsAlone(comparison: Comparison, { relation }: Verdict, prior: number): boolean {
  const least = isAcross(comparison) ? leastAloneAcross : leastAlone;
  return relation !== "reworded" || comparison.logit + prior >= least;
}

/**
 * Returns the relation, its score and the differences; null if the score is too low.
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
  const isCertain = comparison.meaning !== null && logistic(logit) >= certain;
  if (!words && !isScored(comparison) && !(isCertain && isShortButMeant(comparison))) return null;
  if (comparison.isOfTwoOccasions) return null;
  if (isAcross(comparison)) return verdictAcross(comparison, logit, minScore);
  const found = compareStatements(comparison, basisOf(comparison, logit));
  if (found.otherAction === "swapped" || found.otherAction === "exchanged") return null;
  if (found.otherAction !== null && !isCertain) return null;
  const changes = areTwoVoices(comparison.voices) ? [] : quoteChanges(page, corpus);
  const relation = changes.length > 0 ? withChanges(found, changes) : found.relation;
  const isChanged = relation === "differs" || relation === "contradicts";
  const probability = logistic(isChanged ? logit + changedSlot : logit);
  const score = Math.round(1000 * scoreOf(comparison, probability)) / 1000;
  if (score < minScore) return null;
  // In a loose rewording, two names in the same position are no difference.
  const shown = relation === "reworded" ? [] : found.slots.filter(isNoQuoteChange(changes));
  return {
    relation,
    score,
    differences: [...changes, ...differencesOf(page, corpus, comparison.alignment, shown)],
  };
}

/**
 * Returns the relation in the light of a quote's changes: a quote is "word for word" only if
 * neither side leaves anything out.
 */
function withChanges(
  { relation, slots }: StatementRelation,
  changes: readonly Difference[],
): Relation {
  const isOnlyChange = relation === "differs" && !slots.some(isNoQuoteChange(changes));
  return relation === "verbatim" || isOnlyChange ? "near-verbatim" : relation;
}

/**
 * Returns a predicate that is false for slots already listed as a change of the quote. Denials are
 * always kept.
 */
function isNoQuoteChange(changes: readonly Difference[]): (slot: SlotDifference) => boolean {
  return ({ kind, page, corpus }) =>
    kind === "negation" ||
    !changes.some((change) => change.page.includes(page) && change.corpus.includes(corpus));
}

/** The slots that two statements fill differently, and the relation that follows. */
interface StatementRelation {
  readonly slots: readonly SlotDifference[];
  readonly relation: Relation;
  /** Why nearly the same words are about another action; null for quotes and full copies. */
  readonly otherAction: OtherAction | null;
}

/** Compares who did what, how many, when and where. */
export function compareStatements(
  comparison: Comparison,
  basis: SlotBasis = "words",
): StatementRelation {
  const { page, corpus, pairs, alignment, words } = comparison;
  const { voices, speakers } = comparison;
  const sides = sidesOf(page, corpus, pairs, alignment, basis);
  const found = slotDifferences(sides, voices);
  const slots = withSpeakers(found, speakers);
  const relation = relationOf(comparison, slots, basis);
  if (words?.kind === "whole" || relation === "contradicts") {
    return { slots, relation, otherAction: null };
  }
  const mayBeOther = words?.kind !== "run" && relation !== "differs";
  const otherAction = mayBeOther ? otherActionOf(sides) : null;
  return {
    slots,
    relation,
    otherAction: isOtherVerb(comparison, sides) ? "exchanged" : otherAction,
  };
}

/** True if two statements agree in nearly all but a verb, which names another action or one only wished for. */
function isOtherVerb(comparison: Comparison, sides: Sides): boolean {
  const verbs = exchangedVerbs(sides);
  if (verbs === null && !isExchangedWish(sides)) return false;
  const { dice, cover } = likenessWithout(comparison, verbs === null ? [] : [verbs]);
  return dice >= sameButForVerb || cover >= surelyCovered;
}

/**
 * Returns the verdict for passages in two languages: "reworded", or the same with another number or
 * date.
 */
function verdictAcross(comparison: Comparison, logit: number, minScore: number): Verdict | null {
  const { page, corpus, pairs } = comparison;
  const score = Math.round(1000 * scoreOf(comparison, logistic(logit))) / 1000;
  if (score < minScore) return null;
  const slots = score < surelySameAcross ? [] : slotsAcross(page, corpus, pairs);
  return {
    relation: slots.length > 0 ? "differs" : "reworded",
    score,
    differences: slots.map((slot) => ({ kind: slot.kind, page: slot.page, corpus: slot.corpus })),
    agreements: agreementsOf(page, corpus, pairs),
  };
}

/** Returns the names, numbers and dates that both passages have, each as each side prints it. */
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

/** True if the relation depends on the score: the wording is not close, and enough is shared. */
export function isScored({ words, page, corpus, features, meaning }: Comparison): boolean {
  if (words !== null || Math.min(page.contentWords, corpus.contentWords) < fewestWords)
    return false;
  if (meaning !== null && meaning.features.cosine >= leastMeant) return true;
  return features.sharedBits >= leastSharedBits && features.coverMax >= leastCover;
}

/** True for two short statements whose vectors are nearly the same, or sure in two languages. */
function isShortButMeant(comparison: Comparison): boolean {
  const { page, corpus, meaning } = comparison;
  const fewest = Math.min(page.contentWords, corpus.contentWords);
  if (isAcross(comparison) && fewest >= fewestWordsAcross)
    return meaning!.features.cosine >= leastMeant;
  return fewest >= fewestWordsMeant && (meaning?.features.cosine ?? 0) >= surelyMeant;
}

/** Returns the slots with the difference of speakers, unless one side denies the statement. */
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

/**
 * The score by vectors from which two statements are the same in other terms: of the sentences of
 * two translations of the same news, all that rules took for other actions had more.
 */
const certain = 0.95;

/** The score from which two different numbers answer the same question. */
const surelySame = 0.8;
/** The same for statements in two languages, whose model is surer. */
const surelySameAcross = 0.86;
/** The least cosine of two such statements in one language. */
const surelyMeant = 0.6;

/** Returns what shows that two statements in one language are the same. */
function basisOf({ meaning, features }: Comparison, logit: number): SlotBasis {
  if (meaning === null || features.farDays === 1) return "words";
  if (meaning.features.cosine < surelyMeant) return "words";
  if (logistic(logit) >= certain) return "certain";
  return logistic(logit + changedSlot) >= surelySame ? "meaning" : "words";
}

/**
 * The least similarity of two statements, slots excluded, for one to be a changed version of the
 * other.
 */
const sameStatement = 0.45;
/**
 * The same for actors, which needs more: two names in one position are often two names of one
 * actor.
 */
const sameActed = 0.6;
/** The same for denials, which have fewer words than what they deny. */
const sameDenied = 0.4;
/** The least share of the shorter statement that the other must contain, for any slot. */
const leastCovered = 0.6;
const leastDenied = 0.5;

/**
 * The least similarity of two statements, their verbs excluded, from which another verb makes them two
 * statements. Looser ones may tell one event by two of its actions.
 */
const sameButForVerb = 0.6;

/** The share of the shorter statement from which it counts as contained in the longer one. */
const surelyCovered = 0.8;

const leastLikeness: Readonly<Partial<Record<SlotDifference["kind"], number>>> = {
  number: sameStatement,
  date: sameStatement,
  place: sameActed,
  actor: sameActed,
  speaker: sameActed,
  negation: sameDenied,
};

/** What may differ between statements that are the same by more than their words. */
const sureKinds: Readonly<Record<SlotBasis, readonly SlotDifference["kind"][]>> = {
  words: [],
  meaning: ["number", "date"],
  certain: ["number", "date", "place", "actor"],
  across: [],
};

function relationOf(
  comparison: Comparison,
  slots: readonly SlotDifference[],
  basis: SlotBasis,
): Relation {
  const { words } = comparison;
  const { dice, cover } = likenessWithout(comparison, slots);
  const isPart = cover >= surelyCovered;
  const holds = slots.filter(({ kind }) => {
    if (sureKinds[basis].includes(kind)) return true;
    const covered = kind === "negation" ? leastDenied : leastCovered;
    return (dice >= (leastLikeness[kind] ?? 1) || isPart) && cover >= covered;
  });
  if (holds.some(({ kind }) => kind === "negation")) return "contradicts";
  if (holds.length > 0) return "differs";
  if (words === null) return "reworded";
  const isClose = words.kind === "whole" || words.kind === "run";
  return isClose && !words.hasExchanged ? "verbatim" : "near-verbatim";
}

/**
 * Returns the shared share of two statements with the slots excluded: of both, and of the one that
 * shares more.
 */
export function likenessWithout(
  { page, corpus, pairs }: Comparison,
  slots: readonly Pick<SlotDifference, "pageWeight" | "corpusWeight">[],
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
