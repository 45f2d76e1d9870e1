import { knownName } from "../../facts/aliases.ts";
import { stem } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";
import type { Pair } from "../candidates/pairing.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import { assertionAt } from "./assertion.ts";
import { isOfOneClause } from "./clauseMatter.ts";
import { haveTwoHolders } from "./holders.ts";
import { oppositeSlots } from "./opposites.ts";
import { haveOtherAgents, shareArguments } from "./roles.ts";
import { isSameVerb } from "./sameQuestion.ts";
import {
  placeOfWord,
  type Side,
  type Sides,
  type SlotDifference,
  slotDifference,
} from "./slotSides.ts";
import type { Speakers } from "./speakers.ts";
import { type VerbPair, verbPairs } from "./verbPairs.ts";
import { isVerbAt } from "./verbs.ts";

/** Words after a negation that it can turn round. */
const negationReach = 4;

/**
 * Yes against no: a negation before a shared word on one side only, a deed that was refused or failed
 * on one side, or opposites in one slot. What two people think is no contradiction.
 */
export function polaritySlots(
  sides: Sides,
  pairs: readonly Pair[],
  voices: Speakers,
): readonly SlotDifference[] {
  const { page, corpus, alignment } = sides;
  if (haveTwoHolders(sides, voices)) return [];
  const isShared = page.negations.some((place) => alignment.page.includes(place));
  const taken = new Set(sides.partner.values());
  const pageFree = freeNegations(page, alignment.page).filter(
    isOnMatter(sides.pageSide, (unit) => sides.partner.has(unit)),
  );
  const corpusFree = freeNegations(corpus, alignment.corpus).filter(
    isOnMatter(sides.corpusSide, (unit) => taken.has(unit)),
  );
  const confirmed = oppositeSlots(sides, (unit) => unit.stem === denyStem);
  if (confirmed.length > 0) return confirmed;
  // Where both negate with the same word, a further negation on one side is only a reinforcement.
  if (isShared) return [refusedSlot(sides)].filter((slot) => slot !== null);
  // A second no, on either side, may take back the first: "did not deny", "not without".
  const free = pageFree.length + corpusFree.length;
  if ((pageFree.length > 0 && corpusFree.length > 0) || areNear([...pageFree, ...corpusFree]))
    return [];
  const isPlain = isPlainDenial(sides, pageFree.length > 0);
  if (free > 0) {
    const denied = isPlain ? deniedSlot(sides, pairs, pageFree, corpusFree) : null;
    return denied ? [denied] : [];
  }
  const refused = refusedSlot(sides);
  return refused ? [refused] : oppositeSlots(sides);
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

/** What one side says and the other denies; null if it is something else that is denied. */
function deniedSlot(
  sides: Sides,
  pairs: readonly Pair[],
  pageFree: readonly number[],
  corpusFree: readonly number[],
): SlotDifference | null {
  const { page, corpus } = sides;
  for (const { one, other } of deniable(sides, pairs)) {
    if (!isDeniable(page, one) || isAnsweredElsewhere(sides, one, other)) continue;
    if (isAsked(page, one) || isAsked(corpus, other)) continue;
    const pageNo = negationBefore(page, pageFree, one);
    const corpusNo = negationBefore(corpus, corpusFree, other);
    const no = pageNo ?? corpusNo;
    // A denial is told in other words; after "not", a word that is only related is another deed.
    if (no === null || (one.stem !== other.stem && !isDenial(no))) continue;
    if (!isSaidOfTheSame(sides, no, one, other, pageNo !== null)) continue;
    return slotDifference("negation", sides, from(one, pageNo), from(other, corpusNo));
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

/** False if what follows in both clauses is not one thing: a tax that applies to sugar, not to bread. */
function haveOneObject({ pageSide, corpusSide, partner }: Sides, a: number, b: number): boolean {
  const after = ({ passage, clauses }: Side, place: number) =>
    passage.units.flatMap((unit, i) => {
      const at = placeOfWord(passage, unit);
      return at > place && clauses.of[at] === clauses.of[place] ? [i] : [];
    });
  const own = after(pageSide, a);
  const other = after(corpusSide, b);
  if (own.length === 0 || other.length === 0) return true;
  const taken = new Set(partner.values());
  const isFirstOther = !partner.has(own[0]!) && !taken.has(other[0]!);
  return !isFirstOther && own.some((unit) => other.includes(partner.get(unit) ?? -1));
}

/** A deed that failed or was refused on one side: "failed to reach its orbit" beside "reached its orbit". */
function refusedSlot(sides: Sides): SlotDifference | null {
  const { pageSide, corpusSide } = sides;
  const refused = verbPairs(sides).find((verb) => {
    const told = [assertionAt(pageSide, verb.page), assertionAt(corpusSide, verb.corpus)];
    return (
      told.includes("no") && told.includes("yes") && haveOneObject(sides, verb.page, verb.corpus)
    );
  });
  if (refused === undefined) return null;
  return {
    kind: "negation",
    page: wordsUpTo(pageSide, refused, "page"),
    corpus: wordsUpTo(corpusSide, refused, "corpus"),
    pageWeight: 0,
    corpusWeight: 0,
  };
}

/** The verb, with the words that take it back before it. */
function wordsUpTo(side: Side, verb: VerbPair, own: "page" | "corpus"): string {
  const { words, text } = side.passage;
  const place = verb[own];
  let from = place;
  if (assertionAt(side, place) === "no") from = firstOfRefusal(side, place);
  return text.slice(words[from]!.start, words[place]!.end);
}

function firstOfRefusal({ passage: { words } }: Side, place: number): number {
  let from = place;
  while (from > 0 && place - from < negationReach) {
    from--;
    if (
      /^(?:fail|refus|declin|unab|near|almost|bare|hard|unsucc|narrow|close|turn)/.test(
        words[from]!.folded,
      )
    )
      return from;
  }
  return place;
}

/** The unit with the negation that stands before it; what both say weighs as it did. */
function from(unit: Unit, no: Token | null): Unit {
  return { ...unit, start: no?.start ?? unit.start, weight: 0 };
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

/** "Nor" begins a sentence of its own. */
function negationsOf({ words, negations }: PreparedPassage): readonly number[] {
  const nor = words.flatMap(({ folded }, place) => (folded === "nor" ? [place] : []));
  return nor.length === 0 ? negations : [...negations, ...nor].sort((a, b) => a - b);
}

/** The negations that one side has for itself and that turn round what follows them. */
function freeNegations(passage: PreparedPassage, aligned: readonly number[]): readonly number[] {
  return negationsOf(passage).filter(
    (place) => !aligned.includes(place) && turnsRound(passage, place),
  );
}

/** The negation that the unit is the first thing after, or the denial that it is near after; else null. */
function negationBefore(
  passage: PreparedPassage,
  negations: readonly number[],
  unit: Unit,
): Token | null {
  const place = placeOfWord(passage, unit);
  const at = negations.find((at) => {
    const reach = isNobody(passage, at) ? nobodyReach : negationReach;
    if (at >= place || place - at > reach) return false;
    const word = passage.words[at]!;
    if (isDenial(word)) return true;
    return (
      (isNobody(passage, at) ? firstVerbAfter(passage, at) : firstDeedAfter(passage, word))
        ?.start === unit.start
    );
  });
  return at === undefined ? null : passage.words[at]!;
}

/** False for "false readings", which there are, "shouldn't you?", "not only" and "not until March". */
function turnsRound({ words }: PreparedPassage, at: number): boolean {
  const { folded } = words[at]!;
  const next = words[at + 1]?.folded ?? "";
  if (untrue.has(folded) || notAlone.has(next)) return false;
  if (folded.endsWith("n't") && pronouns.has(next)) return false;
  return !words.slice(at + 1, at + 1 + untilReach).some((word) => word.folded === "until");
}

const untilReach = 12;
const untrue: ReadonlySet<string> = new Set(["false", "incorrect", "untrue", "baseless"]);
const notAlone: ReadonlySet<string> = new Set(
  "only just merely simply more less fewer later sooner longer doubt matter wonder surprise".split(
    " ",
  ),
);
const pronouns: ReadonlySet<string> = new Set(["i", "you", "he", "she", "it", "we", "they"]);

/** The first unit after a word, light words left out: who has "no intention of resigning" does not resign. */
function firstDeedAfter(passage: PreparedPassage, { end }: Token): Unit | undefined {
  return passage.units.find(({ start, stem }) => start >= end && !lightStems.has(stem));
}

/** Words from "neither of the two candidates" to what they did not do. */
const nobodyReach = 8;

/** "nobody", "no one", "none of them": who did not do it. */
function isNobody({ words }: PreparedPassage, at: number): boolean {
  const { folded } = words[at]!;
  if (folded === "no") return words[at + 1]?.folded === "one";
  return folded === "nobody" || folded === "none" || folded === "neither";
}

function firstVerbAfter({ words, units }: PreparedPassage, at: number): Unit | undefined {
  return units.find((unit) => {
    const place = words.findIndex(({ start }) => start >= unit.start);
    return place > at && isVerbAt(words, place);
  });
}

/** "no intention of": what is denied comes after it. */
function isLightAfter({ words }: PreparedPassage, no: Token): boolean {
  const next = words[words.indexOf(no) + 1];
  return next !== undefined && lightStems.has(next.form.stem);
}

const lightStems: ReadonlySet<string> = new Set(
  ["intention", "intent", "plan", "desire", "much", "any", "great"].map(stem),
);

function isDenial({ folded }: Token): boolean {
  return stem(folded) === denyStem;
}

const denyStem = stem("deny");
