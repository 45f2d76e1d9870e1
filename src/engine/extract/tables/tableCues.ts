import { isCapitalised } from "../../facts/names/nameSequences.ts";
import { isAccordingAround } from "../../facts/tables/tableNameContext.ts";
import { isAdjective, speaksAfter } from "../../facts/tables/tableNameWords.ts";
import { type TableText, withoutProclitic } from "../../facts/tables/tableText.ts";
import { type PhraseMap, phraseAt } from "../../text/tableWords.ts";
import { COLON, COMMA, DASH } from "../../text/wordTraits.ts";
import { type BodyView, nameEnd } from "../attributions/bodyView.ts";
import { reportsSpeech } from "./reportsSpeech.ts";
import { isRole } from "./tableRoles.ts";
import { isCliticMark, type TableCue, type TableView } from "./tableView.ts";

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
    const cue = { first: auxiliary, next: at + 1, kind: "verb", word: words[at]! } as const;
    return reportsSpeech(from, cue, first, next) ? cue : null;
  }
  const proclitics = { proclitics: table.clauseProclitics };
  const word = withoutProclitic(words[at]!, proclitics, (rest) => speech.verbs.has(rest));
  if (word === null && (speaksByPlace(from, at, next) || leadsToThat(from, at))) {
    return { first: at, next: at + 1, kind: "verb", word: words[at]! };
  }
  if (word === null) return null;
  const cue = { first: at, next: at + 1, kind: "verb", word } as const;
  return reportsSpeech(from, cue, first, next) ? cue : null;
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
