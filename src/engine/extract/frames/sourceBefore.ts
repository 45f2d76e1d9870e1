import {
  cueVerbs,
  functionWords,
  namedDays,
  partsOfDay,
  seasons,
  weekdays,
} from "../../text/languageTables.ts";
import {
  ADVERB,
  AUXILIARY,
  CLOSE_QUOTE,
  COLON,
  COMMA,
  CONJUNCTION,
  DASH,
  DETERMINER,
  HYPHEN,
  NAME,
  NEGATION,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  THAT,
  TO,
  WH,
} from "../../text/wordTraits.ts";
import { type BodyView, sentenceStart } from "../attributions/bodyView.ts";
import type { Cue } from "../cues/cue.ts";
import { nounPhraseStart } from "./nounPhrase.ts";
import { isParticiple, participleSource } from "./participleSource.ts";
import { mainSubject, opensAdjunct } from "./sentenceSubject.ts";
import { ownerOf, type SourceTokens } from "./sourceTokens.ts";

/** Returns the subject before a verb group ("Oleg Glazunov, an expert from …, | said"), or null. */
export function sourceBefore(view: BodyView, cue: Cue): SourceTokens | null {
  const start = sentenceStart(view, cue.at);
  const next = subjectEnd(view, cue, start);
  if (next <= start) return null;
  const kind = view.classes[next - 1]!;
  if (isParticiple(view, cue)) return participleSource(view, cue, next, start);
  if (dependsOnNoun(view, cue, next)) return null;
  if (kind === CONJUNCTION) return null;
  // "Anna Jones | made it clear that …"
  if (tokenIs(view, next - 1, "it") && tokenIs(view, next - 2, "made", "makes", "make")) {
    return subjectEndingAt(view, next - 2, start);
  }
  const explained = explainedPerson(view, next, start);
  if (explained !== null) return { first: explained, next };
  const first = nounPhraseStart(view, next, start);
  return subjectFartherBack(view, cue, first, start) ?? subjectEndingAt(view, next, start);
}

/**
 * Returns the subject if the words before a cue are not it: "Anna Jones | has expressed deep
 * concern", "Protesters | marching through the streets | chanted"; otherwise null.
 */
function subjectFartherBack(
  view: BodyView,
  cue: Cue,
  first: number,
  start: number,
): SourceTokens | null {
  const { classes, tokens } = view;
  if (first <= start || first >= cue.first) return null;
  const before = classes[first - 1]!;
  if (before === WH) return classes[first] === OTHER ? relativeSource(view, first - 1) : null;
  // "The crowd | that | met Marlow said"
  if (before === THAT && classes[first] === OTHER && isRelative(view, first - 1))
    return { first: first - 1, next: first };
  if (classes[first] === OTHER && isGroupWord(before)) {
    let next = first;
    while (next > start && isGroupWord(classes[next - 1]!)) next--;
    return classes.subarray(next, first).includes(AUXILIARY)
      ? subjectEndingAt(view, next, start)
      : null;
  }
  if (isNominal(view, cue, first) && before === OTHER) {
    let next = first - 1;
    while (next > start && isGroupWord(classes[next - 1]!)) next--;
    return next > start ? subjectEndingAt(view, next, start) : null;
  }
  const { folded } = tokens[first - 1]!;
  // "Officials | such as Marlow have said"
  if (folded === "as" && tokenIs(view, first - 2, "such")) {
    return mainSubject(view, start, first - 2);
  }
  const isPhrase = before === PREPOSITION && !functionWords.conjunctions.has(folded);
  return isPhrase && folded !== "with" && !opensAdjunct(view, start)
    ? mainSubject(view, start, first - 1)
    : null;
}

function tokenIs({ tokens }: BodyView, at: number, ...words: readonly string[]): boolean {
  return words.includes(tokens[at]?.folded ?? "");
}

function isGroupWord(kind: number): boolean {
  return kind === AUXILIARY || kind === ADVERB || kind === NEGATION;
}

/**
 * True for a cue that is the noun of the phrase before it, by number: "a formal | promise", "these |
 * allegations". "a spokesman | says" and "these aides | say" are verbs.
 */
function isNominal(view: BodyView, cue: Cue, first: number): boolean {
  if (cue.first < cue.at || view.classes[first] !== DETERMINER) return false;
  const { folded } = view.tokens[cue.at]!;
  if (/(?:ed|ing)$/.test(folded) || cueVerbs.irregular.has(folded)) return false;
  const determiner = view.tokens[first]!.folded;
  if (singular.has(determiner)) return !/[^s]s$/.test(folded);
  return plural.has(determiner) && /[^s]s$/.test(folded);
}

const singular: ReadonlySet<string> = new Set("a an this another each every".split(" "));
const plural: ReadonlySet<string> = new Set(
  "these those several many few both all no some".split(" "),
);

/** Returns the pronoun, relative pronoun or noun phrase that ends before `next`; or null. */
function subjectEndingAt(view: BodyView, next: number, start: number): SourceTokens | null {
  const kind = view.classes[next - 1]!;
  if (kind === PRONOUN || (kind === THAT && isRelative(view, next - 1))) {
    return { first: next - 1, next };
  }
  if (kind === WH) return relativeSource(view, next - 1);
  if (kind === COMMA || isClosingBracket(view, next - 1) || kind === DASH) {
    return (
      subjectBeforeComma(view, next - 1, start) ?? sourceBeforeInsertion(view, next - 1, start)
    );
  }
  const first = explainedPerson(view, next, start) ?? nounPhraseStart(view, next, start);
  return ownerOf(view, first, next);
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

const spansOfTime: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "week",
  "month",
  "year",
  ...partsOfDay,
  ...seasons,
  "weekend",
]);

const demonstratives: ReadonlySet<string> = new Set(["this", "last", "that", "next"]);

const dayNames: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...weekdays.keys(),
  ...namedDays.keys(),
]);

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

/** Prepositions that open an explanation of a name: "X, of the group Y said". */
const explaining: ReadonlySet<string> = new Set("of at from for with".split(" "));

/**
 * "“…,” | Anna Jones, a speaker of the group X said": returns the first token of a person's name that
 * opens its clause, if only an explanation that no comma ends stands between it and `next`.
 */
function explainedPerson(view: BodyView, next: number, start: number): number | null {
  const { classes, tokens } = view;
  let comma = next - 1;
  while (comma > start && ofExplanations.has(classes[comma]!)) comma--;
  if (classes[comma] !== COMMA || next - comma > longestExplanation) return null;
  const opening = classes[comma + 1]!;
  const isExplaining =
    opening === ROLE || opening === DETERMINER || explaining.has(tokens[comma + 1]!.folded);
  if (!isExplaining || classes[comma - 1] !== NAME) return null;
  const name = view.nameOf[comma - 1]!;
  let first = comma - 1;
  while (first > start && view.nameOf[first - 1] === name) first--;
  const isOpening = first === start || classes[first - 1] === CLOSE_QUOTE;
  return isOpening && view.names[name]?.kind === "person" ? first : null;
}

/** Classes of the words in an explanation. */
const ofExplanations: ReadonlySet<number> = new Set([
  DETERMINER,
  PREPOSITION,
  CONJUNCTION,
  ROLE,
  NAME,
  OTHER,
  HYPHEN,
]);

/** "a letter | that said": true for "that" after a noun. */
function isRelative(view: BodyView, at: number): boolean {
  const kind = view.classes[at - 1];
  return kind === OTHER || kind === ROLE || kind === NAME;
}

/** "Pekin, who said": returns the relative pronoun; its person is looked up later. */
function relativeSource(view: BodyView, at: number): SourceTokens | null {
  const { folded } = view.tokens[at]!;
  return folded === "who" || folded === "which" || folded === "whom"
    ? { first: at, next: at + 1 }
    : null;
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
