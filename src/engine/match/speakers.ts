import { knownName } from "../facts/aliases.ts";
import { sameNameAcrossScripts } from "../facts/nameAcrossScripts.ts";
import { isOrganisationWord, personKey } from "../facts/nameMemory.ts";
import { isStopword } from "../text/stems.ts";
import type { SlotDifference } from "./slotSides.ts";

/** Whose words two passages are, by name; null where the article does not say. */
export interface Speakers {
  readonly pageSpeaker: string | null;
  readonly corpusSpeaker: string | null;
}

/** True if the speakers of both are known, and one person or body; `isAcross`: named in two languages. */
export function isSpeakerShared(
  { pageSpeaker, corpusSpeaker }: Speakers,
  isAcross = false,
): boolean {
  if (pageSpeaker === null || corpusSpeaker === null) return false;
  if (sameSpeaker(pageSpeaker, corpusSpeaker)) return true;
  return isAcross && sameNameAcrossScripts(pageSpeaker, corpusSpeaker);
}

/** True for two spellings of one person's name, full or short, and for two names of one body. */
export function sameSpeaker(a: string, b: string): boolean {
  const known = knownName(a)?.key;
  return known === undefined ? personKey(a) === personKey(b) : known === knownName(b)?.key;
}

/**
 * The difference of kind actor between two persons who are given the same words; null if one is
 * not known, if they are one, or if one is an office or a body: a ministry and its minister, or a
 * paper and the minister it quotes, do not contradict each other.
 */
export function speakerDifference(context: Speakers): SlotDifference | null {
  const { pageSpeaker, corpusSpeaker } = context;
  if (pageSpeaker === null || corpusSpeaker === null) return null;
  if (!isPerson(pageSpeaker) || !isPerson(corpusSpeaker)) return null;
  if (sameSpeaker(pageSpeaker, corpusSpeaker)) return null;
  return {
    kind: "actor",
    page: pageSpeaker,
    corpus: corpusSpeaker,
    pageWeight: 0,
    corpusWeight: 0,
  };
}

/** A name, every word of which begins with a capital, that no table knows as a body or a place. */
function isPerson(name: string): boolean {
  const words = name.split(/[\s\u00a0]+/);
  return (
    words.length <= mostNameWords &&
    knownName(name) === null &&
    !isStopword(name.toLowerCase()) &&
    words.every((word) => /^\p{Lu}\p{Ll}|^(?:al|bin|van|von|de|der|el)\b/u.test(word)) &&
    !words.some((word) => isOrganisationWord(word.toLowerCase()))
  );
}

const mostNameWords = 4;
