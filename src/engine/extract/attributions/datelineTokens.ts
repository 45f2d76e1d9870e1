import type { Token } from "../../text/tokens.ts";
import { COMMA, DASH, NAME, NUMBER, STOP } from "../../text/wordTraits.ts";

/** Tokens of the longest dateline: two towns, a day, two agencies. */
const longestDateline = 18;

/**
 * Returns the token after the dateline that opens a paragraph at token `first` ("MOSCOW, Dec. 29
 * (Reuters) –", "(CNN) --"), or `first` if there is none: a dateline names place and agency, not
 * content.
 */
export function datelineEnd(
  text: string,
  tokens: readonly Token[],
  classes: Uint8Array,
  first: number,
  next: number,
): number {
  const isBracket = tokens[first]?.folded === "(";
  if (classes[first] !== NAME && !isBracket && !isInCapitals(text, tokens[first]!)) return first;
  const end = Math.min(next, first + longestDateline);
  for (let at = first + 1; at < end; at++) {
    if (classes[at] === DASH)
      return closesDateline(text, tokens, classes, first, at) ? past(classes, at) : first;
    if (!isDatelineToken(text, tokens, classes, at)) return first;
  }
  return first;
}

function past(classes: Uint8Array, dash: number): number {
  let next = dash;
  while (classes[next] === DASH) next++;
  return next;
}

/** True if a bracket with an agency precedes the dash, or the town is in capitals. */
function closesDateline(
  text: string,
  tokens: readonly Token[],
  classes: Uint8Array,
  first: number,
  dash: number,
): boolean {
  if (tokens[dash - 1]!.folded === ")") return classes[dash - 2] === NAME;
  return isInCapitals(text, tokens[first]!);
}

function isInCapitals(text: string, { start, end }: Token): boolean {
  const word = text.slice(start, end);
  return word.length > 3 && word === word.toUpperCase();
}

function isDatelineToken(
  text: string,
  tokens: readonly Token[],
  classes: Uint8Array,
  at: number,
): boolean {
  const kind = classes[at];
  if (kind === NAME || kind === COMMA || kind === STOP || kind === NUMBER) return true;
  const { folded, start } = tokens[at]!;
  return /^[()/-]$/.test(folded) || /^\p{Lu}/u.test(text.slice(start, start + 2));
}
