import { numberTables } from "../../text/languageTables.ts";
import { isStopword, stem } from "../../text/stems.ts";
import type { Token } from "../../text/tokens.ts";

/** Words after "one" that it does not count: "one another", "one day". */
export const notAfterOne: ReadonlySet<string> = new Set("another hand thing day side".split(" "));

/** Returns a known unit, or the stem of the noun that is counted (past two adjectives at most). */
export function unitAfter(text: string, tokens: readonly Token[], at: number): string | null {
  const hasHyphen = isJoined(tokens, at);
  let index = hasHyphen ? at + 1 : at;
  if (isPerCent(tokens, index)) return "percent";
  if (isPercentagePoint(tokens, index)) return "percentage point";
  const known = numberTables.units.get(tokens[index]?.folded ?? "");
  if (known !== undefined) return known;
  let noun: Token | null = null;
  for (let words = 0; words < 3; words++, index++) {
    const token = tokens[index];
    if (token === undefined || token.kind !== "word") break;
    if (words === 0 && (token.folded === "more" || token.folded === "other")) continue;
    if (isStopword(token.folded) || notAfterOne.has(token.folded)) break;
    // "co-equal branches": the first half of an adjective counts nothing.
    if (tokens[index + 1]?.folded === "-" && tokens[index + 1]!.start === token.end) {
      index++;
      continue;
    }
    const isCounted = hasHyphen || isPlural(token.folded);
    // Without a plural the first word is likelier than a verb or an adjective after it.
    if (noun === null || isCounted) noun = token;
    if (isCounted) break;
  }
  const isName = noun !== null && /^\p{Lu}/u.test(text.slice(noun.start, noun.end));
  return noun === null || isName ? null : stem(noun.folded);
}

function isPlural(folded: string): boolean {
  return (
    (folded.endsWith("s") && !folded.endsWith("ss")) || folded === "people" || folded === "men"
  );
}

function isPerCent(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.folded === "per" && tokens[at + 1]?.folded === "cent";
}

function isPercentagePoint(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.folded === "percentage" && /^points?$/.test(tokens[at + 1]?.folded ?? "");
}

/** Returns the token after a unit that belongs to the span: "30 years", "three-decade". */
export function pastUnit(tokens: readonly Token[], at: number): number {
  const unit = isJoined(tokens, at) ? at + 1 : at;
  if (isPerCent(tokens, unit) || isPercentagePoint(tokens, unit)) return unit + 2;
  return numberTables.units.has(tokens[unit]?.folded ?? "") ? unit + 1 : at;
}

/** True for a hyphen that touches the token before it. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.folded === "-" && tokens[at]!.start === tokens[at - 1]!.end;
}
