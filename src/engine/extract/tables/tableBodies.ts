/** Sources that are found by where they stand, mostly bodies: "В Кремле заявили", "laut dem Wetterdienst". */
import { COMMA } from "../../text/wordTraits.ts";
import { isOffice, isRole } from "./tableRoles.ts";
import { endsPhrase, phraseEnd, sourceOfName, type TableSource } from "./tableSourcePhrase.ts";
import { isAfterQuoteOrComma, isNameAt, type TableCue, type TableView } from "./tableView.ts";

/** The most words between a body and its verb: adverbs, and what belongs to the body. */
const mostBetweenBody = 3;

/**
 * Returns the body in which it was said, where a plural verb has no subject: "В Кремле | заявили",
 * "…, | заявили в Кремле"; or null.
 */
export function bodyInPlace(
  from: TableView,
  cue: TableCue,
  first: number,
  next: number,
): TableSource | null {
  const { view, reading } = from;
  const { prepositionsOfBodies, pluralEndings, clauseStarters } = reading.table.speech;
  if (!pluralEndings.some((ending) => cue.word.endsWith(ending))) return null;
  const isInside = (at: number) => prepositionsOfBodies.has(reading.words[at] ?? "");
  if (isInside(cue.next) && isAfterQuoteOrComma(from, cue.first, first))
    return bodyFrom(from, cue.next + 1, next);
  let opening = cue.first - 1;
  while (opening > first && !isInside(opening) && view.classes[opening] !== COMMA) opening--;
  const before = reading.words[opening - 1] ?? "";
  const opens =
    opening === first || isAfterQuoteOrComma(from, opening, first) || clauseStarters.has(before);
  if (!isInside(opening) || !opens) return null;
  const body = bodyFrom(from, opening + 1, cue.first);
  return body !== null && hasNoSubject(from, body.next, cue.first) ? body : null;
}

/** Returns the name of a place or body, or the noun for a body with what belongs to it, at a token. */
function bodyFrom(from: TableView, at: number, limit: number): TableSource | null {
  const name = from.view.names[from.view.nameOf[at] ?? -1];
  if (name !== undefined) return name.kind === "person" ? null : sourceOfName(from, at);
  if (at >= limit || !isRole(from, at) || isOffice(from, at)) return null;
  return { first: at, next: phraseEnd(from, at, limit), kind: "described", name: null, role: at };
}

/** "министерстве | обороны", "Кремле | неоднократно": true if no word up to the verb may be its subject. */
function hasNoSubject(from: TableView, first: number, next: number): boolean {
  if (next - first > mostBetweenBody) return false;
  for (let at = first; at < next; at++) {
    if (from.reading.tokens[at]!.kind === "punctuation" || isOffice(from, at)) return false;
    if (from.reading.table.pronouns.has(from.reading.words[at]!)) return false;
  }
  return true;
}

/**
 * ", a indiqué | le service de presse": returns whatever follows an article, where nothing else
 * fits.
 */
export function bodyAfter(from: TableView, at: number, next: number): TableSource | null {
  const { view, reading } = from;
  const { articles, prepositions, calendar } = reading.table;
  const [article, noun] = [reading.words[at] ?? "", reading.words[at + 1] ?? ""];
  if (!articles.has(article) || prepositions.has(article)) return null;
  if (calendar.weekdays.has(noun) || calendar.periods.has(noun) || /^\d/.test(noun)) return null;
  let end = at + 1;
  while (end < Math.min(next, at + 8) && !endsPhrase(from, end, at)) end++;
  return end < at + 2 || view.quoteOf[at]! >= 0
    ? null
    : { first: at, next: end, kind: "described", name: null, role: at + 1 };
}

/**
 * "Laut | dem Wetterdienst fielen 40 Liter": returns an article and a German noun that nothing follows
 * which might belong to it; or null.
 */
export function loneNoun(from: TableView, at: number, next: number): TableSource | null {
  const { text, tokens, table, words } = from.reading;
  if (!table.capitalisedNouns || at + 2 >= next || !table.articles.has(words[at]!)) return null;
  const startsSmall = (word: number) => /^\p{Ll}/u.test(text.slice(tokens[word]!.start));
  const after = words[at + 2]!;
  const isLone =
    !startsSmall(at + 1) &&
    !isNameAt(from, at + 1) &&
    startsSmall(at + 2) &&
    !table.articles.has(after) &&
    !table.prepositions.has(after);
  return isLone ? anyNounAfter(from, at, at + 2) : null;
}

/** "d’après | la météo": returns the noun after an article and what belongs to it, whatever it means. */
export function anyNounAfter(from: TableView, at: number, next: number): TableSource | null {
  const found = bodyAfter(from, at, next);
  const { functionWords, articles } = from.reading.table;
  const noun = from.reading.words[at + 1] ?? "";
  if (found === null || functionWords.has(noun) || articles.has(noun)) return null;
  return { ...found, next: phraseEnd(from, at + 1, found.next) };
}
