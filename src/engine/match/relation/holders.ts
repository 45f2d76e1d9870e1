/** Whose view a passage gives, as far as its own words tell: the one beside a verb of saying or thinking. */
import { cueVerbs } from "../../text/languageTables.ts";
import type { Token } from "../../text/tokens.ts";
import type { PreparedPassage } from "../candidates/preparedPassage.ts";
import type { Side, Sides } from "./slotSides.ts";
import { type Speakers, sameSpeaker } from "./speakers.ts";
import { verbKey } from "./verbs.ts";

/** Verbs of saying and thinking: rows of assets/language/cueVerbs.json that are used for a view. */
const sayingVerbs: ReadonlySet<string> = new Set([...cueVerbs.views].map(verbKey));

/** Of these, the ones after which comes what somebody thinks, and not what they say has happened. */
const thinkingVerbs: ReadonlySet<string> = new Set([...cueVerbs.opinions].map(verbKey));

/** True for a verb of saying or thinking. */
export function isSayingVerb({ folded }: Token): boolean {
  return sayingVerbs.has(verbKey(folded));
}

/** True if both passages name whose view they give, and it is not one and the same. */
export function haveTwoHolders(sides: Sides, voices: Speakers): boolean {
  const page = holderOf(sides.pageSide);
  const corpus = holderOf(sides.corpusSide);
  if (corpus.length === 0 && isOtherThan(sides.pageSide, page, voices.corpusSpeaker)) return true;
  if (page.length === 0 && isOtherThan(sides.corpusSide, corpus, voices.pageSpeaker)) return true;
  if (page.length === 0 || corpus.length === 0) return false;
  // "Mr" and "spokesman" are many: where both have a name, the names tell.
  const [ownNames, otherNames] = [namesAmong(sides.page, page), namesAmong(sides.corpus, corpus)];
  const areNamed = ownNames.length > 0 && otherNames.length > 0;
  const [own, other] = areNamed ? [ownNames, otherNames] : [page, corpus];
  return !own.some((unit) => other.includes(sides.partner.get(unit) ?? -1));
}

function namesAmong({ units }: PreparedPassage, places: readonly number[]): readonly number[] {
  return places.filter((unit) => units[unit]!.kind === "name");
}

/** True if one of the passages tells what somebody thinks: nobody can be held against that. */
export function isThought({ pageSide, corpusSide }: Sides): boolean {
  return [pageSide, corpusSide].some(({ passage, clauses }) =>
    passage.words.some(
      ({ folded }, at) => clauses.isVerb[at] === true && thinkingVerbs.has(verbKey(folded)),
    ),
  );
}

/** True if a passage names whose view it gives, and it is not the speaker of the other one. */
function isOtherThan({ passage }: Side, holders: readonly number[], speaker: string | null) {
  if (speaker === null || holders.length === 0) return false;
  return !holders.some((unit) => {
    const { start, end } = passage.units[unit]!;
    return sameSpeaker(passage.text.slice(start, end), speaker);
  });
}

/** Words between a holder and the verb that are still taken to go together. */
const reach = 4;

/** Places of the units beside the saying verbs, of each clause that has one. */
function holderOf({ passage, clauses }: Side): readonly number[] {
  const { words, units } = passage;
  return words.flatMap((word, at): readonly number[] => {
    if (!isSayingVerb(word) || (clauses.isVerb[at] !== true && word.folded !== "according"))
      return [];
    const isOwn = (unit: number) => {
      const { start, end, kind } = units[unit]!;
      if (kind === "date" || kind === "number") return false;
      const first = words.findIndex((other) => other.start >= start);
      const last = words.findIndex((other) => other.end >= end);
      if (clauses.of[first] !== clauses.of[at] || first === at) return false;
      return first > at ? first - at <= reach : at - last <= reach;
    };
    const beside = units.flatMap((_, unit) => (isOwn(unit) ? [unit] : []));
    const before = beside.filter((unit) => units[unit]!.start < word.start);
    return before.length > 0 ? before : beside;
  });
}
