import { knownName } from "../../facts/names/aliases.ts";
import { sameNameAcrossScripts } from "../../facts/names/nameAcrossScripts.ts";
import { isOrganisationWord, personKey } from "../../facts/names/nameMemory.ts";
import { quotedSpans } from "../../text/quotedSpans.ts";
import { isStopword } from "../../text/stems.ts";
import type { PreparedPassage } from "../candidates/preparedPassage.ts";
import type { SlotDifference } from "./slotSides.ts";
import { maySpellOne } from "./wording/spellings.ts";

/** The names of the speakers of two passages; null where the article does not say. */
export interface Speakers {
  readonly pageSpeaker: string | null;
  readonly corpusSpeaker: string | null;
}

/**
 * True if the speakers of both are known and are the same person or body. `isAcross`: named in two
 * languages.
 */
export function isSpeakerShared(
  { pageSpeaker, corpusSpeaker }: Speakers,
  isAcross = false,
): boolean {
  if (pageSpeaker === null || corpusSpeaker === null) return false;
  if (sameSpeaker(pageSpeaker, corpusSpeaker)) return true;
  return isAcross && sameNameAcrossScripts(pageSpeaker, corpusSpeaker);
}

/** True if both passages have a named speaker and the speakers differ. */
export function areTwoVoices({ pageSpeaker, corpusSpeaker }: Speakers): boolean {
  if (pageSpeaker === null || corpusSpeaker === null) return false;
  return isNamed(pageSpeaker) && isNamed(corpusSpeaker) && !sameSpeaker(pageSpeaker, corpusSpeaker);
}

function isNamed(speaker: string): boolean {
  return knownName(speaker) !== null || isPerson(withoutGenitive(speaker));
}

/** True for two spellings of a person's name, full or short, and for two names of one body. */
export function sameSpeaker(a: string, b: string): boolean {
  const [one, other] = [withoutGenitive(a), withoutGenitive(b)];
  const known = bearersOf(one);
  if (known.length > 0) return bearersOf(other).some((key) => known.includes(key));
  return personKey(one) === personKey(other) || isWithin(one, other) || isWithin(other, one);
}

/**
 * Returns the keys of everybody whom a known name can mean: "Moscow" can mean the Russian
 * government.
 */
function bearersOf(name: string): readonly string[] {
  const known = knownName(name);
  if (known === null) return [];
  return [known.key, ...(known.government === null ? [] : [known.government.key])];
}

function withoutGenitive(name: string): string {
  return name.replace(/['’]s?$/, "");
}

/** True if another name contains every word of a name: "Robert" and "Robert Crandall". */
function isWithin(name: string, other: string): boolean {
  const words = wordsOfName(other);
  return wordsOfName(name).every((word) => words.includes(word));
}

function wordsOfName(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Returns the "speaker" difference between two persons who are quoted with the same words. Null if
 * one of them is unknown or is named beside the words only by a pronoun, if they are the same, or
 * if one is an office or a body: a ministry and its minister, or a paper and the minister it
 * quotes, do not contradict each other.
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
  if (maySpellOne(pageSpeaker, corpusSpeaker)) return null;
  // The speaker behind "he" is a guess, and one of two guesses is often wrong.
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

/** True if a passage contains the last word of a name, who may be its speaker as well. */
function mentions({ words, text }: PreparedPassage, speaker: string): boolean {
  const last = wordsOfName(speaker).at(-1);
  return words.some(({ start, end }) => wordsOfName(text.slice(start, end))[0] === last);
}

/** True for a name with every word capitalised that is not a known body or place. */
function isPerson(name: string): boolean {
  const words = name.split(/[\s\u00a0]+/);
  return (
    words.length <= mostNameWords &&
    knownName(name) === null &&
    // "Georgia Republicans"
    knownName(words.slice(1).join(" "))?.kind !== "organisation" &&
    !isStopword(name.toLowerCase()) &&
    words.every((word) => /^\p{Lu}\p{Ll}|^(?:al|bin|van|von|de|der|el)\b/u.test(word)) &&
    !words.some((word) => isOrganisationWord(word.toLowerCase()))
  );
}

/** The most words of a person's name. */
const mostNameWords = 4;
