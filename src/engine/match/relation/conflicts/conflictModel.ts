import weights from "../../../../../assets/model/conflicts.json";
import type { Unit } from "../../candidates/preparedPassage.ts";
import { logistic } from "../../score/scoreModel.ts";
import type { Sides, SlotDifference } from "../slotSides.ts";
import { isBesideSaying } from "../slots/factSlots.ts";
import { fateOf } from "../slots/fates.ts";
import { differenceOf, type PossibleConflict, possibleConflicts } from "./possibleConflicts.ts";

/** What is known of two statements as a whole. */
export interface PairLikeness {
  /** Log-odds that an editor would call the two the same. */
  readonly logit: number;
  /** The cosine of the encoder's vectors; null without them. */
  readonly cosine: number | null;
}

/** Named features of a possible conflict, of about 0..1. */
export type ConflictFeatures = Readonly<Record<string, number>>;

/**
 * The least probability of a conflict that is shown: of the pairs that the model was fitted to, left
 * out in turn, nine of ten that it adds to the rules' are right.
 */
const leastProbability = 0.75;

/**
 * Returns what two statements are at odds over, though their words differ too much for the rules to
 * tell; null if there is nothing, or if they differ in two kinds of facts, as two events do.
 */
export function conflictOf(sides: Sides, likeness: PairLikeness): SlotDifference | null {
  const found = weighedConflicts(sides, likeness).map(({ conflict, features }) => ({
    conflict,
    probability: probabilityOf(features, likeness.cosine !== null),
  }));
  const [best] = found.sort((a, b) => b.probability - a.probability);
  if (best === undefined || best.probability < leastProbability) return null;
  const isOfTwoKinds = found.some(
    ({ conflict, probability }) => conflict.kind !== best.conflict.kind && probability >= likely,
  );
  return isOfTwoKinds ? null : differenceOf(sides, best.conflict);
}

/** The probability of a second conflict from which two statements are of two events. */
const likely = 0.4;

/** Returns all that two statements may be at odds over, with the features of each. */
export function weighedConflicts(
  sides: Sides,
  likeness: PairLikeness,
): readonly { readonly conflict: PossibleConflict; readonly features: ConflictFeatures }[] {
  const all = possibleConflicts(sides);
  const hasDates = all.some(({ kind }) => kind === "date");
  return all.map((conflict) => ({
    conflict,
    features: featuresOf(sides, conflict, hasDates, likeness),
  }));
}

/** Returns the probability of a conflict, by the weights with the vectors or without. */
function probabilityOf(features: ConflictFeatures, withVectors: boolean): number {
  const model = withVectors ? weights.vectors : weights.words;
  const sum = weights.features.reduce(
    (sum, name, at) => sum + (features[name] ?? 0) * model.weights[at]!,
    model.intercept,
  );
  return logistic(sum);
}

/** Log-odds beyond this say no more. */
const mostLogit = 4;
/** Cosines of unrelated statements, and the range above them. */
const unrelated = 0.8;
const cosineRange = 0.2;
/** Numbers whose ratio is this power of ten seldom answer one question. */
const farPower = 2;
const mostFree = 3;

function featuresOf(
  sides: Sides,
  { kind, page, corpus }: PossibleConflict,
  hasDates: boolean,
  { logit, cosine }: PairLikeness,
): ConflictFeatures {
  const isNumber = kind === "number";
  const isSaidBy = isBesideSaying(sides.pageSide, page) || isBesideSaying(sides.corpusSide, corpus);
  return {
    date: flag(kind === "date"),
    name: flag(kind === "name"),
    fates: isNumber ? fates(sides, page, corpus) : 0,
    far: isNumber ? farness(sides.page.units[page]!, sides.corpus.units[corpus]!) : 0,
    otherDates: flag(kind !== "date" && hasDates),
    modal: flag(tellsOfPlans(sides.page) !== tellsOfPlans(sides.corpus)),
    free: Math.min(mostFree, freeFacts(sides, page, corpus)) / mostFree,
    source: flag(kind === "name" && isSaidBy),
    logit: Math.max(-mostLogit, Math.min(mostLogit, logit)) / mostLogit,
    cosine: cosine === null ? 0 : (cosine - unrelated) / cosineRange,
  };
}

function flag(isSo: boolean): number {
  return isSo ? 1 : 0;
}

/** Returns 1 for two numbers of the dead, the hurt or the missing; less than 0 if only one is. */
function fates({ pageSide, corpusSide }: Sides, page: number, corpus: number): number {
  const [a, b] = [fateOf(pageSide, page), fateOf(corpusSide, corpus)];
  if (a === null && b === null) return 0;
  return a === b ? 1 : -0.5;
}

/** Returns how far apart two numbers are: 1 from a factor of a hundred. */
function farness(a: Unit, b: Unit): number {
  const [one, other] = [Math.abs(a.number!.value), Math.abs(b.number!.value)];
  if (Math.min(one, other) === 0) return 1;
  return Math.min(1, Math.abs(Math.log10(one / other)) / farPower);
}

/** Words for what is planned or possible. */
const plans =
  /^(?:can|could|may|might|should|must|would|will|plan|plans|planned|expected|expects|hopes|aims|wants)$/;

function tellsOfPlans({ words }: Sides["page"]): boolean {
  return words.some(({ folded }) => plans.test(folded));
}

/** Counts the names, numbers and dates that only one statement has, besides the two; of the side with fewer. */
function freeFacts(sides: Sides, page: number, corpus: number): number {
  const isFree = ({ kind }: Unit, isPaired: boolean, isOwn: boolean) =>
    kind !== "word" && !isPaired && !isOwn;
  const here = sides.page.units.filter((unit, at) =>
    isFree(unit, sides.partner.has(at), at === page),
  );
  const there = sides.corpus.units.filter((unit, at) =>
    isFree(unit, sides.taken.has(at), at === corpus),
  );
  return Math.min(here.length, there.length);
}
