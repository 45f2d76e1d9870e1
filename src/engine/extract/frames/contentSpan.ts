import type { Span } from "../../model/index.ts";
import { namedDays, partsOfDay, weekdays } from "../../text/languageTables.ts";
import {
  ADVERB,
  AUXILIARY,
  CLOSE_QUOTE,
  COLON,
  COMMA,
  CONJUNCTION,
  DASH,
  DETERMINER,
  NAME,
  NUMBER,
  OPEN_QUOTE,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  STOP,
  THAT,
  TO,
  WH,
} from "../../text/wordTraits.ts";
import { type BodyView, sentenceEnd, sentenceStart } from "../attributions/bodyView.ts";
import type { Cue } from "../cues/cue.ts";
import { sourceBefore } from "./sourceBefore.ts";
import type { SourceTokens } from "./sourceTokens.ts";

/**
 * Returns the words after the verb (and the person spoken to) up to the end of the clause; null if
 * there are none.
 */
export function contentAfter(view: BodyView, from: number, limit: number): Span | null {
  const { classes } = view;
  let first = from;
  while (
    first < limit &&
    (classes[first] === COMMA || classes[first] === COLON || classes[first] === ADVERB)
  )
    first++;
  first = pastDay(view, first, limit);
  if (first < limit && isGoverned(view, first)) first++;
  let next = limit;
  while (next > first && endsOutside(view, next - 1)) next--;
  return first < next ? tokensSpan(view, first, next) : null;
}

/** Returns the token after "on Wednesday", "Friday night": the time of the saying. */
function pastDay(view: BodyView, from: number, limit: number): number {
  const { classes, tokens } = view;
  const day = classes[from] === PREPOSITION && tokens[from]!.folded === "on" ? from + 1 : from;
  if (day >= limit || !weekdays.has(tokens[day]!.folded)) return from;
  const after = partsOfDay.has(tokens[day + 1]?.folded ?? "") ? day + 2 : day + 1;
  return after < limit && !isPhraseEnd(classes[after]!) ? after : from;
}

function isPhraseEnd(kind: number): boolean {
  return kind === STOP || kind === COMMA || kind === DASH || kind === PREPOSITION;
}

/**
 * True for a preposition that belongs to the verb before it: "pointed to a stop", "talked about
 * it".
 */
function isGoverned(view: BodyView, at: number): boolean {
  const kind = view.classes[at]!;
  const after = view.classes[at + 1];
  if (kind === TO)
    return after === DETERMINER || after === NAME || after === PRONOUN || after === ROLE;
  return kind === PREPOSITION;
}

/** Returns the words before the clause of the cue, from the beginning of the sentence or quote. */
export function contentBefore(view: BodyView, clauseFirst: number): Span | null {
  const start = sentenceStart(view, clauseFirst);
  let next = clauseFirst;
  while (next > start && (view.classes[next - 1] === COMMA || view.classes[next - 1] === DASH))
    next--;
  if (next <= start) return null;
  let first = start;
  while (first < next && (view.classes[first] === CONJUNCTION || view.classes[first] === COMMA))
    first++;
  if (first >= next) return null;
  const span = tokensSpan(view, first, next);
  const quote = view.quoteOf[first]!;
  // A quote over several sentences begins before this one.
  return quote >= 0
    ? { start: Math.min(span.start, view.quotations[quote]!.outer.start), end: span.end }
    : span;
}

/** True for a stop, comma or dash that ends the sentence and does not belong to the content. */
function endsOutside(view: BodyView, at: number): boolean {
  const kind = view.classes[at]!;
  return view.quoteOf[at]! < 0 && (kind === STOP || kind === COMMA || kind === DASH);
}

/** Returns the span of tokens; quotes in it are included to their ends. */
export function tokensSpan(view: BodyView, first: number, next: number): Span {
  const start = view.tokens[first]!.start;
  let { end } = view.tokens[next - 1]!;
  const quote = view.quoteOf[next - 1]!;
  if (quote >= 0) end = Math.max(end, view.quotations[quote]!.outer.end);
  return { start, end };
}

/**
 * True if only a day, a place or "in a statement" follows, so that the content precedes the verb.
 */
export function isCircumstance(view: BodyView, from: number, limit: number): boolean {
  const { classes } = view;
  if (from >= limit) return true;
  const kind = classes[from]!;
  if (kind === STOP || kind === COMMA || kind === DASH) return true;
  if (!isAdverbial(view, from)) return false;
  const said = pastDay(view, from, limit);
  // "said Friday she was proud": a clause after the day.
  if (said > from && (classes[said] === PRONOUN || classes[said] === NAME)) return false;
  for (let at = from; at < limit; at++) {
    const word = classes[at]!;
    if (word === THAT && isRelative(view, at)) continue;
    if (word === THAT || word === OPEN_QUOTE || word === WH) return false;
    if (word === COMMA) return classes[at + 1] !== OPEN_QUOTE;
    if (word === STOP) return true;
  }
  return true;
}

/**
 * "a hearing | that could lead to a vote": true if "that" says which hearing, not what was said.
 */
function isRelative(view: BodyView, at: number): boolean {
  const before = view.classes[at - 1];
  const isAfterNoun = before === OTHER || before === ROLE;
  return (
    isAfterNoun && !dayWords.has(view.tokens[at - 1]!.folded) && view.classes[at + 1] === AUXILIARY
  );
}

/** True if a day name, an adverb or a prepositional phrase begins at a token. */
export function isAdverbial(view: BodyView, at: number): boolean {
  const { classes, tokens } = view;
  const kind = classes[at]!;
  if (kind === ADVERB || kind === PREPOSITION) return true;
  return dayWords.has(tokens[at]!.folded);
}

/** Words that begin a day: "Friday", "today", "last week". */
const dayWords: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...weekdays.keys(),
  ...namedDays.keys(),
  "last",
  "this",
]);

/**
 * Returns the token after the person spoken to: "told | his Turkish counterpart Recep Tayyip
 * Erdogan".
 */
export function pastAddressee(view: BodyView, from: number, limit: number): number {
  const { classes } = view;
  let at = from;
  while (at < limit && isAddresseeWord(view, at, from)) at++;
  return at > from && classes[at - 1] !== PREPOSITION ? at : from;
}

function isAddresseeWord(view: BodyView, at: number, from: number): boolean {
  const { classes, tokens } = view;
  const kind = classes[at]!;
  if (kind === PRONOUN) return at === from;
  if (tokens[at]!.folded === "there") return false;
  if (kind === STOP) return tokens[at - 1]!.end === tokens[at]!.start && classes[at + 1] === NAME;
  if (kind === OTHER && at > from && classes[at - 1] === PRONOUN) return false;
  if (kind === DETERMINER || kind === NAME || kind === ROLE || kind === OTHER || kind === NUMBER) {
    if (at === from || classes[at - 1] !== NAME || kind === NAME || kind === ROLE) return true;
    // "told the AFP | news agency"
    return tokens[at]!.folded === "news" || tokens[at]!.folded === "television";
  }
  return kind === CONJUNCTION && tokens[at]!.folded === "and" && at > from;
}

/**
 * Returns where the content after a cue ends: at the end of the sentence, a semicolon, or before
 * the next clause.
 */
export function clauseLimit(
  view: BodyView,
  cue: Cue,
  others: readonly Cue[],
  index: number,
): number {
  const end = sentenceEnd(view, cue.at);
  if (
    cue.key !== "accord" &&
    cue.first === sentenceStart(view, cue.at) &&
    /(?:ing|ed)$/.test(view.tokens[cue.at]!.folded)
  ) {
    return firstCommaAfter(view, cue.next, end);
  }
  const closing = relativeEnd(view, cue, end);
  for (let at = index + 1; at < others.length; at++) {
    const other = others[at]!;
    if (other.at >= closing) break;
    const cut = cutBefore(view, cue, other);
    if (cut !== null) return cut;
  }
  for (let at = cue.next; at < closing; at++) {
    if (view.tokens[at]!.folded === ";" && view.quoteOf[at]! < 0) return at;
  }
  return closing;
}

/** "…, which Putin promised to sign, would …": the comma that ends a relative clause, before a verb. */
function relativeEnd(view: BodyView, cue: Cue, end: number): number {
  const { classes } = view;
  const source = sourceBefore(view, cue);
  if (source === null) return end;
  const relative = classes[source.first] === WH ? source.first : source.first - 1;
  if (classes[relative] !== WH || classes[relative - 1] !== COMMA) return end;
  const comma = firstCommaAfter(view, cue.next, end);
  const after = classes[comma + 1];
  const isVerb =
    after === AUXILIARY || (after === OTHER && /(?:ed|s)$/.test(view.tokens[comma + 1]!.folded));
  return comma < end && isVerb ? comma : end;
}

/** Returns the comma that ends an opening phrase ("Commenting on X, …"), or `end`. */
export function firstCommaAfter(view: BodyView, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (view.classes[at] === COMMA && view.quoteOf[at]! < 0) return at;
  }
  return end;
}

/** ", adding that …", "and called …", ", and aides say …" begin another attribution. */
function cutBefore(view: BodyView, cue: Cue, other: Cue): number | null {
  const { classes, tokens } = view;
  const before = classes[other.first - 1];
  if (other.first <= cue.next) return null;
  const isParted =
    before === COMMA || (before === CLOSE_QUOTE && classes[other.first - 2] === COMMA);
  if (isParted && tokens[other.at]!.folded.endsWith("ing")) {
    return before === COMMA ? other.first - 1 : other.first;
  }
  if (other.key === "accord") return before === COMMA ? other.first - 1 : other.first;
  if (isJoint(view, other.first - 1)) return pastComma(view, other.first - 1);
  const source = sourceBefore(view, other);
  if (source === null || source.first <= cue.next) return null;
  if (isJoint(view, source.first - 1) && classes[source.first - 2] === COMMA)
    return source.first - 2;
  // "…, the spokeswoman said." ends the words before it.
  const closes =
    classes[source.first - 1] === COMMA &&
    isCircumstance(view, other.next, sentenceEnd(view, other.at));
  return closes ? source.first - 1 : null;
}

/** True for "and" and "but" outside of quotations. */
function isJoint(view: BodyView, at: number): boolean {
  if (view.classes[at] !== CONJUNCTION || view.quoteOf[at]! >= 0) return false;
  const { folded } = view.tokens[at]!;
  return folded === "and" || folded === "but";
}

function pastComma(view: BodyView, at: number): number {
  return view.classes[at - 1] === COMMA ? at - 1 : at;
}

/** True if a closing mark or a comma ends the words before the clause that begins at `first`. */
export function endsBefore(view: BodyView, first: number): boolean {
  const kind = view.classes[first - 1];
  return kind === COMMA || kind === CLOSE_QUOTE || kind === DASH;
}

/** Returns the source's tokens as a span. */
export function sourceSpan(view: BodyView, source: SourceTokens): Span {
  return { start: view.tokens[source.first]!.start, end: view.tokens[source.next - 1]!.end };
}
