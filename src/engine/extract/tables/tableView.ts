import type { TableText } from "../../facts/tables/tableText.ts";
import { CLOSE_QUOTE, COMMA, DASH } from "../../text/wordTraits.ts";
import type { BodyView } from "../attributions/bodyView.ts";

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

/** True for a mark between a verb and its pronoun: "demande-t-il". */
export function isCliticMark(word: string): boolean {
  return word === "-" || word === "‑" || word === "t";
}

/** True if the verb opens its clause, so that the content precedes it. */
export function isAfterQuoteOrComma({ view }: TableView, at: number, first: number): boolean {
  if (at === first) return true;
  const kind = view.classes[at - 1];
  return kind === COMMA || kind === DASH || kind === CLOSE_QUOTE || view.quoteOf[at - 1]! >= 0;
}

/** True for a token of a name. */
export function isNameAt({ view }: TableView, at: number): boolean {
  return view.nameOf[at]! >= 0;
}
