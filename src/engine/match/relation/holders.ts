/**
 * Finds whose view a passage gives, judging by its own words: the name beside a verb of saying or
 * thinking.
 */
import { cueVerbs } from "../../text/languageTables.ts";
import type { Token } from "../../text/tokens.ts";
import type { PreparedPassage } from "../candidates/preparedPassage.ts";
import { verbKey } from "./actions/verbs.ts";
import type { Side, Sides } from "./slotSides.ts";
import { type Speakers, sameSpeaker } from "./speakers.ts";

/** Verbs of saying and thinking, from assets/language/cueVerbs.json. */
const sayingVerbs: ReadonlySet<string> = new Set([...cueVerbs.views].map(verbKey));

/** The verbs among them that introduce an opinion rather than a report. */
const thinkingVerbs: ReadonlySet<string> = new Set([...cueVerbs.opinions].map(verbKey));

/** True for a verb of saying or thinking. */
export function isSayingVerb({ folded }: Token): boolean {
  return sayingVerbs.has(verbKey(folded));
}

/** True if both passages name whose view they give, and the names differ. */
export function haveTwoHolders(sides: Sides, voices: Speakers): boolean {
  const page = holderOf(sides.pageSide);
  const corpus = holderOf(sides.corpusSide);
  if (corpus.length === 0 && isOtherThan(sides.pageSide, page, voices.corpusSpeaker)) return true;
  if (page.length === 0 && isOtherThan(sides.corpusSide, corpus, voices.pageSpeaker)) return true;
  if (page.length === 0 || corpus.length === 0) return false;
  // Many people are a "Mr" or a "spokesman", so names decide where both passages have one.
  const [ownNames, otherNames] = [namesAmong(sides.page, page), namesAmong(sides.corpus, corpus)];
  const areNamed = ownNames.length > 0 && otherNames.length > 0;
  const [own, other] = areNamed ? [ownNames, otherNames] : [page, corpus];
  return !own.some((unit) => other.includes(sides.partner.get(unit) ?? -1));
}

function namesAmong({ units }: PreparedPassage, places: readonly number[]): readonly number[] {
  return places.filter((unit) => units[unit]!.kind === "name");
}

/** True if one of the passages gives an opinion, which contradicts nobody. */
export function givesOpinion({ pageSide, corpusSide }: Sides): boolean {
  return [pageSide, corpusSide].some(({ passage, clauses }) =>
    passage.words.some(
      ({ folded }, at) => clauses.isVerb[at] === true && thinkingVerbs.has(verbKey(folded)),
    ),
  );
}

/** True if a passage names a holder who is not the speaker of the other passage. */
function isOtherThan({ passage }: Side, holders: readonly number[], speaker: string | null) {
  if (speaker === null || holders.length === 0) return false;
  return !holders.some((unit) => {
    const { start, end } = passage.units[unit]!;
    return sameSpeaker(passage.text.slice(start, end), speaker);
  });
}

/** The most words between a holder and the verb. */
const reach = 4;

/** Returns the indices of the units beside the saying verb of each clause that has one. */
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
