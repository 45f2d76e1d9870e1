import { namedDays, partsOfDay, periods, seasons, weekdays } from "../../text/languageTables.ts";
import {
  ADVERB,
  AUXILIARY,
  COMMA,
  CONJUNCTION,
  DASH,
  DETERMINER,
  NAME,
  OTHER,
  PREPOSITION,
  PRONOUN,
  ROLE,
  STOP,
  TO,
  WH,
} from "../../text/wordTraits.ts";
import { type BodyView, nameEnd } from "../attributions/bodyView.ts";
import { isPhraseWord, joins } from "./nounPhrase.ts";
import { isEmptyPhrase, type SourceTokens } from "./sourceTokens.ts";

/**
 * Returns the first noun phrase of a sentence's main clause, else the first person or pronoun
 * before a verb.
 */
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
  if (opensAdjunct(view, start) || opensWithTime(view, start, limit)) {
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

/** "Protesters | marching through the streets": true for a participle after a noun. */
function opensParticiple({ tokens, classes }: BodyView, at: number): boolean {
  const after = classes[at + 1];
  return (
    tokens[at]!.folded.endsWith("ing") &&
    (after === PREPOSITION || after === DETERMINER || after === TO)
  );
}

/** True if a time between the start and a comma opens a sentence: "This week, …", "Last Monday, …". */
function opensWithTime(view: BodyView, start: number, limit: number): boolean {
  let at = start;
  while (at < Math.min(limit, start + longestTime) && view.classes[at] !== COMMA) at++;
  return view.classes[at] === COMMA && at > start && timeWords.has(view.tokens[at - 1]!.folded);
}

/** The most tokens of a time: "early on Monday morning". */
const longestTime = 5;

const timeWords: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...weekdays.keys(),
  ...namedDays.keys(),
  ...periods.keys(),
  ...partsOfDay,
  ...seasons,
  ..."hour hours weekend decade later ago".split(" "),
]);

function isSubjectWord(view: BodyView, at: number, first: number): boolean {
  const kind = view.classes[at]!;
  const before = at === first ? DETERMINER : view.classes[at - 1]!;
  if (kind === OTHER) {
    return before !== NAME && before !== ROLE && !(before === OTHER && opensParticiple(view, at));
  }
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
