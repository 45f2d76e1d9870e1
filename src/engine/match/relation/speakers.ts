import { knownName } from "../../facts/aliases.ts";
import { sameNameAcrossScripts } from "../../facts/nameAcrossScripts.ts";
import { isOrganisationWord, personKey } from "../../facts/nameMemory.ts";
import { quotedSpans } from "../../text/quotedSpans.ts";
import { isStopword } from "../../text/stems.ts";
import type { PreparedPassage } from "../candidates/preparedPassage.ts";
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

/** True if the words of both are somebody's, of a name, and not of one. */
export function areTwoVoices({ pageSpeaker, corpusSpeaker }: Speakers): boolean {
  if (pageSpeaker === null || corpusSpeaker === null) return false;
  return isNamed(pageSpeaker) && isNamed(corpusSpeaker) && !sameSpeaker(pageSpeaker, corpusSpeaker);
}

function isNamed(speaker: string): boolean {
  return knownName(speaker) !== null || isPerson(withoutGenitive(speaker));
}

/** True for two spellings of one person's name, full or short, and for two names of one body. */
export function sameSpeaker(a: string, b: string): boolean {
  const [one, other] = [withoutGenitive(a), withoutGenitive(b)];
  const known = bearersOf(one);
  if (known.length > 0) return bearersOf(other).some((key) => known.includes(key));
  return personKey(one) === personKey(other) || isWithin(one, other) || isWithin(other, one);
}

/** Keys of whom a known name can mean: "Moscow" is the Russian government too. */
function bearersOf(name: string): readonly string[] {
  const known = knownName(name);
  if (known === null) return [];
  return [known.key, ...(known.government === null ? [] : [known.government.key])];
}

function withoutGenitive(name: string): string {
  return name.replace(/['’]s?$/, "");
}

/** True if every word of a name stands in another: "Robert" and "Robert Crandall". */
function isWithin(name: string, other: string): boolean {
  const words = wordsOfName(other);
  return wordsOfName(name).every((word) => words.includes(word));
}

function wordsOfName(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The difference of kind speaker between two persons who are given the same words; null if one is
 * not known, if they are one, if only a pronoun stands beside the words, or if one is an office or a body: a ministry and its minister, or a
 * paper and the minister it quotes, do not contradict each other.
 */
export function speakerDifference(
  context: Speakers,
  page: PreparedPassage,
  corpus: PreparedPassage,
): SlotDifference | null {
  const { pageSpeaker, corpusSpeaker } = context;
  if (pageSpeaker === null || corpusSpeaker === null) return null;
  if (!isPerson(pageSpeaker) || !isPerson(corpusSpeaker)) return null;
  if (sameSpeaker(pageSpeaker, corpusSpeaker)) return null;
  // Whom "he" means is guessed; of two guesses one is often wrong.
  if (!isNamedBeside(page, pageSpeaker) || !isNamedBeside(corpus, corpusSpeaker)) return null;
  if (mentions(page, corpusSpeaker) || mentions(corpus, pageSpeaker)) return null;
  return {
    kind: "speaker",
    page: pageSpeaker,
    corpus: corpusSpeaker,
    pageWeight: 0,
    corpusWeight: 0,
  };
}

/** True if the passage names the speaker outside of the quote. */
function isNamedBeside(passage: PreparedPassage, speaker: string): boolean {
  const spans = quotedSpans(passage.text);
  const last = wordsOfName(speaker).at(-1);
  return passage.words.some(
    ({ start, end }) =>
      passage.text.slice(start, end).toLowerCase() === last &&
      !spans.some((span) => span.start <= start && start < span.end),
  );
}

/** True if the last word of a name stands in the passage: it may be the speaker there too. */
function mentions({ words, text }: PreparedPassage, speaker: string): boolean {
  const last = wordsOfName(speaker).at(-1);
  return words.some(({ start, end }) => wordsOfName(text.slice(start, end))[0] === last);
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
