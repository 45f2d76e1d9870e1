/**
 * Finds denials: one passage negates what the other asserts. A negation does not deny if it belongs
 * to another verb, if a second negation cancels it, or if it leaves the rest true ("not yet", "not
 * only"). The file is longer than most because all its rules work on the same pair of words and its
 * negation.
 */
import { knownName } from "../../../facts/names/aliases.ts";
import { stem } from "../../../text/stems.ts";
import type { Token } from "../../../text/tokens.ts";
import type { PreparedPassage, Unit } from "../../candidates/preparedPassage.ts";
import { haveOtherAgents } from "../actions/agents.ts";
import { shareArguments } from "../actions/arguments.ts";
import { areTwoParts, isOtherHead } from "../actions/heads.ts";
import { haveOneObject, verbPairs } from "../actions/verbPairs.ts";
import { isFormOfBe } from "../actions/verbs.ts";
import { type Side, type Sides, wordIndexOf } from "../slotSides.ts";
import { isSameVerb } from "../slots/sameQuestion.ts";
import { assertionAt } from "./assertion.ts";
import { isOfOneClause } from "./clauseMatter.ts";
import { freeNegations, isDenial, isLightAfter, isNobody, negationBefore } from "./negations.ts";

/** The negations that only one of the two passages has. */
export interface FreeNegations {
  /** Indices of words. */
  readonly page: readonly number[];
  readonly corpus: readonly number[];
  /** True if both passages also share a negation: a further one then only reinforces it. */
  readonly isShared: boolean;
}

/**
 * Returns the negations that concern what both passages speak of and that reverse what follows
 * them.
 */
export function freeNegationsOf(sides: Sides): FreeNegations {
  const { page, corpus, alignment, partner, taken } = sides;
  return {
    page: freeNegations(page, alignment.page).filter(
      isOnMatter(sides.pageSide, (unit) => partner.has(unit)),
    ),
    corpus: freeNegations(corpus, alignment.corpus).filter(
      isOnMatter(sides.corpusSide, (unit) => taken.has(unit)),
    ),
    isShared: page.negations.some((index) => alignment.page.includes(index)),
  };
}

/** A statement of one passage that the other denies. */
export interface Denial {
  /** The denied word in the page's passage and in the corpus passage. */
  readonly one: Unit;
  readonly other: Unit;
  /** The negation in the page's passage; null if the corpus passage denies. */
  readonly pageNo: Token | null;
  readonly corpusNo: Token | null;
}

/** Returns the denial if it is certain; null if there is none. */
export function plainDenial(sides: Sides, free: FreeNegations): Denial | null {
  return denialsOf(sides, free).find((denial) => !isSaidOfSome(sides, denial)) ?? null;
}

/**
 * True if one passage denies of some what the other asserts of others: "Twenty members did not approve
 * the budget" beside "Forty members approved the budget".
 */
export function isDeniedOfOthers(sides: Sides): boolean {
  const denials = denialsOf(sides, freeNegationsOf(sides));
  return denials.length > 0 && denials.every((denial) => isSaidOfSome(sides, denial));
}

/** Returns what one passage denies of the same or of others. */
function denialsOf(sides: Sides, free: FreeNegations): readonly Denial[] {
  if (free.isShared || free.page.length + free.corpus.length === 0) return [];
  // A second negation, on either side, may cancel the first: "did not deny", "not without".
  const isTwice = free.page.length > 0 && free.corpus.length > 0;
  if (isTwice || areNear([...free.page, ...free.corpus])) return [];
  return isPlainDenial(sides, free.page.length > 0) ? deniedPairs(sides, free) : [];
}

/**
 * True if the denied word is an action of the same agent: "had not fired at the officers". False
 * for "is not good" or "should not be built", where two people may hold different opinions.
 */
export function isActionDenied({ pageSide, corpusSide, partner }: Sides, denial: Denial): boolean {
  const page = wordIndexOf(pageSide.passage, denial.one);
  const corpus = wordIndexOf(corpusSide.passage, denial.other);
  if (!isActionAt(pageSide, page) || !isActionAt(corpusSide, corpus)) return false;
  if (clauseHas(pageSide, page, judging) || clauseHas(corpusSide, corpus, judging)) return false;
  const doers = unitsBefore(corpusSide, corpus);
  return unitsBefore(pageSide, page).some((unit) => doers.includes(partner.get(unit) ?? -1));
}

/**
 * True for a verb. After a form of "be" only a participle counts: "was not fired", but not "was not
 * free".
 */
function isActionAt({ passage: { words }, clauses }: Side, index: number): boolean {
  if (clauses.isVerb[index] !== true) return false;
  let before = index - 1;
  while (/^(?:not|never|.+ly)$/.test(words[before]?.folded ?? "")) before--;
  const isAfterBe = isFormOfBe(words[before]?.folded ?? "");
  return !isAfterBe || words[index]!.form.stem !== words[index]!.folded;
}

/** Words that show that a clause is about what should or will be. */
const judging: ReadonlySet<string> = new Set(
  "should must ought shall will would may might can could need needs".split(" "),
);

/** Returns the indices of the units before a word in its clause. */
function unitsBefore({ passage, clauses }: Side, index: number): readonly number[] {
  return passage.units.flatMap((unit, i) => {
    const at = wordIndexOf(passage, unit);
    return at < index && clauses.of[at] === clauses.of[index] ? [i] : [];
  });
}

/**
 * False if a word that only one side has is negative too: it may cancel the negation or agree with
 * it.
 */
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

/** The most words between two negations of which the second may cancel the first. */
const takenBackReach = 12;

function areNear(places: readonly number[]): boolean {
  return places.slice(1).some((index, i) => index - places[i]! <= takenBackReach);
}

/**
 * True for a negation in a clause that shares something with the other passage, and for a denial of
 * the next clause.
 */
function isOnMatter(
  { passage, clauses }: Side,
  isPaired: (unit: number) => boolean,
): (no: number) => boolean {
  return (no) =>
    isDenial(passage.words[no]!) ||
    passage.units.some(
      (unit, i) => isPaired(i) && clauses.of[wordIndexOf(passage, unit)] === clauses.of[no],
    );
}

/** A pair of words, one from each passage, that one passage may deny. */
interface DeniedPair {
  readonly one: Unit;
  readonly other: Unit;
}

/**
 * Returns the words that both passages contain, and verbs of one base form that pairing may miss:
 * "broke" and "break".
 */
function deniable(sides: Sides): readonly DeniedPair[] {
  const { page, corpus, pairs } = sides;
  const unitAt = ({ units, words }: PreparedPassage, index: number) =>
    units.find(({ start }) => start === words[index]!.start);
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
  const aligned = alignment.page.flatMap((index, i): DeniedPair[] => {
    const one = unitAt(page, index);
    const other = unitAt(corpus, alignment.corpus[i]!);
    return one && other ? [{ one, other }] : [];
  });
  return [...verbs, ...paired, ...aligned];
}

/** Makes a unit of a verb that is too common to be one: "knew". */
function lightUnit({ words }: PreparedPassage, index: number): Unit {
  const { start, end, form } = words[index]!;
  const nothing = {
    parts: [],
    groups: [],
    weight: 0,
    discountedWeight: 0,
    name: null,
    number: null,
    date: null,
  };
  return { ...nothing, start, end, kind: "word", key: form.stemHash, stem: form.stem };
}

/** Returns the pairs that one passage asserts and the other denies. */
function deniedPairs(sides: Sides, free: FreeNegations): readonly Denial[] {
  const { page, corpus } = sides;
  return deniable(sides).flatMap(({ one, other }): Denial[] => {
    if (!isDeniable(page, one) || isAnsweredElsewhere(sides, one, other)) return [];
    if (isAsked(page, one) || isAsked(corpus, other)) return [];
    const pageNo = negationBefore(page, free.page, one);
    const corpusNo = negationBefore(corpus, free.corpus, other);
    const no = pageNo ?? corpusNo;
    // Denials paraphrase what they deny. After "not", a word that is only related is another
    // action.
    if (no === null || (one.stem !== other.stem && !isDenial(no))) return [];
    const isSame = isSaidOfTheSame(sides, no, one, other, pageNo !== null);
    return isSame ? [{ one, other, pageNo, corpusNo }] : [];
  });
}

/**
 * True if one side counts who acts and the other does not, or counts another number: "50 workers show symptoms"
 * beside "workers did not show symptoms", who may be others. "No workers" are all of them.
 */
function isSaidOfSome(
  { pageSide, corpusSide }: Sides,
  { one, other, pageNo, corpusNo }: Denial,
): boolean {
  if (noneAtAll.test((pageNo ?? corpusNo)!.folded)) return false;
  return countBefore(pageSide, one) !== countBefore(corpusSide, other);
}

/** Returns the last number before a unit in its clause; null if there is none. */
function countBefore(side: Side, unit: Unit): number | null {
  const numbers = unitsBefore(side, wordIndexOf(side.passage, unit)).flatMap(
    (index) => side.passage.units[index]!.number?.value ?? [],
  );
  return numbers.at(-1) ?? null;
}

const noneAtAll = /^(?:no|none|nobody|neither)$/;

/** True for words, and for nationalities and the like: "not a Belgian citizen". */
function isDeniable({ text }: PreparedPassage, { kind, start, end }: Unit): boolean {
  return kind === "word" || knownName(text.slice(start, end))?.isDemonym === true;
}

/**
 * Words in a negated clause that leave the rest of it true: "not yet", "not since May", "not
 * without".
 */
const limits: ReadonlySet<string> = new Set(
  "yet since unless without before until except otherwise but".split(" "),
);
/** Words that make a statement uncertain, so that it asserts nothing. */
const doubts: ReadonlySet<string> = new Set(
  "question questions allegation allegations accusation accusations rumour rumours rumor rumors alleged whether".split(
    " ",
  ),
);
const modals: ReadonlySet<string> = new Set("may might must should shall ought".split(" "));
/** Modals of ability. "Can" does not mean "does"; "could not" does mean "did not". */
const abilities: ReadonlySet<string> = new Set(["can", "could"]);

/**
 * True if the denial concerns what the other passage asserts: the same words, under the same modal
 * ("can", "should"), about the same things.
 */
function isSaidOfTheSame(
  sides: Sides,
  no: Token,
  one: Unit,
  other: Unit,
  isPageDenying: boolean,
): boolean {
  const { page, corpus, pageSide, corpusSide } = sides;
  const [pageAt, corpusAt] = [wordIndexOf(page, one), wordIndexOf(corpus, other)];
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
  if (isOfNoun && !isSameAction(sides, one, other)) return false;
  const at = { page: pageAt, corpus: corpusAt };
  const areVerbs = pageSide.clauses.isVerb[pageAt] && corpusSide.clauses.isVerb[corpusAt];
  const isOfNobody = isNobody(denying.passage, denying.passage.words.indexOf(no));
  const isOfOther =
    (areVerbs && haveOtherAgents(sides, at)) || isOtherHead(sides, at) || areTwoParts(sides, at);
  if (isOfOther && !isDenial(no) && !isOfNobody) return false;
  return (
    shareArguments(sides, at) &&
    haveOneObject(sides, pageAt, corpusAt) &&
    isOfOneClause(sides, pageAt, corpusAt)
  );
}

/** The most words between a limiting word and the negation that it belongs to. */
const limitReach = 12;

function hasLimit({ words }: PreparedPassage, no: Token): boolean {
  const at = words.indexOf(no);
  if (no.folded === "never") return false;
  return words.slice(at + 1, at + 1 + limitReach).some(({ folded }) => limits.has(folded));
}

function clauseHas({ passage, clauses }: Side, index: number, words: ReadonlySet<string>): boolean {
  return passage.words.some(
    ({ folded }, at) => clauses.of[at] === clauses.of[index] && words.has(folded),
  );
}

/**
 * True unless the two words belong to different verbs. After "no", a noun is denied only where the
 * other passage has it with the same verb.
 */
function isSameAction(sides: Sides, one: Unit, other: Unit): boolean {
  const i = sides.page.units.findIndex(({ start }) => start === one.start);
  const j = sides.corpus.units.findIndex(({ start }) => start === other.start);
  return isSameVerb(sides, i, j) !== false;
}

/**
 * True if the alignment pairs another word of the page with the corpus word: "who dislike me … who
 * like me".
 */
function isAnsweredElsewhere({ page, corpus, alignment }: Sides, one: Unit, other: Unit): boolean {
  const at = alignment.corpus.indexOf(wordIndexOf(corpus, other));
  return at >= 0 && alignment.page[at] !== wordIndexOf(page, one);
}

/** True for a unit that is only asked or supposed: "asked if he had been in contact". */
function isAsked(passage: PreparedPassage, unit: Unit): boolean {
  const index = wordIndexOf(passage, unit);
  return passage.words
    .slice(Math.max(0, index - askedReach), index)
    .some(({ folded }) => folded === "if" || folded === "whether");
}

/** The words before a unit in which "if" or "whether" is looked for. */
const askedReach = 6;

/** Stems that negate without a negation word: "declined to comment" means "had no comment". */
const negativeStems: ReadonlySet<string> = new Set(
  (
    "declined refused failed failure exception lacked lost unless prevented stopped avoided hardly barely yet rather instead " +
    "unable unlikely reject rejected oppose opposed abandon dismissed forbid banned barred ended ignore illegal " +
    "quit halted against exempt impossible removed dropped missing absent few little empty free"
  )
    .split(" ")
    .map(stem),
);

/**
 * The verbs among them: a negation after one of them may cancel it, "refused to work without it".
 */
const refusals: ReadonlySet<string> = new Set(
  "declined refused failed rejected opposed stopped prevented avoided".split(" ").map(stem),
);

/**
 * True if a passage has a negative word that the other lacks. A coalition "against" somebody is
 * negative in both.
 */
function isNegative(passage: PreparedPassage, aligned: readonly number[]): boolean {
  return hasStem(passage, aligned, negativeStems);
}

function hasStem(
  { words }: PreparedPassage,
  aligned: readonly number[],
  stems: ReadonlySet<string>,
): boolean {
  return words.some(({ folded }, index) => stems.has(stem(folded)) && !aligned.includes(index));
}
