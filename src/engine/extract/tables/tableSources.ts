import { knownName } from "../../facts/names/aliases.ts";
import { COMMA } from "../../text/wordTraits.ts";
import { nameEnd } from "../attributions/bodyView.ts";
import { anyNounAfter, bodyAfter, bodyInPlace, loneNoun } from "./tableBodies.ts";
import { isDependent } from "./tableDependence.ts";
import { isOffice, isRole } from "./tableRoles.ts";
import {
  endsPhrase,
  phraseFrom,
  phraseStart,
  sourceOfName,
  type TableSource,
} from "./tableSourcePhrase.ts";
import {
  isAfterQuoteOrComma,
  isCliticMark,
  isNameAt,
  type TableCue,
  type TableView,
} from "./tableView.ts";

/**
 * "kein | Sprecher", "weder Anna Weber noch | Peter Kuhn", "nadie | dijo", "falls | Benz": true if the
 * words before a source, or before the cue if there is none, say that it was not said, or not yet.
 */
export function hasNotSaid(
  { reading }: TableView,
  cue: TableCue,
  source: TableSource | null,
  first: number,
): boolean {
  const { words, table } = reading;
  const start = source?.first ?? cue.first;
  const next = source === null ? cue.first : (source.role ?? source.first) + 1;
  const around = words.slice(Math.max(first, start - 2), next);
  return around.some((word) => table.speech.notSaid.has(word));
}

/** Returns the source of a cue in the sentence between two tokens, or null. */
export function sourceOfCue(
  from: TableView,
  cue: TableCue,
  first: number,
  next: number,
): TableSource | null {
  switch (cue.kind) {
    case "before":
      return (
        loneNoun(from, cue.next, next) ??
        phraseFrom(from, pastPrepositions(from, cue.next), next, false) ??
        ownerAfter(from, cue.next, next) ??
        anyNounAfter(from, cue.next, next)
      );
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

/** "nach Angaben | von der Polizei": returns the token after the prepositions. */
function pastPrepositions({ reading }: TableView, at: number): number {
  let next = at;
  while (reading.table.prepositions.has(reading.words[next] ?? "")) next++;
  return next;
}

/** Tokens between a phrase for "according to" and whose statement it was. */
const ownerReach = 8;

/** "selon un communiqué | de la mairie": returns the first name or noun for a source; or null. */
function ownerAfter(from: TableView, at: number, next: number): TableSource | null {
  const { view } = from;
  for (let owner = at; owner < Math.min(next, at + ownerReach); owner++) {
    if (endsPhrase(from, owner, at) || view.quoteOf[owner]! >= 0) return null;
    const isPlace = view.names[view.nameOf[owner]!]?.kind === "place";
    if (view.nameOf[owner]! >= 0 && !isPlace) return sourceOfName(from, owner);
    if (isRole(from, owner)) return phraseFrom(from, owner, next, false);
  }
  return null;
}

/**
 * Returns the person who is the subject of a sentence with a quotation, before token `limit`; or
 * null.
 */
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
  const body = bodyInPlace(from, cue, first, next);
  if (body !== null) return body;
  const { verbLast, gerunds, participleEndings } = from.reading.table.speech;
  if (gerunds.has(cue.word)) return phraseFrom(from, first, cue.first, true);
  let start = cue.next;
  while (start < next && isCliticMark(from.reading.words[start]!)) start++;
  const adjacent = adjacentBefore(from, cue.first, first);
  const clauseSubject = () => phraseFrom(from, first, cue.first, true);
  const after = (limit = next) => {
    const found = phraseFrom(from, start, limit, false);
    // "Источник в полиции | сообщил РИА Новости": an outlet after its verb was told, but not after a comma.
    const isOutlet = found?.name != null && knownName(found.name.canonical)?.isOutlet === true;
    const isTold = isOutlet && !isAfterQuoteOrComma(from, cue.first, first);
    return isTold ? (clauseSubject() ?? found) : found;
  };
  const before = () => adjacent ?? clauseSubject();
  // "“Göreceğiz” diyen | sendika başkanı Ali Öz"
  const precedes =
    isNameAt(from, cue.next) || participleEndings.some((ending) => cue.word.endsWith(ending));
  if (verbLast) return (precedes ? after(start + longestAfterParticiple) : null) ?? before();
  const near = after(Math.min(next, start + nearest));
  if (isAfterJoiner(from, cue.first)) return near ?? clauseSubject() ?? after();
  if (opensWithAdjunct(from, first, cue.first)) return after() ?? before();
  if (isAfterQuoteOrComma(from, cue.first, first)) {
    const body = () => (cue.first === first ? null : bodyAfter(from, start, next));
    return (
      (near?.kind === "named" ? null : apposedBefore(from, cue.first, first)) ??
      after() ??
      body() ??
      before()
    );
  }
  return adjacent ?? after() ?? before();
}

/** Tokens of a subject after its participle. */
const longestAfterParticiple = 8;

/**
 * True in German, whose verb is second, if nothing but a phrase with a preposition stands before the
 * verb: "In einer Rede vor den Vereinten Nationen | erklärte".
 */
function opensWithAdjunct({ view, reading }: TableView, first: number, verb: number): boolean {
  const { table, words } = reading;
  if (!table.capitalisedNouns || !table.prepositions.has(words[first]!)) return false;
  return !view.classes.subarray(first, verb).includes(COMMA);
}

/** The most tokens of a source right after its verb: "the", "former", a noun or name. */
const nearest = 3;

/**
 * True for a second verb of saying with the subject of the first: "Merkel sagte das Treffen ab und
 * | erklärte".
 */
export function sharesSubject(from: TableView, cue: TableCue, next: number): boolean {
  if (cue.kind !== "verb") return false;
  if (from.reading.table.speech.gerunds.has(cue.word)) return true;
  if (!isAfterJoiner(from, cue.first)) return false;
  return phraseFrom(from, cue.next, Math.min(next, cue.next + nearest), false) === null;
}

function isAfterJoiner({ reading }: TableView, at: number): boolean {
  return reading.table.joiners.has(reading.words[at - 1] ?? "");
}

/**
 * Returns the person with an apposition that ends in a comma right before the verb: "Merkel, die
 * Kanzlerin, | sagte", "Die Kanzlerin, Angela Merkel, | sagte"; or null.
 */
function apposedBefore(from: TableView, at: number, first: number): TableSource | null {
  const { view } = from;
  if (view.classes[at - 1] !== COMMA || view.quoteOf[at - 2]! >= 0) return null;
  const own = adjacentBefore(from, at, first);
  if (own?.name?.kind === "person") return own;
  const opening = phraseFrom(from, pastAdjunct(from, first, at), at, false);
  const isPerson = opening?.name?.kind === "person" && view.classes[opening.next] === COMMA;
  return isPerson && opening.next < at - 1 && !isClauseClosed(from, opening.next + 1, at - 1)
    ? opening
    : null;
}

/** The most tokens of a time or place that a comma ends: "Le samedi 3 mai, | Luc Benz, un ancien avocat, a dit". */
const longestAdjunct = 5;

/** Returns the token after a phrase without a name that opens a sentence and that a comma ends. */
function pastAdjunct({ view }: TableView, first: number, limit: number): number {
  for (let at = first; at < Math.min(limit, first + longestAdjunct); at++) {
    if (view.classes[at] === COMMA) return at + 1;
    if (view.nameOf[at]! >= 0) return first;
  }
  return first;
}

/** "Luc Benz, 34 ans, | a été relâché, a indiqué le parquet": true if a verb follows an apposition. */
function isClauseClosed({ view, reading }: TableView, first: number, next: number): boolean {
  for (let at = first; at < next - 1; at++) {
    const isVerb = reading.table.speech.auxiliaries.has(reading.words[at + 1]!);
    if (view.classes[at] === COMMA && isVerb) return true;
  }
  return false;
}

/** The most tokens between a subject and its verb: "se", "then", an auxiliary. */
const mostBetween = 2;

/** Returns the name or pronoun that ends right before the verb and begins its clause, or null. */
function adjacentBefore(from: TableView, at: number, first: number): TableSource | null {
  const { view, reading } = from;
  // "le ministre, Ri Yong Ho, | a déclaré"
  const apposed = view.names[view.nameOf[at - 2] ?? -1];
  const index = view.classes[at - 1] === COMMA && apposed?.kind === "person" ? at - 2 : at - 1;
  for (let last = index; last >= Math.max(first, index - mostBetween); last--) {
    if (view.nameOf[last]! >= 0) {
      const start = nameStart(from, last);
      // "Mike Coupe, le patron de Sainsbury, | a dit": the apposition's name is not who speaks.
      const isAside = index < at - 1 && start > first && view.classes[start - 1] !== COMMA;
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

/** Returns a name with the office right before it. */
function officeBearer(from: TableView, start: number, first: number): TableSource {
  const { table, words } = from.reading;
  let role = start;
  while (role > first && (isOffice(from, role - 1) || table.adjectives.has(words[role - 1]!)))
    role--;
  const source = sourceOfName(from, start);
  return role < start ? { ...source, first: role, role } : source;
}

function nameStart({ view }: TableView, at: number): number {
  let start = at;
  while (start > 0 && view.nameOf[start - 1] === view.nameOf[at]) start--;
  return start;
}

/**
 * True for the name of a body or place right after a noun: "президент США", "le Congrès |
 * américain".
 */
function isAttribute({ view, reading }: TableView, start: number, first: number): boolean {
  if (view.names[view.nameOf[start]!]!.kind === "person" || start <= first) return false;
  const { table, words, tokens } = reading;
  if (tokens[start - 1]!.kind !== "word" || view.nameOf[start - 1]! >= 0) return false;
  // "Hilfsorganisation | Unicef", but "Präsident | Frankreichs".
  if (table.capitalisedNouns && !words[nameEnd(view, start) - 1]!.endsWith("s")) return false;
  return !table.functionWords.has(words[start - 1]!) && !table.outletWords.has(words[start - 1]!);
}

/**
 * True for a name that no preposition makes part of something else: in "in Moskau | sagte", Moscow
 * is not the subject.
 */
function beginsClause(from: TableView, start: number, first: number): boolean {
  return !isDependent(from, start, first - 1);
}

/** Returns the last name, or noun for a source, before a token: "Lavrov'a | göre", "Putin | :". */
function lastBefore(from: TableView, at: number, first: number): TableSource | null {
  const { view, reading } = from;
  for (let last = at - 1; last >= Math.max(first, at - 8); last--) {
    if (view.nameOf[last]! >= 0) return sourceOfName(from, nameStart(from, last));
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
