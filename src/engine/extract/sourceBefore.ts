import { functionWords } from "../text/languageTables.ts";
import {
  ADVERB,
  AUXILIARY,
  COLON,
  COMMA,
  CONJUNCTION,
  DASH,
  DETERMINER,
  NAME,
  NEGATION,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  TO,
  verbKey,
  WH,
} from "../text/wordTraits.ts";
import { type BodyView, sentenceStart } from "./bodyView.ts";
import type { Cue } from "./cue.ts";
import { citingCues } from "./cueKinds.ts";
import { longestPhrase, nounPhraseStart } from "./nounPhrase.ts";
import { mainSubject, opensAdjunct } from "./sentenceSubject.ts";
import { isEmptyPhrase, type SourceTokens } from "./sourceTokens.ts";

/**
 * Returns the subject before a verb group: "Oleg Glazunov, an expert from …, | said"; null if there
 * is none.
 */
export function sourceBefore(view: BodyView, cue: Cue): SourceTokens | null {
  const start = sentenceStart(view, cue.at);
  const next = subjectEnd(view, cue, start);
  if (next <= start) return null;
  const kind = view.classes[next - 1]!;
  if (isParticiple(view, cue)) {
    const quoted = quotedAs(view, cue, start);
    if (quoted !== null) return quoted;
    const follows = (kind === OTHER || kind === ROLE) && next === cue.at;
    return follows ? reducedClause(view, next, start) : null;
  }
  if (dependsOnNoun(view, cue, next)) return null;
  if (kind === PRONOUN) return { first: next - 1, next };
  if (kind === CONJUNCTION) return null;
  if (kind === WH) return relativeSource(view, next - 1);
  if (kind === COMMA || isClosingBracket(view, next - 1) || kind === DASH) {
    return (
      subjectBeforeComma(view, next - 1, start) ?? sourceBeforeInsertion(view, next - 1, start)
    );
  }
  const first = withNameBefore(view, nounPhraseStart(view, next, start), start);
  return owner(view, first, next);
}

/** True for "saying" and "adding" without a form of "be", whose source is elsewhere. */
function isParticiple(view: BodyView, cue: Cue): boolean {
  if (!view.tokens[cue.at]!.folded.endsWith("ing") || cue.key === "accord") return false;
  for (let at = cue.first; at < cue.at; at++) if (view.classes[at] === AUXILIARY) return false;
  return true;
}

/** "SANA quoted | a military source | as saying": returns who is quoted; null if nobody is. */
function quotedAs(view: BodyView, cue: Cue, start: number): SourceTokens | null {
  const as = cue.first - 1;
  if (view.tokens[as]?.folded !== "as") return null;
  for (let at = as - 2; at >= Math.max(start, as - longestPhrase); at--) {
    if (citingCues.has(verbKey(view.tokens[at]!.folded))) return { first: at + 1, next: as };
  }
  return null;
}

/** "a report | saying that …": the noun phrase that a participle follows at once. */
function reducedClause(view: BodyView, next: number, start: number): SourceTokens | null {
  const first = nounPhraseStart(view, next, start);
  // "The Kremlin issued a statement | saying that …": the source of the statement precedes it.
  const isPutOut = functionWords.reportingNouns.has(view.tokens[next - 1]!.folded);
  if (isPutOut && first > start && view.classes[first - 1] === OTHER) {
    return mainSubject(view, start, first);
  }
  const isPhrase = view.classes[first] === DETERMINER || view.classes[next - 1] === ROLE;
  return isPhrase && first < next ? owner(view, first, next) : null;
}

/**
 * Returns the end of the subject: before adverbs, and before the verb that "to say" depends on
 * ("declined to say").
 */
function subjectEnd(view: BodyView, cue: Cue, start: number): number {
  const { classes } = view;
  let next = cue.first;
  next = beforeAdverbials(view, next, start);
  if (classes[cue.first] !== TO || next - 1 <= start || classes[next - 1] !== OTHER) return next;
  if (classes[next - 2] === DETERMINER || classes[next - 2] === PREPOSITION) return next;
  next--;
  while (
    next > start &&
    (classes[next - 1] === ADVERB ||
      classes[next - 1] === AUXILIARY ||
      classes[next - 1] === NEGATION)
  )
    next--;
  return next;
}

/** Before adverbs, days and "this week" between a subject and its verb: "Trump | on Friday | said". */
function beforeAdverbials(view: BodyView, end: number, start: number): number {
  const { classes, tokens } = view;
  let next = end;
  while (next > start) {
    const { folded } = tokens[next - 1]!;
    const before = tokens[next - 2]?.folded ?? "";
    if (classes[next - 1] === ADVERB) next--;
    else if (spansOfTime.has(folded) && demonstratives.has(before) && next - 2 > start) next -= 2;
    else if (dayNames.has(folded) && next - 1 > start) next -= before === "on" ? 2 : 1;
    else break;
  }
  return Math.max(next, start);
}

const spansOfTime: ReadonlySet<string> = new Set(
  "week month year morning afternoon evening night summer spring fall winter weekend".split(" "),
);

const demonstratives: ReadonlySet<string> = new Set(["this", "last", "that", "next"]);

const dayNames: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday".split(" "),
);

/** "asked Baitman | to say", "a plan to call": true if the source is elsewhere in the sentence. */
function dependsOnNoun(view: BodyView, cue: Cue, next: number): boolean {
  return view.classes[cue.first] === TO && next === cue.first;
}

/** "X, at a meeting in Columbus, Ohio, said": the sentence's subject, if a comma follows it at once. */
function subjectBeforeComma(view: BodyView, mark: number, start: number): SourceTokens | null {
  const subject = mainSubject(view, start, mark);
  if (subject === null || view.classes[subject.next] !== COMMA || subject.next >= mark) return null;
  const isNear = mark - subject.next <= longestExplanation;
  return { first: subject.first, next: isNear ? mark : subject.next };
}

/** An explanation of a name between commas is part of the source up to this many tokens. */
const longestExplanation = 24;

/** Returns the owner of a noun: "Trump’s | attacks", "his | plan"; null for "a statement". */
function owner(view: BodyView, first: number, next: number): SourceTokens | null {
  if (first >= next) return null;
  if (!isEmptyPhrase(view, first, next)) return { first, next };
  const isPossessive = possessives.has(view.tokens[next - 1]!.folded);
  return isPossessive ? { first: next - 1, next } : null;
}

const possessives: ReadonlySet<string> = new Set("his her their its our my your".split(" "));

/**
 * "Oleg Glazunov, | an expert from X said": returns the first token of a name whose insertion was
 * never closed.
 */
function withNameBefore(view: BodyView, first: number, start: number): number {
  const { classes } = view;
  const isExplained = classes[first] === DETERMINER || classes[first] === ROLE;
  if (!isExplained || first - 2 < start) return first;
  if (classes[first - 1] !== COMMA || classes[first - 2] !== NAME) return first;
  const name = nounPhraseStart(view, first - 1, start);
  return name === start && view.names[view.nameOf[first - 2]!]?.kind === "person" ? name : first;
}

/** "Pekin, who said": returns the relative pronoun; its person is looked up later. */
function relativeSource(view: BodyView, at: number): SourceTokens | null {
  const { folded } = view.tokens[at]!;
  return folded === "who" || folded === "which" ? { first: at, next: at + 1 } : null;
}

/** "X, an expert from Y, said": past the insertion that ends at `mark` to the noun phrase before it. */
function sourceBeforeInsertion(view: BodyView, mark: number, start: number): SourceTokens | null {
  const opening = insertionStart(view, mark, start);
  if (opening === null) return null;
  if (opensAdjunct(view, start) && isFirstComma(view, opening, start)) {
    return opening + 1 < mark ? { first: opening + 1, next: mark } : null;
  }
  const first = nounPhraseStart(view, opening, start);
  return first < opening ? { first, next: mark } : null;
}

/**
 * True for the first comma of a sentence, which ends its opening phrase: "As reported in X, an
 * article in Y, claims".
 */
function isFirstComma(view: BodyView, comma: number, start: number): boolean {
  for (let at = start; at < comma; at++) if (view.classes[at] === COMMA) return false;
  return true;
}

/** The most tokens of an insertion between commas. */
const longestInsertion = 45;

function insertionStart(view: BodyView, mark: number, start: number): number | null {
  const { classes } = view;
  const isBracket = isClosingBracket(view, mark);
  for (let at = mark - 1; at >= Math.max(start + 1, mark - longestInsertion); at--) {
    const kind = classes[at]!;
    if (isBracket) {
      if (/[([]/.test(view.tokens[at]!.folded)) return at;
      continue;
    }
    if (view.quoteOf[at]! >= 0) continue;
    if (kind === COLON) return null;
    if (kind !== classes[mark]) continue;
    if (isClosingBracket(view, at - 1)) return insertionStart(view, at - 1, start);
    if (classes[at - 1] === NAME || classes[at - 1] === ROLE || classes[at - 1] === OTHER)
      return at;
  }
  return null;
}

function isClosingBracket(view: BodyView, at: number): boolean {
  const folded = view.tokens[at]?.folded;
  return folded === ")" || folded === "]";
}
