/**
 * Words that say no, and what they turn round: "not" before a deed, "nobody" before what nobody did,
 * "no intention of" before what follows. "Not only", "not until" and "shouldn't you?" turn nothing round.
 */
import { stem } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";
import type { PreparedPassage, Unit } from "../candidates/preparedPassage.ts";
import { placeOfWord } from "./slotSides.ts";
import { isVerbAt } from "./verbs.ts";

/** Words after a negation that it can turn round. */
const negationReach = 4;

/** "Nor" begins a sentence of its own. */
function negationsOf({ words, negations }: PreparedPassage): readonly number[] {
  const nor = words.flatMap(({ folded }, place) => (folded === "nor" ? [place] : []));
  return nor.length === 0 ? negations : [...negations, ...nor].sort((a, b) => a - b);
}

/** The negations that one side has for itself and that turn round what follows them. */
export function freeNegations(
  passage: PreparedPassage,
  aligned: readonly number[],
): readonly number[] {
  return negationsOf(passage).filter(
    (place) => !aligned.includes(place) && turnsRound(passage, place),
  );
}

/** The negation that the unit is the first thing after, or the denial that it is near after; else null. */
export function negationBefore(
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

/** True for "nobody", "no one", "none of them": who did not do it. */
export function isNobody({ words }: PreparedPassage, at: number): boolean {
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

/** True for "no intention of": what is denied comes after it. */
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

/** Of "denied" and "denial". */
export const denyStem = stem("deny");
