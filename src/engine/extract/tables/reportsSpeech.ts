import { withoutProclitic } from "../../facts/tables/tableText.ts";
import { phraseAt } from "../../text/tableWords.ts";
import { COMMA } from "../../text/wordTraits.ts";
import type { TableCue, TableView } from "./tableView.ts";

/**
 * True if a verb between two tokens reports speech. Some do only where a quotation, a comma before them or
 * "that" says so.
 */
export function reportsSpeech(
  from: TableView,
  cue: TableCue,
  first: number,
  next: number,
): boolean {
  const { speech } = from.reading.table;
  if (!speech.needThat.has(cue.word)) return true;
  const isParenthesis = from.view.classes[cue.first - 1] === COMMA && cue.first - first > 3;
  if (
    isParenthesis &&
    !from.reading.table.speech.clauseStarters.has(from.reading.words[cue.next] ?? "")
  )
    return true;
  return (
    isAfterAs(from, cue, first) ||
    hasQuote(from, first, next) ||
    thatAfter(from, cue.next, next) !== null ||
    isCompleted(from, cue, next) ||
    leadsToReport(from, cue, next) ||
    leadsToInfinitive(from, cue, next) ||
    isOfSentenceBefore(from, cue, first)
  );
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
