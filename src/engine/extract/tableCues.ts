import { isCapitalised } from "../facts/nameSequences.ts";
import { isAccordingAround } from "../facts/tableNameContext.ts";
import { isAdjective, speaksAfter } from "../facts/tableNameWords.ts";
import { type TableText, withoutProclitic } from "../facts/tableText.ts";
import { type PhraseMap, phraseAt } from "../text/tableWords.ts";
import { COLON, COMMA, DASH, STOP } from "../text/wordTraits.ts";
import { type BodyView, nameEnd } from "./bodyView.ts";
import { isRole } from "./tableRoles.ts";

/** A cue of an attribution in a language that is read by a table; token indices, half-open. */
export interface TableCue {
  readonly first: number;
  readonly next: number;
  /** "said X" and "X said" · "according to X" · "X’e göre" · "selon lui" · a colon before a quotation */
  readonly kind: "verb" | "before" | "after" | "pronoun" | "colon";
  /** The word that the tables know: of "a déclaré" the second. */
  readonly word: string;
}

/** A body with its words as its language's table knows them. */
export interface TableView {
  readonly view: BodyView;
  readonly reading: TableText;
}

/** Returns the cues of a sentence between two tokens, outside quotations, in order. */
export function cuesBetween(from: TableView, first: number, next: number): readonly TableCue[] {
  const cues: TableCue[] = [];
  for (let at = first; at < next; ) {
    const cue = from.view.quoteOf[at]! >= 0 ? null : cueAt(from, at, first, next);
    if (cue !== null && !(cue.kind === "colon" && cues.some(({ kind }) => kind === "verb"))) {
      cues.push(cue);
    }
    at = cue?.next ?? at + 1;
  }
  return cues.length > 0 ? cues : lastVerb(from, first, next);
}

/**
 * In languages with the verb last: the last word of a sentence with a quotation, whatever it is.
 */
function lastVerb({ view, reading }: TableView, first: number, next: number): readonly TableCue[] {
  if (!reading.table.speech.verbLast) return [];
  let last = next - 1;
  while (last > first && view.tokens[last]!.kind === "punctuation") last--;
  const isQuoted = view.quoteOf[last]! >= 0;
  let quote = last - 1;
  while (quote > first && quote > last - 4 && view.quoteOf[quote]! < 0) quote--;
  if (isQuoted || last <= first || view.quoteOf[quote]! < 0) return [];
  return [{ first: last, next: last + 1, kind: "verb", word: reading.words[last]! }];
}

function cueAt(from: TableView, at: number, first: number, next: number): TableCue | null {
  const { view, reading } = from;
  const { words, table } = reading;
  const { speech } = table;
  const pronoun = phraseHere(reading, speech.accordingPronoun, at);
  if (pronoun !== null) return { first: at, next: pronoun, kind: "pronoun", word: words[at]! };
  const before = phraseHere(reading, speech.accordingBefore, at);
  if (before !== null)
    return { first: at, next: pastVerb(reading, before), kind: "before", word: words[at]! };
  const isBefore = isAroundName(from, at) || (at === first && opensOpinion(from, at, next));
  if (isBefore) return { first: at, next: at + 1, kind: "before", word: words[at]! };
  const after = phraseAt(speech.accordingAfter, words, at);
  if (after !== null) return { first: at, next: after.next, kind: "after", word: words[at]! };
  if (view.classes[at] === COLON && view.quoteOf[at + 1]! >= 0) {
    return { first: at, next: at + 1, kind: "colon", word: ":" };
  }
  if (view.nameOf[at]! >= 0) return null;
  return verbAt(from, at, first, next);
}

/** "según | informó", "según | ha dicho": returns the token after a verb of saying, if there is one. */
function pastVerb({ words, table }: TableText, at: number): number {
  if (!speaksAfter(words, at, table)) return at;
  return table.speech.verbs.has(words[at]!) ? at + 1 : at + 2;
}

/** True for "nach" in "nach Merkels Worten": a phrase for "according to" around a name. */
function isAroundName({ view, reading }: TableView, at: number): boolean {
  if (!reading.table.capitalisedNouns || (view.nameOf[at + 1] ?? -1) < 0) return false;
  return isAccordingAround(reading, at + 1, nameEnd(view, at + 1));
}

/** The most tokens between "pour" and the comma: "Pour | l’ancien ministre des Finances Luc Benz". */
const longestHolder = 10;

/** True for "Pour Luc Benz, « …": a person up to the first comma, and a quotation right after it. */
function opensOpinion({ view, reading }: TableView, at: number, next: number): boolean {
  if (!reading.table.speech.opinionBefore.has(reading.words[at]!)) return false;
  let comma = at + 1;
  while (comma < Math.min(next, at + longestHolder) && view.classes[comma] !== COMMA) comma++;
  const isPerson = view.names[view.nameOf[comma - 1] ?? -1]?.kind === "person";
  return isPerson && view.quoteOf[comma + 1]! >= 0;
}

/** Returns the end of a phrase whose first word may have a proclitic: "وبحسب". */
function phraseHere(reading: TableText, phrases: PhraseMap<true>, at: number): number | null {
  const { words, table } = reading;
  const bare = withoutProclitic(words[at]!, table, (rest) => phrases.has(rest));
  if (bare === null) return null;
  return phraseAt(phrases, words, at, bare)?.next ?? null;
}

function verbAt(from: TableView, at: number, first: number, next: number): TableCue | null {
  const { words, table } = from.reading;
  const { speech } = table;
  const phrase = phraseAt(speech.phrases, words, at);
  if (phrase !== null) return { first: at, next: phrase.next, kind: "verb", word: words[at]! };
  if (isNounHere(from.reading, at, at === first)) return null;
  const auxiliary = auxiliaryBefore(from, at, first);
  if (auxiliary !== null && speech.participles.has(words[at]!)) {
    return kept(
      from,
      { first: auxiliary, next: at + 1, kind: "verb", word: words[at]! },
      first,
      next,
    );
  }
  const word = withoutProclitic(words[at]!, table, (rest) => speech.verbs.has(rest));
  if (word === null && (speaksByPlace(from, at, next) || leadsToThat(from, at))) {
    return { first: at, next: at + 1, kind: "verb", word: words[at]! };
  }
  if (word === null) return null;
  return kept(from, { first: at, next: at + 1, kind: "verb", word }, first, next);
}

/**
 * True after an article: "l’annonce", "la nota"; not for "comme le | souligne", "il le | dit". In
 * German, for a capital: "der Rat".
 */
function isNounHere(
  { words, table, text, tokens }: TableText,
  at: number,
  opens: boolean,
): boolean {
  if (table.capitalisedNouns) return !opens && isCapitalised(text, tokens[at]);
  if (!table.definiteArticles.has(words[at - 1] ?? "")) return false;
  const before = words[at - 2] ?? "";
  return !table.speech.clauseStarters.has(before) && !table.pronouns.has(before);
}

/**
 * The number of tokens in which an auxiliary is looked for: "a, selon lui, déclaré"; farther for a
 * verb at the end.
 */
const auxiliaryReach = 4;

function auxiliaryBefore({ view, reading }: TableView, at: number, first: number): number | null {
  const { auxiliaries } = reading.table.speech;
  if (auxiliaries.size === 0) return null;
  const reach = reading.table.capitalisedNouns ? at - first : auxiliaryReach;
  for (let before = at - 1; before >= Math.max(first, at - reach); before--) {
    if (view.classes[before] === COMMA && !reading.table.capitalisedNouns) return null;
    if (auxiliaries.has(reading.words[before]!))
      return reading.table.capitalisedNouns ? at : before;
  }
  return null;
}

/** True for any verb between a quotation and a name or pronoun: "„…“, | brummte Merkel". */
function speaksByPlace({ view, reading }: TableView, at: number, next: number): boolean {
  const { table, words, tokens, text } = reading;
  const isAside = table.speech.asides.has(words[at]!);
  let before = at - 1;
  while (before > at - 4 && isMarkOutside(view, before)) before--;
  const isAfterQuote = (view.quoteOf[before] ?? -1) >= 0;
  if (!isAfterQuote && !(isAside && view.classes[at - 1] === COMMA)) return false;
  if (tokens[at]!.kind !== "word" || table.hasNoCapitals) return false;
  if (!isAside && table.functionWords.has(words[at]!)) return false;
  if (!/^\p{Ll}/u.test(text.slice(tokens[at]!.start, tokens[at]!.start + 2))) return false;
  let after = at + 1;
  let hasRole = false;
  const mayBeBefore = (index: number) =>
    isBeforeName(reading, index) || (isAside && isAdjective(reading, index));
  for (; after < Math.min(next, at + longestToName) && mayBeBefore(after); after++) {
    hasRole ||= isRole({ reading }, after);
  }
  if (isAside && (hasRole || (after < next && isRole({ reading }, after)))) return true;
  return view.nameOf[after]! >= 0 || (!isAside && table.pronouns.has(words[after] ?? ""));
}

/**
 * True for any verb between a person and "that": "Ли убежден, | что", "Merkel versicherte, | dass".
 */
function leadsToThat({ view, reading }: TableView, at: number): boolean {
  const { table, words, tokens, text } = reading;
  if (tokens[at]!.kind !== "word" || table.functionWords.has(words[at]!)) return false;
  if (!/^\p{Ll}/u.test(text.slice(tokens[at]!.start, tokens[at]!.start + 2))) return false;
  const that = view.classes[at + 1] === COMMA ? at + 2 : at + 1;
  if (!table.speech.that.has(words[that] ?? "")) return false;
  const before = table.functionWords.has(words[at - 1] ?? "") ? at - 2 : at - 1;
  const isPerson = (index: number) => view.names[view.nameOf[index] ?? -1]?.kind === "person";
  return isPerson(at - 1) || isPerson(before) || table.pronouns.has(words[at - 1] ?? "");
}

/** The most tokens between a verb and its name: "so | der frühere Abgeordnete Dr. | Merkel". */
const longestToName = 8;

function isMarkOutside({ classes, quoteOf }: BodyView, at: number): boolean {
  return quoteOf[at]! < 0 && (classes[at] === COMMA || classes[at] === DASH);
}

/** True for words that may be between a verb and its name: an article, an office, a title. */
function isBeforeName({ table, words, joined }: TableText, at: number): boolean {
  const word = words[at]!;
  return (
    isCliticMark(word) ||
    table.articles.has(word) ||
    table.titles.has(word) ||
    table.roles.has(word) ||
    table.roles.has(joined[at]!) ||
    table.adjectives.has(word)
  );
}

/** True for a mark between a verb and its pronoun: "demande-t-il". */
export function isCliticMark(word: string): boolean {
  return word === "-" || word === "‑" || word === "t";
}

/** Some verbs report speech only where a quotation, a comma before them or "that" says so. */
function kept(from: TableView, cue: TableCue, first: number, next: number): TableCue | null {
  const { speech } = from.reading.table;
  if (!speech.needThat.has(cue.word)) return cue;
  const isParenthesis = from.view.classes[cue.first - 1] === COMMA && cue.first - first > 3;
  if (
    isParenthesis &&
    !from.reading.table.speech.clauseStarters.has(from.reading.words[cue.next] ?? "")
  )
    return cue;
  const isSpeech =
    isAfterAs(from, cue, first) ||
    hasQuote(from, first, next) ||
    thatAfter(from, cue.next, next) !== null ||
    isCompleted(from, cue, next) ||
    leadsToReport(from, cue, next) ||
    leadsToInfinitive(from, cue, next) ||
    isOfSentenceBefore(from, cue, first);
  return isSpeech ? cue : null;
}

/** Tokens between "as" and its verb, where the subject comes first: "wie die Chefin der Polizei | …". */
const asReach = 8;

/** True in a clause that "as" opens: "Comme l’a | rappelé", ", wie die Polizei | angab". */
function isAfterAs({ view, reading }: TableView, cue: TableCue, first: number): boolean {
  for (let at = cue.first - 1; at >= Math.max(first, cue.first - asReach); at--) {
    if (view.classes[at] === COMMA) return false;
    const opens = at === first || view.classes[at - 1] === COMMA;
    if (opens && reading.table.speech.as.has(reading.words[at]!)) return true;
  }
  return false;
}

/** True for "Das | bestätigte", which says who said the sentence before. */
export function isOfSentenceBefore({ reading }: TableView, cue: TableCue, first: number): boolean {
  const opening = phraseAt(reading.table.speech.ofThis, reading.words, first);
  return opening !== null && cue.first >= opening.next && cue.first <= opening.next + 1;
}

/** True if a verb's separated part ends its clause: "kündigte eine Reform | an". */
function isCompleted({ view, reading }: TableView, cue: TableCue, next: number): boolean {
  const parts = reading.table.speech.separated.get(cue.word)?.split(" ");
  if (parts === undefined) return false;
  for (let at = cue.next; at < next; at++) {
    const isLast = at + 1 === next || view.tokens[at + 1]!.kind === "punctuation";
    if (isLast && parts.includes(reading.words[at]!)) return true;
    if (view.classes[at] === COMMA && at > cue.next + 1) return false;
  }
  return false;
}

/** True for "forderte, die Partei | solle": a clause after a comma in the mood of reported speech. */
function leadsToReport({ view, reading }: TableView, cue: TableCue, next: number): boolean {
  const { reportingMood } = reading.table.speech;
  if (reportingMood.size === 0) return false;
  let isPastComma = false;
  for (let at = cue.next; at < Math.min(next, cue.next + thatReach); at++) {
    isPastComma ||= view.classes[at] === COMMA;
    if (isPastComma && reportingMood.has(reading.words[at]!)) return true;
  }
  return false;
}

/** Tokens between a verb and its infinitive: who was asked, or what is to be done. */
const infinitiveReach = 14;

/** True for "a promis | de baisser les taxes", "призвал власти | прекратить огонь". */
function leadsToInfinitive({ reading }: TableView, cue: TableCue, next: number): boolean {
  const { words, table } = reading;
  const { infinitiveMarks, infinitiveEndings } = table.speech;
  for (let at = cue.next; at < Math.min(next, cue.next + infinitiveReach); at++) {
    const word = words[at]!;
    const isMarked =
      infinitiveMarks.size === 0
        ? !table.articles.has(words[at - 1]!)
        : infinitiveMarks.has(words[at - 1]!);
    // "wiederzukommen"
    const isInside =
      table.capitalisedNouns && [...infinitiveMarks].some((mark) => word.indexOf(mark) > 1);
    const isLong = word.length > shortestInfinitive && !table.functionWords.has(word);
    if (
      (isMarked || isInside) &&
      isLong &&
      infinitiveEndings.some((ending) => word.endsWith(ending))
    )
      return true;
  }
  return false;
}

/** Letters that words such as "mar" and "par" have at most. */
const shortestInfinitive = 3;

function hasQuote({ view }: TableView, first: number, next: number): boolean {
  for (let at = first; at < next; at++) if (view.quoteOf[at]! >= 0) return true;
  return view.quoteOf[first - 1]! >= 0 || view.quoteOf[next]! >= 0;
}

/** Tokens between a verb and its "that": who spoke, to whom, and when. */
const thatReach = 16;

/** The "that" that a verb before token `from` leads to, or null. */
export function thatAfter({ view, reading }: TableView, from: number, next: number): number | null {
  const { that } = reading.table.speech;
  for (let at = from; at < Math.min(next, from + thatReach); at++) {
    if (view.quoteOf[at]! >= 0) return null;
    if (withoutProclitic(reading.words[at]!, reading.table, (rest) => that.has(rest)) !== null)
      return at;
  }
  return null;
}

/** Tokens of the longest aside inside a quotation: who said it, where and when. */
const longestAside = 14;

/**
 * Removes asides from quotations: «Мы идём, — сказал Лавров. — Мы победим», « Non, dit-il, c’est
 * fini ». Marks their tokens as not quoted.
 */
export function openAsides({ view, reading }: TableView): void {
  for (let at = 1; at < view.tokens.length - 1; at++) {
    if (view.quoteOf[at]! < 0 || !beginsAside({ view, reading }, at)) continue;
    const quote = view.quoteOf[at]!;
    let next = at + 1;
    while (
      next < at + longestAside &&
      view.quoteOf[next] === quote &&
      !endsAside({ view, reading }, next)
    )
      next++;
    const closing = view.classes[next] === DASH ? next + 1 : next;
    for (let inside = at; inside < closing; inside++) {
      if (view.tokens[inside]!.end < view.quotations[quote]!.outer.end) view.quoteOf[inside] = -1;
    }
    at = next;
  }
}

function beginsAside({ view, reading }: TableView, at: number): boolean {
  const { words, table } = reading;
  const verb = view.classes[at] === DASH || view.classes[at] === COMMA ? at + 1 : -1;
  const speaks =
    table.speech.verbs.has(words[verb] ?? "") || table.speech.auxiliaries.has(words[verb] ?? "");
  if (verb < 0 || !speaks || view.quoteOf[verb] !== view.quoteOf[at]) return false;
  if (view.classes[at] === DASH)
    return view.classes[at - 1] === COMMA || isStop(view.classes[at - 1]!);
  const isClitic =
    isCliticMark(words[verb + 1] ?? "") && /^(?:il|elle|t)$/.test(words[verb + 2] ?? "");
  return isClitic;
}

function endsAside({ view }: TableView, at: number): boolean {
  return view.classes[at] === DASH || view.classes[at] === COMMA || isStop(view.classes[at]!);
}

function isStop(kind: number): boolean {
  return kind === STOP;
}
