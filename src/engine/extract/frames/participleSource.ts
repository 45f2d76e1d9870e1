import { functionWords } from "../../text/languageTables.ts";
import {
  ADVERB,
  AUXILIARY,
  DETERMINER,
  OTHER,
  PRONOUN,
  ROLE,
  TO,
  verbKey,
} from "../../text/wordTraits.ts";
import type { BodyView } from "../attributions/bodyView.ts";
import type { Cue } from "../cues/cue.ts";
import { citingCues } from "../cues/cueKinds.ts";
import { isAfterAs } from "./asClause.ts";
import { longestPhrase, nounPhraseStart } from "./nounPhrase.ts";
import { mainSubject } from "./sentenceSubject.ts";
import { ownerOf, type SourceTokens } from "./sourceTokens.ts";

/** True for "saying" and "adding" without a form of "be", whose source is elsewhere in the sentence. */
export function isParticiple(view: BodyView, cue: Cue): boolean {
  if (!view.tokens[cue.at]!.folded.endsWith("ing") || cue.key === "accord") return false;
  for (let at = cue.first; at < cue.at; at++) if (view.classes[at] === AUXILIARY) return false;
  return true;
}

/**
 * Returns who says what a participle reports, if the words before it name them; null if the source
 * is that of the sentence.
 * @param next the token after those words
 */
export function participleSource(
  view: BodyView,
  cue: Cue,
  next: number,
  start: number,
): SourceTokens | null {
  const named = quotedAs(view, cue, start) ?? absoluteSubject(view, next, start);
  if (named !== null) return named;
  const kind = view.classes[next - 1];
  const follows = (kind === OTHER || kind === ROLE) && next === cue.at;
  return follows ? reducedClause(view, next, start) : null;
}

/**
 * "SANA quoted | a military source | as saying", "X | was quoted by SANA as saying": returns who is
 * quoted; null if nobody is.
 */
function quotedAs(view: BodyView, cue: Cue, start: number): SourceTokens | null {
  const { tokens } = view;
  if (!isAfterAs(view, cue.first)) return null;
  const as = cue.first - 1;
  for (let at = as - 1; at >= Math.max(start, as - longestPhrase); at--) {
    if (!citingCues.has(verbKey(tokens[at]!.folded))) continue;
    const isActive = at + 1 < as && tokens[at + 1]!.folded !== "by";
    return isActive ? { first: at + 1, next: as } : passiveSubject(view, at, start);
  }
  return null;
}

/** "she | was widely | quoted": the noun phrase or pronoun before the auxiliary of a participle. */
function passiveSubject(view: BodyView, at: number, start: number): SourceTokens | null {
  let next = at;
  while (
    next > start &&
    (view.classes[next - 1] === AUXILIARY || view.classes[next - 1] === ADVERB)
  )
    next--;
  if (next === at || next <= start) return null;
  if (view.classes[next - 1] === PRONOUN) return { first: next - 1, next };
  return ownerOf(view, nounPhraseStart(view, next, start), next);
}

/** "with | Anna Jones | saying that …": the subject of a participle after "with". */
function absoluteSubject(view: BodyView, next: number, start: number): SourceTokens | null {
  const first = nounPhraseStart(view, next, start);
  const isAfterWith = first < next && view.tokens[first - 1]?.folded === "with";
  return isAfterWith ? ownerOf(view, first, next) : null;
}

/** "a report | saying that …": the noun phrase that a participle follows at once. */
function reducedClause(view: BodyView, next: number, start: number): SourceTokens | null {
  const first = nounPhraseStart(view, next, start);
  // "The Kremlin issued a statement | saying that …": the source of the statement precedes it.
  const isPutOut = functionWords.reportingNouns.has(view.tokens[next - 1]!.folded);
  if (isPutOut && first > start && view.classes[first - 1] === OTHER) {
    return mainSubject(view, start, first);
  }
  // "wrote a letter to the mayor | urging her to stop": the one who is addressed says nothing.
  if (view.classes[first - 1] === TO) return null;
  const isPhrase = view.classes[first] === DETERMINER || view.classes[next - 1] === ROLE;
  return isPhrase && first < next ? ownerOf(view, first, next) : null;
}
