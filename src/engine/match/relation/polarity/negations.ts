/**
 * Finds negations and what they reverse: "not" before a verb, "nobody" before what nobody did, "no
 * intention of" before what follows. "Not only", "not until" and "shouldn't you?" reverse nothing.
 */
import { stem } from "../../../text/stems.ts";
import type { Token } from "../../../text/tokens.ts";
import type { PreparedPassage, Unit } from "../../candidates/preparedPassage.ts";
import { isVerbAt } from "../actions/verbs.ts";
import { wordIndexOf } from "../slotSides.ts";

/** The most words after a negation that it can reverse. */
const negationReach = 4;

/**
 * Returns the indices of a passage's negations, without a "nor", which begins a sentence of its
 * own.
 */
function negationsOf({ words, negations }: PreparedPassage): readonly number[] {
  const nor = words.flatMap(({ folded }, index) => (folded === "nor" ? [index] : []));
  return nor.length === 0 ? negations : [...negations, ...nor].sort((a, b) => a - b);
}

/** Returns the negations that only one passage has and that reverse what follows them. */
export function freeNegations(
  passage: PreparedPassage,
  aligned: readonly number[],
): readonly number[] {
  return negationsOf(passage).filter(
    (index) => !aligned.includes(index) && reversesMeaning(passage, index),
  );
}

/**
 * Returns the negation directly before a unit, or the denial a few words before it; null if there
 * is none.
 */
export function negationBefore(
  passage: PreparedPassage,
  negations: readonly number[],
  unit: Unit,
): Token | null {
  const index = wordIndexOf(passage, unit);
  const at = negations.find((at) => {
    const reach = isNobody(passage, at) ? nobodyReach : negationReach;
    if (at >= index || index - at > reach) return false;
    const word = passage.words[at]!;
    if (isDenial(word)) return !adjunctPrepositions.has(passage.words[index - 1]!.folded);
    return (
      (isNobody(passage, at) ? firstVerbAfter(passage, at) : firstActionAfter(passage, word))
        ?.start === unit.start
    );
  });
  return at === undefined ? null : passage.words[at]!;
}

/** Words before what belongs to a denial without being denied: "denied in Europe". */
const adjunctPrepositions: ReadonlySet<string> = new Set("in at on by during".split(" "));

/**
 * False for negations that reverse nothing: "false readings" (which exist), "shouldn't you?", "not
 * only" and "not until March".
 */
function reversesMeaning({ words }: PreparedPassage, at: number): boolean {
  const { folded } = words[at]!;
  const next = words[at + 1]?.folded ?? "";
  if (isWithheld(words, at)) return false;
  if (untrue.has(folded) || notAlone.has(next)) return false;
  if (folded.endsWith("n't") && pronouns.has(next)) return false;
  return !words.slice(at + 1, at + 1 + untilReach).some((word) => word.folded === "until");
}

/** True for a plan to keep something from somebody: "to deny Trump the 1,237 delegates". */
function isWithheld(words: readonly Token[], at: number): boolean {
  if (!isDenial(words[at]!) || words[at - 1]?.folded !== "to") return false;
  const [whom = "", what = ""] = words.slice(at + 1, at + 3).map(({ folded }) => folded);
  return !determiners.has(whom) && determiners.has(what);
}

/** The words before what is kept from somebody. */
const determiners: ReadonlySet<string> = new Set(
  "a an the any his her their its this that".split(" "),
);

/** The words after "not" in which "until" is looked for. */
const untilReach = 12;
const untrue: ReadonlySet<string> = new Set(["false", "incorrect", "untrue", "baseless"]);
const notAlone: ReadonlySet<string> = new Set(
  "only just merely simply more less fewer later sooner longer doubt matter wonder surprise".split(
    " ",
  ),
);
const pronouns: ReadonlySet<string> = new Set(["i", "you", "he", "she", "it", "we", "they"]);

/**
 * Returns the first unit after a word, without light words: "no intention of resigning" negates
 * "resigning".
 */
function firstActionAfter(passage: PreparedPassage, { end }: Token): Unit | undefined {
  return passage.units.find(({ start, stem }) => start >= end && !lightStems.has(stem));
}

/** The most words from "neither of the two candidates" to the verb. */
const nobodyReach = 8;

/** True for a negation that is the subject: "nobody", "no one", "none of them". */
export function isNobody({ words }: PreparedPassage, at: number): boolean {
  const { folded } = words[at]!;
  if (folded === "no") return words[at + 1]?.folded === "one";
  return folded === "nobody" || folded === "none" || folded === "neither";
}

function firstVerbAfter({ words, units }: PreparedPassage, at: number): Unit | undefined {
  return units.find((unit) => {
    const index = words.findIndex(({ start }) => start >= unit.start);
    return index > at && isVerbAt(words, index);
  });
}

/** True for "no intention of" and the like, where the negated verb comes later. */
export function isLightAfter({ words }: PreparedPassage, no: Token): boolean {
  const next = words[words.indexOf(no) + 1];
  return next !== undefined && lightStems.has(next.form.stem);
}

const lightStems: ReadonlySet<string> = new Set(
  ["intention", "intent", "plan", "desire", "much", "any", "great"].map(stem),
);

/** True for "denied" and "denial". */
export function isDenial({ folded }: Token): boolean {
  return stem(folded) === denyStem;
}

/** The stem of "denied" and "denial". */
export const denyStem = stem("deny");
