import { functionWords } from "../../text/languageTables.ts";
import {
  ADVERB,
  AUXILIARY,
  CLOSE_QUOTE,
  COLON,
  COMMA,
  CUE_WORD,
  cueKeys,
  DETERMINER,
  NAME,
  NEGATION,
  OPEN_QUOTE,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  TO,
} from "../../text/wordTraits.ts";
import { type BodyView, sentenceEnd, sentenceStart } from "../attributions/bodyView.ts";
import { nounPhraseStart } from "../frames/nounPhrase.ts";
import type { Cue } from "./cue.ts";
import { cueKey } from "./cueContext.ts";
import { cueScores } from "./cueScores.ts";

/**
 * Returns the cues of a text with at least the given score, in order, at most one per verb group;
 * in all sentences or those of `within`.
 */
export function findCues(
  view: BodyView,
  leastScore: number,
  within?: ReadonlySet<number>,
): readonly Cue[] {
  const cues: Cue[] = [];
  for (const candidates of candidatesBySentence(view, within)) {
    const scored = candidates.filter(({ key }) => cueKeys.has(key));
    const scores = cueScores(
      view,
      scored.map(({ at }) => at),
    );
    let next = 0;
    for (const candidate of candidates) {
      const own = cueKeys.has(candidate.key) ? scores[next++]! : sureScore;
      const score = candidate.isSure ? Math.max(sureScore, own) : own;
      if (score >= leastScore) addCue(view, cues, candidate, score);
    }
  }
  return cues;
}

/** A token that may be a cue. */
interface Candidate {
  readonly at: number;
  readonly key: string;
  /** True if it is a cue whatever its weights. */
  readonly isSure: boolean;
  /** The token after "issued a statement"; null for other cues. */
  readonly issued: number | null;
}

function* candidatesBySentence(
  view: BodyView,
  within: ReadonlySet<number> | undefined,
): Generator<readonly Candidate[]> {
  let found: Candidate[] = [];
  let sentence = -1;
  for (let at = 0; at < view.tokens.length; at++) {
    const here = view.sentenceOf[at]!;
    if (within !== undefined && !within.has(here)) continue;
    const candidate = candidateAt(view, at);
    if (candidate === null) continue;
    if (here !== sentence && found.length > 0) {
      yield found;
      found = [];
    }
    sentence = here;
    if (found.length < mostScored) found.push(candidate);
    if (candidate.issued !== null) at = candidate.issued - 1;
  }
  if (found.length > 0) yield found;
}

function candidateAt(view: BodyView, at: number): Candidate | null {
  if (!mayBeCue(view, at)) return null;
  const isVerb = view.classes[at] === OTHER || view.classes[at] === ROLE;
  const isListed = !isVerb || (view.tokens[at]!.traits & CUE_WORD) !== 0;
  const followsSpeech = followsQuotedSpeech(view, at);
  if (!isListed && !followsSpeech) return null;
  const key = cueKey(view, at);
  const issued = issuedEnd(view, at, key);
  const isSure = issued !== null || followsSpeech || isTextThatReads(view, at, key);
  return isSure || cueKeys.has(key) ? { at, key, isSure, issued } : null;
}

/** Adds a cue, unless a better one of its verb group is there, or it is a colon that a verb leads to. */
function addCue(view: BodyView, cues: Cue[], { at, key, issued }: Candidate, score: number): void {
  const group = groupOf(view, at);
  const cue = { at, key, score, first: group.first, next: issued ?? group.next };
  const last = cues[cues.length - 1];
  if (key === ":" && last !== undefined && leadsToColon(view, last, at)) return;
  if (last === undefined || last.next < cue.first || last.at >= cue.at) cues.push(cue);
  else if (key !== ":" && last.score < cue.score) cues[cues.length - 1] = cue;
}

/** The most words of one sentence that are scored; only hostile sentences have more. */
const mostScored = 200;

/** The score of cues that need no weights. */
const sureScore = 2;

/**
 * “…,” one person | tweeted; “…!” | beamed Hartley: true if a verb after a quotation says who
 * spoke, whatever the verb.
 */
function followsQuotedSpeech(view: BodyView, at: number): boolean {
  const { classes, tokens } = view;
  if (classes[at] !== OTHER || !pastForm.test(tokens[at]!.folded)) return false;
  if (endsSpeech(view, at - 1)) return classes[at + 1] === NAME;
  let before = at - 1;
  while (classes[before] === ADVERB) before--;
  const last = before;
  while (before > last - longestSpeaker && isSpeakerWord(classes[before]!)) before--;
  return before < last && endsSpeech(view, before);
}

const pastForm = /(?:ed|[a-z]d|oke|ent|ew|ang)$/;

/** Words between a quotation and a verb that are taken for its subject. */
const longestSpeaker = 5;

function isSpeakerWord(kind: number): boolean {
  return (
    kind === NAME || kind === PRONOUN || kind === ROLE || kind === DETERMINER || kind === OTHER
  );
}

/** True at the closing mark of a quotation that ends as speech does before its attribution. */
function endsSpeech(view: BodyView, at: number): boolean {
  const quote = view.quoteOf[at] ?? -1;
  if (quote < 0 || view.classes[at] !== CLOSE_QUOTE) return false;
  return /[,?!]/.test(view.text[view.quotations[quote]!.end - 1]!);
}

/** True for "read" after a text that is quoted ("the statement read"), not after a person. */
function isTextThatReads(view: BodyView, at: number, key: string): boolean {
  if (key !== "read") return false;
  const first = nounPhraseStart(view, at, sentenceStart(view, at));
  for (let index = first; index < at; index++) {
    if (functionWords.reportingNouns.has(view.tokens[index]!.folded)) return true;
  }
  return false;
}

/** "issued a statement": returns the token after the noun, or null. */
function issuedEnd(view: BodyView, at: number, key: string): number | null {
  if (key !== "issu" && key !== "releas") return null;
  for (let next = at + 1; next < Math.min(view.tokens.length, at + 5); next++) {
    if (functionWords.reportingNouns.has(view.tokens[next]!.folded)) return next + 1;
    if (view.classes[next] !== DETERMINER && view.classes[next] !== OTHER) return null;
  }
  return null;
}

/** "told reporters: “…": true if the verb is the cue and the colon merely follows it. */
function leadsToColon(view: BodyView, last: Cue, colon: number): boolean {
  if (view.sentenceOf[last.at] !== view.sentenceOf[colon]) return false;
  if (last.at < sentenceStart(view, colon)) return false;
  for (let at = last.next; at < colon; at++) if (view.quoteOf[at]! >= 0) return false;
  return true;
}

/** True for a token outside of quotations that may be a cue. */
export function mayBeCue(view: BodyView, at: number): boolean {
  if (view.quoteOf[at]! >= 0 || view.sentenceOf[at]! < 0 || isAside(view, at)) return false;
  const kind = view.classes[at];
  if (kind === OTHER || kind === ROLE) return true;
  if (kind === COLON) return view.classes[at + 1] === OPEN_QUOTE || view.sentenceOf[at] === 0;
  return kind === PREPOSITION && view.tokens[at]!.folded === "according";
}

/** True for "say" between commas: "in, | say, | ten years". */
function isAside({ tokens, classes }: BodyView, at: number): boolean {
  return tokens[at]!.folded === "say" && classes[at - 1] === COMMA && classes[at + 1] === COMMA;
}

/** The auxiliaries and adverbs around a verb. */
function groupOf(view: BodyView, at: number): { first: number; next: number } {
  const { classes, tokens } = view;
  if (classes[at] === COLON) return { first: at, next: at + 1 };
  let first = at;
  const start = sentenceStart(view, at);
  while (first > start && first > at - 6 && inGroup(classes[first - 1]!)) first--;
  let next = at + 1;
  const end = sentenceEnd(view, at);
  if (tokens[at]!.folded === "according" && tokens[next]?.folded === "to") next++;
  else while (next < end && next < at + 3 && classes[next] === ADVERB) next++;
  return { first, next };
}

function inGroup(kind: number): boolean {
  return kind === AUXILIARY || kind === ADVERB || kind === NEGATION || kind === TO;
}
