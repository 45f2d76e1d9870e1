import { stem } from "../text/stems.ts";
import type { Token } from "../text/tokens.ts";
import { oppositeSlots } from "./opposites.ts";
import type { Pair } from "./pairing.ts";
import type { PreparedPassage, Unit } from "./preparedPassage.ts";
import { type Sides, type SlotDifference, slotDifference } from "./slotSides.ts";

/** Words after a negation that it can turn round. */
const negationReach = 4;

/** Yes against no: a negation before a shared word on one side only, or opposites in one slot. */
export function polaritySlots(sides: Sides, pairs: readonly Pair[]): readonly SlotDifference[] {
  const { page, corpus, alignment } = sides;
  const isShared = page.negations.some((place) => alignment.page.includes(place));
  const pageFree = freeNegations(page, alignment.page);
  const corpusFree = freeNegations(corpus, alignment.corpus);
  // Where both negate with the same word, a further negation on one side is only a reinforcement.
  // A second no, on either side, may take back the first: "did not deny", "not without".
  const free = pageFree.length + corpusFree.length;
  if (isShared || free > 1) return [];
  const isPlain =
    pageFree.length > 0
      ? !hasStem(page, alignment.page, refusals) && !isNegative(corpus, alignment.corpus)
      : !isNegative(page, alignment.page) && !hasStem(corpus, alignment.corpus, refusals);
  const denied = free === 1 && isPlain ? deniedSlot(sides, pairs, pageFree, corpusFree) : null;
  return denied ? [denied] : oppositeSlots(sides);
}

/** What one side says and the other denies; null if it is something else that is denied. */
function deniedSlot(
  sides: Sides,
  pairs: readonly Pair[],
  pageFree: readonly number[],
  corpusFree: readonly number[],
): SlotDifference | null {
  const { page, corpus } = sides;
  for (const pair of pairs) {
    const one = page.units[pair.page]!;
    const other = corpus.units[pair.corpus]!;
    if (one.kind !== "word" || isAnsweredElsewhere(sides, one, other)) continue;
    if (isAsked(page, one) || isAsked(corpus, other)) continue;
    const pageNo = negationBefore(page, pageFree, one);
    const corpusNo = negationBefore(corpus, corpusFree, other);
    const no = pageNo ?? corpusNo;
    // A denial is told in other words; after "not", a word that is only related is another deed.
    if (no === null || (one.stem !== other.stem && !isDenial(no))) continue;
    return slotDifference("negation", sides, from(one, pageNo), from(other, corpusNo));
  }
  return null;
}

/** The unit with the negation that stands before it. */
function from(unit: Unit, no: Token | null): Unit {
  return { ...unit, start: no?.start ?? unit.start };
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

function placeOfWord({ words }: PreparedPassage, { start }: Unit): number {
  return words.findIndex((word) => word.start >= start);
}

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

/** The negations that one side has for itself and that turn round what follows them. */
function freeNegations(passage: PreparedPassage, aligned: readonly number[]): readonly number[] {
  return passage.negations.filter(
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
    if (at >= place || place - at > negationReach) return false;
    const word = passage.words[at]!;
    return isDenial(word) || firstDeedAfter(passage, word) === unit;
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
const notAlone: ReadonlySet<string> = new Set(["only", "just", "merely", "simply"]);
const pronouns: ReadonlySet<string> = new Set(["i", "you", "he", "she", "it", "we", "they"]);

/** The first unit after a word, light words left out: who has "no intention of resigning" does not resign. */
function firstDeedAfter(passage: PreparedPassage, { end }: Token): Unit | undefined {
  return passage.units.find(({ start, stem }) => start >= end && !lightStems.has(stem));
}

const lightStems: ReadonlySet<string> = new Set(
  ["intention", "intent", "plan", "desire", "much", "any", "great"].map(stem),
);

function isDenial({ folded }: Token): boolean {
  return stem(folded) === denyStem;
}

const denyStem = stem("deny");
