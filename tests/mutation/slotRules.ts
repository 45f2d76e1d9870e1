import type { Change } from "./change.ts";

/** A rule left out or turned round: what, exact text, what stands there instead. */
type Rule = readonly [what: string, from: string, to: string];

const factRules: readonly Rule[] = [
  ["a paired unit fills no slot", "if (sides.partner.has(i)) return [];", ""],
  ["nor does what it is paired with", "if (sides.taken.has(j) || used", "if (used"],
  ["a slot is filled once", "sides.taken.has(j) || used.has(j)", "sides.taken.has(j)"],
  ["slots must be the same one", "!isSameSlot(kind, sides, i, j)", "false"],
  ["a date needs a value", "a.date.value === null || b.date.value === null", "false"],
  ["a place is not answered by an actor", "if (one !== other) return null;", ""],
  ["a place may stand anywhere", 'one === "place" || standAlike', "standAlike"],
  ["names of two kinds are no answers", 'kinds.size === 1 || kinds.has("other")', "true"],
  ["a kind that is not known is any", ' || kinds.has("other")', ""],
  ["who did it is not whom", " && isObject(page, a) === isObject(corpus, b)", ""],
  ["after “in” stands a place", "return beforePlaces.has(", "return !beforePlaces.has("],
  [
    "dates must meet",
    'kind === "date") return datesMeet(sides, one, other)',
    'kind === "date") return true',
  ],
  [
    "a year is no day",
    "Math.max(...chars) === dayChars) return false",
    "Math.max(...chars) === dayChars) return true",
  ],
  ["the page has one more", "free(page, partner) === 1 && ", ""],
  ["the corpus has one more", " && free(corpus, taken) === 1", ""],
  ["what is shared is not free", " && !isPaired.has(place)", ""],
  ["numbers of one unit meet", "return a.unit === b.unit;", "return false;"],
  ["numbers of two units do not", "return a.unit === b.unit;", "return true;"],
  ["numbers are of one size", "return isAlike && areOnly", "return areOnly"],
  ["a neighbour before", "neighboursMeet(sides, i, j, -1) || ", ""],
  ["a neighbour after", " || neighboursMeet(sides, i, j, 1)", ""],
  ["the partner stands on the same side", "return distance > 0 && ", "return "],
];

const polarityRules: readonly Rule[] = [
  ["a shared no is none", "if (isShared || free > 1)", "if (free > 1)"],
  ["a second no takes back the first", "if (isShared || free > 1)", "if (isShared)"],
  ["what says no in itself", "free === 1 && isPlain ?", "free === 1 ?"],
  ["only words are denied", 'one.kind !== "word" || isAnswered', "isAnswered"],
  ["another word answers", " || isAnsweredElsewhere(sides, one, other)", ""],
  ["what is asked is not said", "if (isAsked(page, one) || isAsked(corpus, other)) continue;", ""],
  ["false readings", "untrue.has(folded) || ", ""],
  ["not only", " || notAlone.has(next)", ""],
  ["a no in a question", 'folded.endsWith("n\'t") && pronouns.has(next)', "false"],
  ["a no after a refusal", "!hasStem(page, alignment.page, refusals) && ", ""],
  ["a deed only akin is not denied", "(one.stem !== other.stem && !isDenial(no))", "false"],
  ["a denial is told in other words", " && !isDenial(no)", ""],
  ["a no is before one deed", "isDenial(word) || firstDeedAfter(passage, word) === unit", "true"],
  ["a denial is near its deed", "return isDenial(word) || first", "return first"],
  ["light nouns are left out", " && !lightStems.has(stem)", ""],
  ["opposites deny", "[denied] : oppositeSlots(sides)", "[denied] : []"],
];

const oppositeRules: readonly Rule[] = [
  ["only opposites deny", "areOpposite(unit.stem, one.stem)", "true"],
  ["opposites share who does it", "argumentMeets(sides, i, j)", "true"],
  ["a day is nobody", '?.kind === "date" ? undefined : sides', "sides"],
];

/** The changes to the rules that slots are found by. */
export const slotRuleChanges: readonly Change[] = [
  ...changesOf("factSlots.ts", factRules),
  ...changesOf("polarity.ts", polarityRules),
  ...changesOf("opposites.ts", oppositeRules),
];

function changesOf(file: string, rules: readonly Rule[]): readonly Change[] {
  return rules.map(([what, from, to]) => ({ file, what, from, to }));
}
