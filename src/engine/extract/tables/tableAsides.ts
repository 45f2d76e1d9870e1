import { COMMA, DASH, STOP } from "../../text/wordTraits.ts";
import { isCliticMark, type TableView } from "./tableView.ts";

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
