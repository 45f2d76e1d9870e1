import { hasGivenName } from "../../facts/names/givenNames.ts";
import { isCapitalised } from "../../facts/names/nameSequences.ts";
import { isAccordingAround } from "../../facts/tables/tableNameContext.ts";
import type { TableText } from "../../facts/tables/tableText.ts";
import type { NameMention } from "../../model/index.ts";
import type { LanguageTable } from "../../text/languages.ts";
import { CLOSE_QUOTE, COLON, COMMA, DASH, OPEN_QUOTE, STOP } from "../../text/wordTraits.ts";
import { nameEnd } from "../attributions/bodyView.ts";
import { isDependent, isFree } from "./tableDependence.ts";
import { isOffice, isRole } from "./tableRoles.ts";
import type { TableView } from "./tableView.ts";

/** The source that the words around a cue name: tokens [first, next). */
export interface TableSource {
  readonly first: number;
  readonly next: number;
  readonly kind: "named" | "described" | "pronoun";
  readonly name: NameMention | null;
  /** The token of the noun for what the source is, if there is one: "ministre". */
  readonly role: number | null;
}

/** Returns the source that the name at a token stands for. */
export function sourceOfName({ view }: TableView, at: number): TableSource {
  const name = view.names[view.nameOf[at]!]!;
  return { first: at, next: nameEnd(view, at), kind: "named", name, role: null };
}

/** Tokens of the longest description of a source. */
const longestPhrase = 24;

/**
 * Returns the first source between two tokens: a name that no preposition makes part of something
 * else, a pronoun at the beginning, or a noun for people or bodies; null if there is none.
 */
export function phraseFrom(
  from: TableView,
  first: number,
  limit: number,
  isOverCommas: boolean,
): TableSource | null {
  const { view, reading } = from;
  const { words, table } = reading;
  let role: number | null = null;
  let other: TableSource | null = null;
  const end = Math.min(limit, first + (isOverCommas ? 60 : longestPhrase));
  let at = first;
  for (; at < end; at++) {
    if (view.quoteOf[at]! >= 0) {
      if (isOverCommas || role !== null) continue;
      break;
    }
    if (endsPhrase(from, at, first)) {
      if (
        view.classes[at] === COMMA &&
        isPersonAt(from, at + 1) &&
        role !== null &&
        !isOutlet(from, role) &&
        at - role < longestPhrase
      ) {
        return withRole(sourceOfName(from, at + 1), role, first);
      }
      if (!isOverCommas) break;
      if (role !== null && view.classes[at] === COMMA) break;
      continue;
    }
    if (view.nameOf[at]! >= 0) {
      const source = sourceOfName(from, at);
      if (role === null && other === null && isOwner(from, source)) {
        role = source.next;
        at = role;
        continue;
      }
      const isOwn = !isDependent(from, at, first);
      const isSpeaker = isOwn && (isFree(from, at, first) || mayHoldOffice(from, at));
      if (isSpeaker && source.name!.kind === "person") {
        return (
          officeOf(from, source, role) ??
          ownedBy(from, source, role) ??
          withRole(source, role, first)
        );
      }
      const mayBe = role === null || isOutlet(from, role);
      if ((isOwn || role !== null) && mayBe && other === null) other = source;
      at = source.next - 1;
      continue;
    }
    if (
      role === null &&
      other === null &&
      table.pronouns.has(words[at]!) &&
      (at <= first + 1 || isOverCommas)
    ) {
      return { first: at, next: at + 1, kind: "pronoun", name: null, role: null };
    }
    // "Bakanlığa yakın bir kaynak": the last noun is meant where the verb is last.
    if (table.speech.verbLast && table.withheld.has(words[at]!)) role = at;
    if (role === null && isRole(from, at) && !isDependent(from, at, first)) {
      // "Kremlin Sözcüsü": a body's name before an office is part of it.
      if (other?.next === at) other = null;
      if (other !== null && isOverCommas) break;
      role = at;
    }
  }
  if (other !== null && (role === null || other.first < role || isOutlet(from, role))) return other;
  if (role === null) return other;
  return {
    first: phraseStart(from, role, first),
    next: phraseEnd(from, role, end),
    kind: "described",
    name: null,
    role,
  };
}

/** True in German for a genitive before its noun, who is meant: "Merkels | Sprecher", not "Merkels | Worten". */
function isOwner({ view, reading }: TableView, { name, first, next }: TableSource): boolean {
  const { table, tokens, text } = reading;
  if (isAccordingAround(reading, first, next)) return false;
  const written = view.text.slice(name!.start, name!.end);
  const isGenitive =
    table.genitive !== "" &&
    written.endsWith(table.genitive) &&
    !name!.canonical.endsWith(table.genitive);
  return isGenitive && view.nameOf[next] === -1 && isCapitalised(text, tokens[next]);
}

/**
 * "مستشار | مراد": returns the office right before a name where the language has an article in the word and
 * the office has none, so that it is the owner's; else null.
 */
function officeOf(from: TableView, owner: TableSource, role: number | null): TableSource | null {
  if (role === null || role !== owner.first - 1 || !isOffice(from, role)) return null;
  const { table, words } = from.reading;
  return table.definitePrefix === "" || hasPrefix(table, words[role]!)
    ? null
    : { first: role, next: owner.next, kind: "described", name: null, role };
}

/** True after a noun for people or bodies, and for a given name: "le chef des ventes | Luc Benz". */
function mayHoldOffice(from: TableView, at: number): boolean {
  return isRole(from, at - 1) || hasGivenName(from.view.names[from.view.nameOf[at]!]!);
}

/**
 * "Дочь Соколова, | Марина Белых, рассказала": returns the person after the comma, where an office and
 * its owner's name, tied by a case, come first; else null.
 */
function ownedBy(from: TableView, owner: TableSource, role: number | null): TableSource | null {
  const { view, reading } = from;
  const at = owner.next + 1;
  if (!reading.table.casesTieNouns || role !== owner.first - 1) return null;
  if (view.classes[owner.next] !== COMMA || !isPersonAt(from, at)) return null;
  return view.classes[nameEnd(view, at)] === COMMA
    ? { ...sourceOfName(from, at), first: role, role }
    : null;
}

function withRole(source: TableSource, role: number | null, first: number): TableSource {
  return role === null ? source : { ...source, first: Math.min(first, source.first), role };
}

function isOutlet({ reading }: TableView, at: number): boolean {
  return reading.table.outletWords.has(reading.words[at]!);
}

function isPersonAt({ view }: TableView, at: number): boolean {
  const index = view.nameOf[at] ?? -1;
  return index >= 0 && view.names[index]!.kind === "person";
}

/** True for marks, "that" and words that begin a clause, which end a source. */
export function endsPhrase({ view, reading }: TableView, at: number, first: number): boolean {
  const kind = view.classes[at];
  if (view.nameOf[at]! >= 0) return false;
  if (kind === COMMA || kind === COLON || kind === OPEN_QUOTE || kind === CLOSE_QUOTE) return true;
  if (kind === DASH) return true;
  if (kind === STOP) return !reading.table.titles.has(reading.words[at - 1] ?? "");
  const word = reading.words[at]!;
  const { that, clauseStarters, verbs } = reading.table.speech;
  if (that.has(word) && !reading.table.articles.has(word)) return true;
  if (at === first) return false;
  return (
    (clauseStarters.has(word) && !reading.table.articles.has(word)) ||
    (verbs.has(word) && at > first + 1)
  );
}

/**
 * Returns the first token of the noun phrase around a role: at most three tokens before it, up to
 * its article, and after any mark, preposition, day or verb of saying.
 */
export function phraseStart({ view, reading }: TableView, role: number, first: number): number {
  const { words, tokens, table } = reading;
  let start = role;
  while (start > first && start > role - 3 && !table.articles.has(words[start]!)) {
    const before = words[start - 1]!;
    const isOutside =
      (tokens[start - 1]!.kind === "punctuation" && !isWithin(words[start - 1]!)) ||
      view.quoteOf[start - 1]! >= 0 ||
      table.speech.verbs.has(before) ||
      table.calendar.weekdays.has(before) ||
      (table.prepositions.has(before) && !table.articles.has(before)) ||
      (table.casesTieNouns && !isOfPhrase(table, before));
    if (isOutside) break;
    start--;
  }
  return start;
}

/** True for words before a noun that are no nouns themselves: adjectives, numbers, "another". */
function isOfPhrase({ adjectives, ofOthers }: LanguageTable, word: string): boolean {
  return adjectives.has(word) || ofOthers.has(word) || /^[\d-]/.test(word);
}

/** True for marks inside a word: "vice-président", "EE. UU." */
function isWithin(mark: string): boolean {
  return /^[-‑.'’/]$/.test(mark);
}

/**
 * Returns the token after the words that belong to a noun: "le ministère | de la Défense",
 * "Sprecher | der Polizei".
 */
export function phraseEnd({ view, reading }: TableView, role: number, limit: number): number {
  const { words, table } = reading;
  let next = Math.min(wordEnd(reading, role), limit);
  while (next < limit && next < role + longestAttribute) {
    let at = next;
    while (table.articles.has(words[at] ?? "") || isBelonging(table, words[at] ?? "")) at++;
    if (at >= limit || reading.tokens[at]!.kind !== "word" || view.quoteOf[at]! >= 0) break;
    if (view.nameOf[at]! >= 0) next = nameEnd(view, at);
    else if (at === next && isGoneOnWith(reading, at)) next = at + 1;
    else if (at > next || table.adjectives.has(words[at]!)) next = at + 1;
    else break;
  }
  return next;
}

/** "رئيس | بلدية | الإسكندرية": true for a word after one without the article in it, and for one with it. */
function isGoneOnWith({ table, words }: TableText, at: number): boolean {
  const word = words[at]!;
  if (table.definitePrefix === "" || table.speech.verbs.has(word)) return false;
  if (table.functionWords.has(word) || table.prepositions.has(word)) return false;
  return !hasPrefix(table, words[at - 1]!) || hasPrefix(table, word);
}

/** True for a word with the article in it, alone or after one letter: "الوزير", "والوزير". */
export function hasPrefix({ definitePrefix }: LanguageTable, word: string): boolean {
  return word.startsWith(definitePrefix) || word.startsWith(definitePrefix, 1);
}

/** Returns the token after a word with its hyphens: "пресс-служба", "24-Jährige". */
export function wordEnd({ words, joined }: TableText, at: number): number {
  let next = at + 1;
  while (joined[at] !== words[at] && joined[next] === joined[at]) next++;
  return next;
}

/** True for prepositions inside names, which tie a noun to its owner: "von", "de". */
function isBelonging({ prepositions, particles }: LanguageTable, word: string): boolean {
  return prepositions.has(word) && particles.has(word);
}

/** The most tokens of a role with the words that belong to it. */
const longestAttribute = 8;
