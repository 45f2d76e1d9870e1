import { withoutProclitic } from "../facts/tableText.ts";
import type { NameMention } from "../model/index.ts";
import { CLOSE_QUOTE, COLON, COMMA, DASH, OPEN_QUOTE, STOP } from "../text/wordTraits.ts";
import { nameEnd } from "./bodyView.ts";
import { isCliticMark, type TableCue, type TableView } from "./tableCues.ts";

/** Who a cue names, as its words tell: token indices, half-open. */
export interface TableSource {
  readonly first: number;
  readonly next: number;
  readonly kind: "named" | "described" | "pronoun";
  readonly name: NameMention | null;
  /** The noun for what the source is, where one stands there: "ministre". */
  readonly role: number | null;
}

/** The source of a cue in the sentence between two tokens, or null. */
export function sourceOfCue(
  from: TableView,
  cue: TableCue,
  first: number,
  next: number,
): TableSource | null {
  switch (cue.kind) {
    case "before":
      return phraseFrom(from, pastPrepositions(from, cue.next), next, false);
    case "pronoun":
      return { first: cue.first, next: cue.next, kind: "pronoun", name: null, role: null };
    case "after":
      return lastBefore(from, cue.first, first);
    case "colon":
      return phraseFrom(from, first, cue.first, true) ?? lastBefore(from, cue.first, first);
    case "verb":
      return sourceOfVerb(from, cue, first, next);
    default:
      return cue.kind satisfies never;
  }
}

/** "nach Angaben | von der Polizei" */
function pastPrepositions({ reading }: TableView, at: number): number {
  let next = at;
  while (reading.table.prepositions.has(reading.words[next] ?? "")) next++;
  return next;
}

/** The person whom a sentence with a quotation is about, before token `limit`; or null. */
export function subjectBefore(from: TableView, first: number, limit: number): TableSource | null {
  const subject = phraseFrom(from, first, limit, true);
  return subject?.name?.kind === "person" || subject?.kind === "pronoun" ? subject : null;
}

function sourceOfVerb(
  from: TableView,
  cue: TableCue,
  first: number,
  next: number,
): TableSource | null {
  const { verbLast } = from.reading.table.speech;
  let start = cue.next;
  while (start < next && isCliticMark(from.reading.words[start]!)) start++;
  const after = () => phraseFrom(from, start, next, false);
  const adjacent = adjacentBefore(from, cue.first, first);
  const before = () => adjacent ?? phraseFrom(from, first, cue.first, true);
  if (verbLast) return (isNameAt(from, cue.next) ? after() : null) ?? before();
  if (isAfterQuoteOrComma(from, cue.first, first)) {
    return after() ?? bodyAfter(from, start, next) ?? before();
  }
  return adjacent ?? after() ?? before();
}

/** ", a indiqué | le service de presse": whatever an article leads to, where nothing else follows. */
function bodyAfter(from: TableView, at: number, next: number): TableSource | null {
  const { view, reading } = from;
  const { articles, calendar } = reading.table;
  const noun = reading.words[at + 1] ?? "";
  if (!articles.has(reading.words[at] ?? "")) return null;
  if (calendar.weekdays.has(noun) || calendar.periods.has(noun) || /^\d/.test(noun)) return null;
  let end = at + 1;
  while (end < Math.min(next, at + 8) && !endsPhrase(from, end, at)) end++;
  return end < at + 2 || view.quoteOf[at]! >= 0
    ? null
    : { first: at, next: end, kind: "described", name: null, role: at + 1 };
}

function isNameAt({ view }: TableView, at: number): boolean {
  return view.nameOf[at]! >= 0;
}

/** True if the verb opens its clause: what was said stands before it. */
function isAfterQuoteOrComma({ view, reading }: TableView, at: number, first: number): boolean {
  if (at === first) return true;
  const kind = view.classes[at - 1];
  if (kind === COMMA || kind === DASH || kind === CLOSE_QUOTE || view.quoteOf[at - 1]! >= 0)
    return true;
  return reading.table.joiners.has(reading.words[at - 1]!);
}

/** Between a subject and its verb: "se", "then", an auxiliary. */
const mostBetween = 2;

/** A name or pronoun that ends right before the verb and begins its clause. */
function adjacentBefore(from: TableView, at: number, first: number): TableSource | null {
  const { view, reading } = from;
  // "le ministre, Ri Yong Ho, | a déclaré"
  const place =
    view.classes[at - 1] === COMMA && (view.nameOf[at - 2] ?? -1) >= 0 ? at - 2 : at - 1;
  for (let last = place; last >= Math.max(first, place - mostBetween); last--) {
    if (view.nameOf[last]! >= 0) {
      const start = nameStart(from, last);
      // "Mike Coupe, le patron de Sainsbury, | a dit": the apposition's name is not who speaks.
      const isAside = place < at - 1 && start > first && view.classes[start - 1] !== COMMA;
      const isFree = !isAside && !isAttribute(from, start, first);
      return isFree && beginsClause(from, start, first) ? officeBearer(from, start, first) : null;
    }
    if (reading.table.pronouns.has(reading.words[last]!) && beginsClause(from, last, first)) {
      return { first: last, next: last + 1, kind: "pronoun", name: null, role: null };
    }
    if (!reading.table.functionWords.has(reading.words[last]!)) return null;
  }
  return null;
}

/** A name with the office that stands right before it. */
function officeBearer(from: TableView, start: number, first: number): TableSource {
  const { table, words } = from.reading;
  let role = start;
  while (role > first && (isOffice(from, role - 1) || table.adjectives.has(words[role - 1]!)))
    role--;
  const source = named(from, start);
  return role < start ? { ...source, first: role, role } : source;
}

function nameStart({ view }: TableView, at: number): number {
  let start = at;
  while (start > 0 && view.nameOf[start - 1] === view.nameOf[at]) start--;
  return start;
}

/** "президент США", "le Congrès | américain": a body's or place's name right after a noun. */
function isAttribute({ view, reading }: TableView, start: number, first: number): boolean {
  if (view.names[view.nameOf[start]!]!.kind === "person" || start <= first) return false;
  const { table, words, tokens } = reading;
  if (tokens[start - 1]!.kind !== "word" || view.nameOf[start - 1]! >= 0) return false;
  return !table.functionWords.has(words[start - 1]!) && !table.outletWords.has(words[start - 1]!);
}

/** True for a name that no preposition makes part of something else: "in Moskau | sagte" speaks not of Moscow. */
function beginsClause(from: TableView, start: number, first: number): boolean {
  return !isDependent(from, start, first - 1);
}

/** "Moskova'da": an apostrophe and a case after a name, which does not speak. */
function isCased({ view, reading }: TableView, start: number): boolean {
  if (reading.table.elisions !== "all") return false;
  const name = view.names[view.nameOf[start]!];
  return name !== undefined && /['’]/.test(view.text[name.end] ?? "");
}

function named({ view }: TableView, at: number): TableSource {
  const name = view.names[view.nameOf[at]!]!;
  return { first: at, next: nameEnd(view, at), kind: "named", name, role: null };
}

/** Tokens of the longest description of a source. */
const longestPhrase = 24;

/**
 * The first of whom the tokens between two places speak: a name that no preposition makes part of
 * something else, a pronoun at the beginning, or a noun for what people and bodies are.
 */
function phraseFrom(
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
        at - role < longestPhrase
      ) {
        return withRole(named(from, at + 1), role, first);
      }
      if (!isOverCommas) break;
      if (role !== null && view.classes[at] === COMMA) break;
      continue;
    }
    if (view.nameOf[at]! >= 0) {
      const source = named(from, at);
      const isFree = !isDependent(from, at, first);
      if (isFree && source.name!.kind === "person") return withRole(source, role, first);
      const mayBe = role === null || isOutlet(from, role);
      if ((isFree || role !== null) && mayBe && other === null) other = source;
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

/** Marks, "that" and words that begin a clause end who is spoken of. */
function endsPhrase({ view, reading }: TableView, at: number, first: number): boolean {
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

function phraseStart({ reading }: TableView, role: number, first: number): number {
  let start = role;
  while (
    start > first &&
    start > role - 3 &&
    !reading.table.speech.verbs.has(reading.words[start - 1]!)
  )
    start--;
  return start;
}

/** Past what belongs to a noun: "le ministère | de la Défense", "Sprecher | der Polizei". */
function phraseEnd({ view, reading }: TableView, role: number, limit: number): number {
  const { words, table } = reading;
  let next = role + 1;
  while (next < limit && next < role + longestAttribute) {
    let at = next;
    while (table.prepositions.has(words[at] ?? "") || table.articles.has(words[at] ?? "")) at++;
    if (at >= limit || reading.tokens[at]!.kind !== "word" || view.quoteOf[at]! >= 0) break;
    if (view.nameOf[at]! >= 0) next = nameEnd(view, at);
    else if (at > next || table.adjectives.has(words[at]!)) next = at + 1;
    else break;
  }
  return next;
}

const longestAttribute = 8;

/** A noun for what people or bodies are. */
export function isRole({ reading }: TableView, at: number): boolean {
  const { table, words, joined } = reading;
  const isKnown = (word: string) =>
    table.roles.has(word) ||
    table.organisationWords.has(word) ||
    table.withheld.has(word) ||
    table.outletWords.has(word);
  if (isKnown(words[at]!) || isKnown(joined[at]!)) return true;
  return table.hasNoCapitals && withoutProclitic(words[at]!, table, isKnown) !== null;
}

/** A noun for what a person is, not one for a body: "bakan", not "bakanlık". */
export function isOffice({ reading }: TableView, at: number): boolean {
  const { table, words, joined } = reading;
  const isKnown = (word: string) => table.roles.has(word) && !table.organisationWords.has(word);
  if (isKnown(words[at]!) || isKnown(joined[at]!)) return true;
  return table.hasNoCapitals && withoutProclitic(words[at]!, table, isKnown) !== null;
}

/** A name or noun after a preposition, or in a case that does not speak. */
function isDependent(from: TableView, at: number, first: number): boolean {
  if (isCased(from, at)) return true;
  if (at === first) return false;
  let before = at - 1;
  const { words, table } = from.reading;
  while (
    before > first &&
    (table.titles.has(words[before]!) ||
      words[before] === "." ||
      isOffice(from, before) ||
      table.adjectives.has(words[before]!) ||
      (table.articles.has(words[before]!) && !isPreposition(from, before)))
  )
    before--;
  return before >= first && isPreposition(from, before) && before !== first - 1;
}

/** A small word that is no article, pronoun or "and": what is left leads to a noun that does not speak. */
function isPreposition({ reading }: TableView, at: number): boolean {
  const { table, words } = reading;
  const word = words[at]!;
  return table.prepositions.has(word);
}

/** The last name, or noun for a source, before a token: "Lavrov'a | göre", "Putin | :". */
function lastBefore(from: TableView, at: number, first: number): TableSource | null {
  const { view, reading } = from;
  for (let last = at - 1; last >= Math.max(first, at - 8); last--) {
    if (view.nameOf[last]! >= 0) return named(from, nameStart(from, last));
    if (isRole(from, last)) {
      return {
        first: phraseStart(from, last, first),
        next: last + 1,
        kind: "described",
        name: null,
        role: last,
      };
    }
    if (reading.table.pronouns.has(reading.words[last]!)) {
      return { first: last, next: last + 1, kind: "pronoun", name: null, role: null };
    }
    if (view.classes[last] === COMMA || view.quoteOf[last]! >= 0) break;
  }
  return null;
}
