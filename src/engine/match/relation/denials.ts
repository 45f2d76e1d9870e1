/**
 * Denials: a no before what the other passage says to be so. A no may belong to another verb, be taken
 * back by a second one, or leave the rest true ("not yet", "not only"): all of that is no denial.
 */
import { knownName } from "../../facts/aliases.ts";
import { stem } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";
import type { Pair } from "../candidates/pairing.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import { assertionAt } from "./assertion.ts";
import { isOfOneClause } from "./clauseMatter.ts";
import { freeNegations, isDenial, isLightAfter, isNobody, negationBefore } from "./negations.ts";
import { haveOtherAgents, shareArguments } from "./roles.ts";
import { isSameVerb } from "./sameQuestion.ts";
import { placeOfWord, type Side, type Sides } from "./slotSides.ts";
import { haveOneObject, verbPairs } from "./verbPairs.ts";
import { isFormOfBe } from "./verbs.ts";

/** The negations that each side has for itself. */
export interface FreeNegations {
  /** Places of words. */
  readonly page: readonly number[];
  readonly corpus: readonly number[];
  /** True if both also negate with one word: a further no is only a reinforcement. */
  readonly isShared: boolean;
}

/** Finds the negations that are on the matter of both and turn round what follows them. */
export function freeNegationsOf(sides: Sides): FreeNegations {
  const { page, corpus, alignment, partner, taken } = sides;
  return {
    page: freeNegations(page, alignment.page).filter(
      isOnMatter(sides.pageSide, (unit) => partner.has(unit)),
    ),
    corpus: freeNegations(corpus, alignment.corpus).filter(
      isOnMatter(sides.corpusSide, (unit) => taken.has(unit)),
    ),
    isShared: page.negations.some((place) => alignment.page.includes(place)),
  };
}

/** What one side says and the other denies. */
export interface Denial {
  /** The word of the page and of the corpus passage. */
  readonly one: Unit;
  readonly other: Unit;
  /** The no of the side that denies it; null on the other. */
  readonly pageNo: Token | null;
  readonly corpusNo: Token | null;
}

/** The denial that is beyond doubt; null if there is none. */
export function plainDenial(
  sides: Sides,
  pairs: readonly Pair[],
  free: FreeNegations,
): Denial | null {
  if (free.isShared || free.page.length + free.corpus.length === 0) return null;
  // A second no, on either side, may take back the first: "did not deny", "not without".
  const isTwice = free.page.length > 0 && free.corpus.length > 0;
  if (isTwice || areNear([...free.page, ...free.corpus])) return null;
  return isPlainDenial(sides, free.page.length > 0) ? deniedPair(sides, pairs, free) : null;
}

/**
 * True if it is a deed that is denied, of the same doer: "had not fired at the officers", and not "is
 * not good" or "should not be built", on which two people may well differ.
 */
export function isDeedDenied({ pageSide, corpusSide, partner }: Sides, denial: Denial): boolean {
  const page = placeOfWord(pageSide.passage, denial.one);
  const corpus = placeOfWord(corpusSide.passage, denial.other);
  if (!isDeedAt(pageSide, page) || !isDeedAt(corpusSide, corpus)) return false;
  if (clauseHas(pageSide, page, judging) || clauseHas(corpusSide, corpus, judging)) return false;
  const doers = unitsBefore(corpusSide, corpus);
  return unitsBefore(pageSide, page).some((unit) => doers.includes(partner.get(unit) ?? -1));
}

/** True for a verb; after a form of "be" only a participle is one: "was not fired", and not "was not free". */
function isDeedAt({ passage: { words }, clauses }: Side, place: number): boolean {
  if (clauses.isVerb[place] !== true) return false;
  let before = place - 1;
  while (before >= 0 && /^(?:not|never|.+ly)$/.test(words[before]!.folded)) before--;
  const isAfterBe = before >= 0 && isFormOfBe(words[before]!.folded);
  return !isAfterBe || words[place]!.form.stem !== words[place]!.folded;
}

/** With these a clause tells what ought to be, or will. */
const judging: ReadonlySet<string> = new Set(
  "should must ought shall will would may might can could need needs".split(" "),
);

/** Units of a word's clause that stand before it. */
function unitsBefore({ passage, clauses }: Side, place: number): readonly number[] {
  return passage.units.flatMap((unit, i) => {
    const at = placeOfWord(passage, unit);
    return at < place && clauses.of[at] === clauses.of[place] ? [i] : [];
  });
}

/** False where a word of only one side says no as well, and may take the no back or agree with it. */
function isPlainDenial(sides: Sides, isPageDenying: boolean): boolean {
  const { page, corpus, alignment } = sides;
  const verbs = verbPairs(sides);
  const shared = {
    page: [...alignment.page, ...verbs.map((verb) => verb.page)],
    corpus: [...alignment.corpus, ...verbs.map((verb) => verb.corpus)],
  };
  return isPageDenying
    ? !hasStem(page, shared.page, refusals) && !isNegative(corpus, shared.corpus)
    : !isNegative(page, shared.page) && !hasStem(corpus, shared.corpus, refusals);
}

/** Words between two negations of which the second may take back the first. */
const takenBackReach = 12;

function areNear(places: readonly number[]): boolean {
  return places.some((place, i) => i > 0 && place - places[i - 1]! <= takenBackReach);
}

/** True for a no in a clause that has something in common with the other passage, and for a denial of the next one. */
function isOnMatter(
  { passage, clauses }: Side,
  isPaired: (unit: number) => boolean,
): (no: number) => boolean {
  return (no) =>
    isDenial(passage.words[no]!) ||
    passage.units.some(
      (unit, i) => isPaired(i) && clauses.of[placeOfWord(passage, unit)] === clauses.of[no],
    );
}

/** A word of each side that may be denied on one of them. */
interface DeniedPair {
  readonly one: Unit;
  readonly other: Unit;
}

/** What both say, and verbs of one base form, which may be no pair: "broke" and "break". */
function deniable(sides: Sides, pairs: readonly Pair[]): readonly DeniedPair[] {
  const { page, corpus } = sides;
  const unitAt = ({ units, words }: PreparedPassage, place: number) =>
    units.find(({ start }) => start === words[place]!.start);
  const verbs = verbPairs(sides).map((verb): DeniedPair => {
    const one = unitAt(page, verb.page) ?? lightUnit(page, verb.page);
    const other = unitAt(corpus, verb.corpus) ?? lightUnit(corpus, verb.corpus);
    return { one: { ...one, stem: other.stem }, other };
  });
  const paired = pairs.map((pair) => ({
    one: page.units[pair.page]!,
    other: corpus.units[pair.corpus]!,
  }));
  const { alignment } = sides;
  const aligned = alignment.page.flatMap((place, i): DeniedPair[] => {
    const one = unitAt(page, place);
    const other = unitAt(corpus, alignment.corpus[i]!);
    return one && other ? [{ one, other }] : [];
  });
  return [...verbs, ...paired, ...aligned];
}

/** A verb that is no unit, since it tells little: "knew". */
function lightUnit({ words }: PreparedPassage, place: number): Unit {
  const { start, end, form } = words[place]!;
  const nothing = {
    parts: [],
    groups: [],
    weight: 0,
    telling: 0,
    name: null,
    number: null,
    date: null,
  };
  return { ...nothing, start, end, kind: "word", key: form.stemHash, stem: form.stem };
}

/** The first of what one side says and the other denies. */
function deniedPair(sides: Sides, pairs: readonly Pair[], free: FreeNegations): Denial | null {
  const { page, corpus } = sides;
  for (const { one, other } of deniable(sides, pairs)) {
    if (!isDeniable(page, one) || isAnsweredElsewhere(sides, one, other)) continue;
    if (isAsked(page, one) || isAsked(corpus, other)) continue;
    const pageNo = negationBefore(page, free.page, one);
    const corpusNo = negationBefore(corpus, free.corpus, other);
    const no = pageNo ?? corpusNo;
    // A denial is told in other words; after "not", a word that is only related is another deed.
    if (no === null || (one.stem !== other.stem && !isDenial(no))) continue;
    if (isSaidOfTheSame(sides, no, one, other, pageNo !== null))
      return { one, other, pageNo, corpusNo };
  }
  return null;
}

/** Words, and what somebody is or is not: "not a Belgian citizen". */
function isDeniable({ text }: PreparedPassage, { kind, name, start, end }: Unit): boolean {
  if (kind === "word") return true;
  return name !== null && knownName(text.slice(start, end))?.isDemonym === true;
}

/** Words in a denying clause that leave the rest of it true: "not yet", "not since May", "not without". */
const limits: ReadonlySet<string> = new Set(
  "yet since unless without before until except otherwise but".split(" "),
);
/** What is told with these is not said to be so. */
const doubts: ReadonlySet<string> = new Set(
  "question questions allegation allegations accusation accusations rumour rumours rumor rumors alleged whether".split(
    " ",
  ),
);
const modals: ReadonlySet<string> = new Set("may might must should shall ought".split(" "));
/** "Can" is not yet "does"; "could not" is "did not". */
const abilities: ReadonlySet<string> = new Set(["can", "could"]);

/**
 * True if the denial is of what the other side says: that it is so, in as many words, under the same
 * "can" or "should", and of the same things.
 */
function isSaidOfTheSame(
  sides: Sides,
  no: Token,
  one: Unit,
  other: Unit,
  isPageDenying: boolean,
): boolean {
  const { page, corpus, pageSide, corpusSide } = sides;
  const [pageAt, corpusAt] = [placeOfWord(page, one), placeOfWord(corpus, other)];
  const [denying, denyingAt] = isPageDenying ? [pageSide, pageAt] : [corpusSide, corpusAt];
  const [saying, sayingAt] = isPageDenying ? [corpusSide, corpusAt] : [pageSide, pageAt];
  if (assertionAt(saying, sayingAt) !== "yes" || clauseHas(saying, sayingAt, doubts)) return false;
  const isPlainNo = !isDenial(no) && !isLightAfter(denying.passage, no);
  if (isPlainNo && assertionAt(denying, denyingAt) === "open") return false;
  if (hasLimit(denying.passage, no)) return false;
  if (clauseHas(denying, denyingAt, modals) !== clauseHas(saying, sayingAt, modals)) return false;
  const isAble =
    clauseHas(saying, sayingAt, abilities) && !clauseHas(denying, denyingAt, abilities);
  if (isAble) return false;
  const isOfNoun = no.folded === "no" && !isLightAfter(denying.passage, no);
  if (isOfNoun && !isSameDeed(sides, one, other)) return false;
  const place = { page: pageAt, corpus: corpusAt };
  const areVerbs = pageSide.clauses.isVerb[pageAt] && corpusSide.clauses.isVerb[corpusAt];
  const isOfNobody = isNobody(denying.passage, denying.passage.words.indexOf(no));
  if (areVerbs && !isDenial(no) && !isOfNobody && haveOtherAgents(sides, place)) return false;
  return (
    shareArguments(sides, place) &&
    haveOneObject(sides, pageAt, corpusAt) &&
    isOfOneClause(sides, pageAt, corpusAt)
  );
}

/** How far a limit stands from the no that it belongs to. */
const limitReach = 12;

function hasLimit({ words }: PreparedPassage, no: Token): boolean {
  const at = words.indexOf(no);
  if (no.folded === "never") return false;
  return words.slice(at + 1, at + 1 + limitReach).some(({ folded }) => limits.has(folded));
}

function clauseHas({ passage, clauses }: Side, place: number, words: ReadonlySet<string>): boolean {
  return passage.words.some(
    ({ folded }, at) => clauses.of[at] === clauses.of[place] && words.has(folded),
  );
}

/** After "no", a noun: there is none of it only where the other side has it by the same verb. */
function isSameDeed(sides: Sides, one: Unit, other: Unit): boolean {
  const i = sides.page.units.findIndex(({ start }) => start === one.start);
  const j = sides.corpus.units.findIndex(({ start }) => start === other.start);
  return isSameVerb(sides, i, j) !== false;
}

/** True if, in the order of the words, another word of the page answers the corpus's: "who dislike me … who like me". */
function isAnsweredElsewhere({ page, corpus, alignment }: Sides, one: Unit, other: Unit): boolean {
  const at = alignment.corpus.indexOf(placeOfWord(corpus, other));
  return at >= 0 && alignment.page[at] !== placeOfWord(page, one);
}

/** True for what is asked or supposed: "asked if he had been in contact". */
function isAsked(passage: PreparedPassage, unit: Unit): boolean {
  const place = placeOfWord(passage, unit);
  return passage.words
    .slice(Math.max(0, place - askedReach), place)
    .some(({ folded }) => folded === "if" || folded === "whether");
}

const askedReach = 6;

/** Stems that say no without a negation: "declined to comment" is "had no comment". */
const negativeStems: ReadonlySet<string> = new Set(
  (
    "declined refused failed failure exception lacked lost unless prevented stopped avoided hardly barely yet rather instead " +
    "unable unlikely reject rejected oppose opposed abandon dismissed forbid banned barred ended ignore illegal " +
    "quit halted against exempt impossible removed dropped missing absent few little empty free"
  )
    .split(" ")
    .map(stem),
);

/** Of these, the deeds: after one of them a no may take it back, "refused to work without it". */
const refusals: ReadonlySet<string> = new Set(
  "declined refused failed rejected opposed stopped prevented avoided".split(" ").map(stem),
);

/** True if a word that the other side does not have says no: a coalition "against" somebody is one on both. */
function isNegative(passage: PreparedPassage, aligned: readonly number[]): boolean {
  return hasStem(passage, aligned, negativeStems);
}

function hasStem(
  { words }: PreparedPassage,
  aligned: readonly number[],
  stems: ReadonlySet<string>,
): boolean {
  return words.some(({ folded }, place) => stems.has(stem(folded)) && !aligned.includes(place));
}
