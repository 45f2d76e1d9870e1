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
  NUMBER,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  STOP,
  TO,
  verbKey,
  WH,
} from "../text/wordTraits.ts";
import { type BodyView, nameEnd, sentenceEnd, sentenceStart } from "./bodyView.ts";
import type { Cue } from "./cue.ts";
import { citingCues } from "./cueKinds.ts";
import {
  isNoun,
  isPhraseLink,
  isPhraseWord,
  joins,
  linkingPrepositions,
  longestPhrase,
  nounPhraseStart,
} from "./nounPhrase.ts";

/** Tokens [first, next) of a noun phrase, and the tokens that head it: the name or noun that speaks. */
export interface SourceTokens {
  readonly first: number;
  readonly next: number;
}

/** The subject before a verb group: "Oleg Glazunov, an expert from …, | said"; null if there is none. */
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

/** "saying", "adding" without a form of "be": whose it is stands elsewhere. */
function isParticiple(view: BodyView, cue: Cue): boolean {
  if (!view.tokens[cue.at]!.folded.endsWith("ing") || cue.key === "accord") return false;
  for (let at = cue.first; at < cue.at; at++) if (view.classes[at] === AUXILIARY) return false;
  return true;
}

/** "SANA quoted | a military source | as saying": whose words are quoted; null if nobody's are. */
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
  // "The Kremlin issued a statement | saying that …": whose statement it is stands before.
  const isPutOut = functionWords.reportingNouns.has(view.tokens[next - 1]!.folded);
  if (isPutOut && first > start && view.classes[first - 1] === OTHER) {
    return mainSubject(view, start, first);
  }
  const isPhrase = view.classes[first] === DETERMINER || view.classes[next - 1] === ROLE;
  return isPhrase && first < next ? owner(view, first, next) : null;
}

/** Past the subject: before adverbs, and before the verb that "to say" depends on ("declined to say"). */
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
    else if (spansOfTime.has(folded) && pointers.has(before) && next - 2 > start) next -= 2;
    else if (dayNames.has(folded) && next - 1 > start) next -= before === "on" ? 2 : 1;
    else break;
  }
  return Math.max(next, start);
}

const spansOfTime: ReadonlySet<string> = new Set(
  "week month year morning afternoon evening night summer spring fall winter weekend".split(" "),
);

const pointers: ReadonlySet<string> = new Set(["this", "last", "that", "next"]);

const dayNames: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday".split(" "),
);

/** "asked Baitman | to say", "a plan to call": whose it is stands elsewhere in the sentence. */
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

/** What explains a name between commas is part of the source up to this many tokens. */
const longestExplanation = 24;

/** Whose a noun is: "Trump’s | attacks", "his | plan"; nothing for "a statement". */
function owner(view: BodyView, first: number, next: number): SourceTokens | null {
  if (first >= next) return null;
  if (!isEmptyPhrase(view, first, next)) return { first, next };
  const isPossessive = possessives.has(view.tokens[next - 1]!.folded);
  return isPossessive ? { first: next - 1, next } : null;
}

const possessives: ReadonlySet<string> = new Set("his her their its our my your".split(" "));

/** "Oleg Glazunov, | an expert from X said": a name whose insertion was never closed. */
function withNameBefore(view: BodyView, first: number, start: number): number {
  const { classes } = view;
  const isExplained = classes[first] === DETERMINER || classes[first] === ROLE;
  if (!isExplained || first - 2 < start) return first;
  if (classes[first - 1] !== COMMA || classes[first - 2] !== NAME) return first;
  const name = nounPhraseStart(view, first - 1, start);
  return name === start && view.names[view.nameOf[first - 2]!]?.kind === "person" ? name : first;
}

/** "Pekin, who said": the relative pronoun; whom it means is looked up later. */
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

/** "As reported in X, an article in Y, claims": the comma ends the opening phrase. */
function isFirstComma(view: BodyView, comma: number, start: number): boolean {
  for (let at = start; at < comma; at++) if (view.classes[at] === COMMA) return false;
  return true;
}

/** How many tokens an insertion between commas may have. */
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

/** The source after the cue: "said X, the chairman", "according to X". */
export function sourceAfter(view: BodyView, from: number): SourceTokens | null {
  const { classes, tokens } = view;
  const end = sentenceEnd(view, from - 1);
  if (from >= end) return null;
  if (classes[from] === PRONOUN) return { first: from, next: from + 1 };
  let next = from;
  for (; next < Math.min(end, from + longestPhrase); next++) {
    const kind = classes[next]!;
    if (/^[)\]]$/.test(tokens[next]!.folded)) break;
    if (isPhraseWord(kind)) continue;
    if (kind === STOP && tokens[next - 1]?.end === tokens[next]!.start && next + 1 < end) continue;
    if (kind === PREPOSITION && linkingPrepositions.has(tokens[next]!.folded) && next > from)
      continue;
    if (kind === CONJUNCTION && tokens[next]!.folded === "and" && isNoun(classes[next + 1] ?? STOP))
      continue;
    if (kind === COMMA && startsAppositive(view, next + 1, end)) continue;
    if (kind === COMMA && classes[next - 1] === ROLE && isPersonName(view, next + 1)) continue;
    break;
  }
  while (next > from && (isPhraseLink(classes[next - 1]!) || classes[next - 1] === COMMA)) next--;
  return next > from && !isEmptyPhrase(view, from, next) ? { first: from, next } : null;
}

function isEmptyPhrase(view: BodyView, first: number, next: number): boolean {
  for (let at = first; at < next; at++) {
    const kind = view.classes[at]!;
    if (kind === NAME || kind === ROLE || kind === OTHER || kind === NUMBER) return false;
  }
  return true;
}

/** ", a professor at X", ", the committee’s chairman", ", 45,": what a name is explained by. */
function startsAppositive(view: BodyView, at: number, end: number): boolean {
  const { classes, tokens } = view;
  if (at >= end) return false;
  if (classes[at] === ROLE) return true;
  if (classes[at] === DETERMINER) {
    for (let index = at + 1; index < Math.min(end, at + 6); index++) {
      if (classes[index] === ROLE) return true;
      if (classes[index] === COMMA) return false;
    }
    return false;
  }
  return classes[at] === NUMBER && tokens[at]!.folded.length === 2 && classes[at + 1] === COMMA;
}

/** "the House speaker, | Paul Ryan" */
function isPersonName(view: BodyView, at: number): boolean {
  const which = view.nameOf[at] ?? -1;
  return which >= 0 && view.names[which]!.kind === "person";
}

/** The first noun phrase of a sentence's main clause, else the first person or pronoun before a verb. */
export function mainSubject(view: BodyView, start: number, limit: number): SourceTokens | null {
  const subject = openingSubject(view, start, limit);
  if (subject !== null && isLikelySpeaker(view, subject)) return subject;
  return personSubject(view, start, limit) ?? subject;
}

/** True if a phrase begins as those who speak are called, by a name, an office, a pronoun or an article. */
function isLikelySpeaker(view: BodyView, { first }: SourceTokens): boolean {
  const kind = view.classes[first];
  return kind === NAME || kind === ROLE || kind === PRONOUN || kind === DETERMINER;
}

/** "Later on Sunday | Carson | shared", "when | he | returned": outside of quotations. */
function personSubject(view: BodyView, start: number, limit: number): SourceTokens | null {
  const { classes, names, nameOf } = view;
  for (let at = start; at < limit - 1; at++) {
    if (view.quoteOf[at]! >= 0) continue;
    if (classes[at] === PRONOUN && isVerbLike(classes[at + 1]!)) return { first: at, next: at + 1 };
    if (classes[at] !== NAME || names[nameOf[at]!]!.kind !== "person") continue;
    const next = nameEnd(view, at);
    const before = at > start ? classes[at - 1] : COMMA;
    const governed = before === PREPOSITION || before === TO;
    if (!governed && next < limit && isVerbLike(classes[next]!)) return { first: at, next };
    at = next - 1;
  }
  return null;
}

function isVerbLike(kind: number): boolean {
  return kind === OTHER || kind === AUXILIARY || kind === ADVERB;
}

/** The noun phrase that opens a sentence's main clause, past an opening phrase that a comma ends. */
function openingSubject(view: BodyView, start: number, limit: number): SourceTokens | null {
  const { classes } = view;
  let first = start;
  if (opensAdjunct(view, start)) {
    while (first < limit && classes[first] !== COMMA && classes[first] !== DASH) first++;
    first++;
  }
  while (
    first < limit &&
    (classes[first] === CONJUNCTION || classes[first] === ADVERB || classes[first] === COMMA)
  )
    first++;
  if (first >= limit) return null;
  if (classes[first] === PRONOUN) return { first, next: first + 1 };
  let next = first;
  while (next < limit && isSubjectWord(view, next, first)) next++;
  return next > first && !isEmptyPhrase(view, first, next) ? { first, next } : null;
}

function isSubjectWord(view: BodyView, at: number, first: number): boolean {
  const kind = view.classes[at]!;
  const before = at === first ? DETERMINER : view.classes[at - 1]!;
  if (kind === OTHER) return before !== NAME && before !== ROLE;
  if (kind === PREPOSITION) return view.tokens[at]!.folded === "of";
  if (kind === STOP) return joins(view, at);
  return isPhraseWord(kind);
}

/** True if a sentence opens with "In …", "After …", "Asked …", "Hoping …": a phrase before its subject. */
export function opensAdjunct(view: BodyView, start: number): boolean {
  const kind = view.classes[start]!;
  if (kind === PREPOSITION || kind === WH) return true;
  const { folded } = view.tokens[start]!;
  if (kind === CONJUNCTION) return folded !== "and" && folded !== "but" && folded !== "so";
  return kind === OTHER && /(?:ing|ed)$/.test(folded);
}

/** True if a token may begin the subject of an inverted clause: "said X". */
export function beginsSource(view: BodyView, at: number): boolean {
  const kind = view.classes[at];
  return (
    kind === NAME ||
    kind === ROLE ||
    kind === DETERMINER ||
    kind === PRONOUN ||
    kind === NUMBER ||
    (kind === OTHER &&
      /^\p{Lu}/u.test(view.text.slice(view.tokens[at]!.start, view.tokens[at]!.start + 1)))
  );
}
