import type { Attribution } from "../../model/index.ts";
import { quotesOfSentence } from "./tableContent.ts";
import type { TableView } from "./tableView.ts";

/**
 * The most paragraphs between a speaker's words and their continuation: it must be in the next one.
 */
const mostParagraphs = 1;
const farthest = 600;
/** The most quotations over which one attribution continues. */
const mostGoingOn = 40;

/** Gives a quotation that is a whole sentence to the last speaker; changes `found` and `claimed`. */
export function continueQuotes(
  from: TableView,
  sentence: number,
  found: Attribution[],
  claimed: Set<number>,
): void {
  const { view } = from;
  const before = found[found.length - 1];
  if (before === undefined || before.content.length >= mostGoingOn) return;
  const span = view.sentences[sentence]!;
  for (const quote of quotesOfSentence(from, sentence)) {
    const { outer } = view.quotations[quote]!;
    const isWhole = outer.start <= span.start + 2 && outer.end >= span.end - 2;
    if (
      claimed.has(quote) ||
      !isWhole ||
      paragraphsBetween(view.text, endOf(before), outer.start) > mostParagraphs
    )
      continue;
    claimed.add(quote);
    found[found.length - 1] = { ...before, content: [...before.content, outer] };
    return;
  }
}

function endOf({ cue, content }: Attribution): number {
  return Math.max(cue.end, ...content.map(({ end }) => end));
}

function paragraphsBetween(text: string, from: number, to: number): number {
  if (to - from > farthest) return farthest;
  return text.slice(from, to).split(/\n+/).length - 1;
}
