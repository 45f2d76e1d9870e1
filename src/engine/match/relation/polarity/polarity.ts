import type { Token } from "../../../text/tokens.ts";
import type { Unit } from "../../candidates/preparedPassage.ts";
import { haveOneObject, type VerbPair, verbPairs } from "../actions/verbPairs.ts";
import { givesOpinion, haveTwoHolders } from "../holders.ts";
import { type Side, type Sides, type SlotDifference, slotDifference } from "../slotSides.ts";
import { areTwoVoices, type Speakers } from "../speakers.ts";
import { assertionAt } from "./assertion.ts";
import { type Denial, freeNegationsOf, isActionDenied, plainDenial } from "./denials.ts";
import { denyStem } from "./negations.ts";
import { oppositeSlots } from "./opposites.ts";

/**
 * Returns the yes/no contradictions of two passages: a negation before a shared word on one side
 * only, an action that was refused or failed on one side, or antonyms in one slot. Two opinions do
 * not contradict each other; "somebody did it" and "they did not" do, whoever says so.
 */
export function polaritySlots(sides: Sides, voices: Speakers): readonly SlotDifference[] {
  const free = freeNegationsOf(sides);
  const denial = plainDenial(sides, free);
  const denied = denial === null ? [] : [deniedSlot(sides, denial)];
  if (areTwoVoices(voices) || haveTwoHolders(sides, voices)) {
    return denial !== null && isActionDenied(sides, denial) && !givesOpinion(sides) ? denied : [];
  }
  const confirmed = oppositeSlots(sides, (unit) => unit.stem === denyStem);
  if (confirmed.length > 0) return confirmed;
  if (!free.isShared && free.page.length + free.corpus.length > 0) return denied;
  const refused = refusedSlot(sides);
  if (refused !== null) return [refused];
  return free.isShared ? [] : oppositeSlots(sides);
}

function deniedSlot(sides: Sides, { one, other, pageNo, corpusNo }: Denial): SlotDifference {
  return slotDifference("negation", sides, from(one, pageNo), from(other, corpusNo));
}

/**
 * Returns the unit extended to the negation before it. A word that both passages share keeps its
 * weight.
 */
function from(unit: Unit, no: Token | null): Unit {
  return { ...unit, start: no?.start ?? unit.start, weight: 0 };
}

/**
 * Returns the difference for an action that failed or was refused on one side: "failed to reach its
 * orbit" beside "reached its orbit".
 */
function refusedSlot(sides: Sides): SlotDifference | null {
  const { pageSide, corpusSide } = sides;
  const refused = verbPairs(sides).find((verb) => {
    const assertions = [assertionAt(pageSide, verb.page), assertionAt(corpusSide, verb.corpus)];
    if (!assertions.includes("no") || !assertions.includes("yes")) return false;
    const isOver =
      assertions[0] === "no" ? isEnded(pageSide, verb.page) : isEnded(corpusSide, verb.corpus);
    return !isOver && haveOneObject(sides, verb.page, verb.corpus);
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

/**
 * True for an action that ends, and so did happen before: "will stop issuing visas" beside "issued
 * visas last year".
 */
function isEnded({ passage: { words } }: Side, index: number): boolean {
  const before = words.slice(Math.max(0, index - refusalReach), index);
  return before.some(({ folded }) => /^(?:stop|ceas|quit|end)/.test(folded));
}

/** Returns the verb together with the words before it that refuse it. */
function wordsUpTo(side: Side, verb: VerbPair, own: "page" | "corpus"): string {
  const { words, text } = side.passage;
  const index = verb[own];
  let from = index;
  if (assertionAt(side, index) === "no") from = firstOfRefusal(side, index);
  return text.slice(words[from]!.start, words[index]!.end);
}

/** The most words between a refusal and the verb that it refuses. */
const refusalReach = 4;

function firstOfRefusal({ passage: { words } }: Side, index: number): number {
  let from = index;
  while (from > 0 && index - from < refusalReach) {
    from--;
    if (
      /^(?:fail|refus|declin|unab|near|almost|bare|hard|unsucc|narrow|close|turn)/.test(
        words[from]!.folded,
      )
    )
      return from;
  }
  return index;
}
