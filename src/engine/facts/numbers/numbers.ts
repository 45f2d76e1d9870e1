import type { NumberMention, Span } from "../../model/index.ts";
import { numberTables } from "../../text/languageTables.ts";
import { isStopword } from "../../text/stems.ts";
import { type Token, tokenise } from "../../text/tokens.ts";
import { NUMBER_WORD } from "../../text/wordTraits.ts";
import { type Amount, readAmount, readUpper } from "./amounts.ts";
import { notAfterOne, pastUnit, unitAfter } from "./countedUnits.ts";

/**
 * Finds numbers in digits and words with what they count: "more than 1,500 soldiers", "5 to 7
 * percent", "$3.5 billion", "two dozen". One pass over the tokens. Ordinals and dates are not
 * recognised here: callers that know the dates drop the numbers inside them.
 */
export function findNumbers(
  text: string,
  tokens: readonly Token[] = tokenise(text),
): readonly NumberMention[] {
  const found: NumberMention[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { kind, traits } = tokens[at]!;
    if (kind === "word" && (traits & NUMBER_WORD) === 0) {
      at++;
      continue;
    }
    const amount = readAmount(text, tokens, at);
    if (amount === null) {
      at++;
      continue;
    }
    const reading = toMention(text, tokens, at, amount);
    if (reading !== null) found.push(reading.mention);
    at = reading?.next ?? amount.next;
  }
  return found;
}

function toMention(
  text: string,
  tokens: readonly Token[],
  first: number,
  amount: Amount,
): { readonly mention: NumberMention; readonly next: number } | null {
  if (isBareOne(tokens, first, amount) || isFraction(tokens, amount.next)) return null;
  if (isPartOfName(tokens, first)) return null;
  const { bound, start } = boundBefore(text, tokens, first);
  const share = readShare(tokens, amount);
  if (share !== null) {
    const mention = { start, end: tokens[share.next - 1]!.end, value: share.percent, upper: null };
    return { mention: { ...mention, unit: "percent", bound }, next: share.next };
  }
  const upper = readUpper(text, tokens, amount);
  const next = upper?.next ?? amount.next;
  const unit = amount.currency ?? unitAfter(text, tokens, next);
  const value = upper !== null && amount.scale === 1 ? amount.value * upper.scale : amount.value;
  const end = tokens[pastUnit(tokens, next) - 1]!.end;
  const counted = inCommonUnit(value, upper?.value ?? null, unit);
  return { mention: { start, end, ...counted, bound }, next };
}

/** Converts a unit: "two decades" and "twenty years" say the same. */
function inCommonUnit(value: number, upper: number | null, unit: string | null) {
  const multiple = numberTables.multiples.get(unit ?? "");
  if (multiple === undefined) return { value, upper, unit };
  const { times } = multiple;
  return { value: value * times, upper: upper && upper * times, unit: multiple.unit };
}

/** True for digits that a hyphen joins to a word ("covid-19", "F-16"), and for "No. 1". */
function isPartOfName(tokens: readonly Token[], first: number): boolean {
  const hyphen = tokens[first - 1];
  const word = tokens[first - 2];
  if (hyphen?.folded === "." && word?.folded === "no") return true;
  if (hyphen === undefined || !/^[-‐‑]$/.test(hyphen.folded)) return false;
  return (
    tokens[first]!.kind === "number" &&
    hyphen.end === tokens[first]!.start &&
    word?.kind === "word" &&
    word.end === hyphen.start
  );
}

/** "nine in 10", "4 out of 5": a share of round groups. */
function readShare(
  tokens: readonly Token[],
  amount: Amount,
): { readonly percent: number; readonly next: number } | null {
  const joint = tokens[amount.next]?.folded;
  const isOutOf = joint === "out" && tokens[amount.next + 1]?.folded === "of";
  if (joint !== "in" && !isOutOf) return null;
  const at = amount.next + (isOutOf ? 2 : 1);
  const token = tokens[at];
  if (token === undefined || amount.currency !== null || amount.scale > 1) return null;
  const whole =
    token.kind === "number" ? Number(token.folded) : numberTables.words.get(token.folded);
  if (whole === undefined || !roundGroups.has(whole) || amount.value >= whole) return null;
  return { percent: Math.round((amount.value / whole) * 1000) / 10, next: at + 1 };
}

const roundGroups: ReadonlySet<number> = new Set([3, 4, 5, 6, 8, 10, 20, 100]);

/** True for a fraction, which counts nothing: "three-quarters of them". */
function isFraction(tokens: readonly Token[], at: number): boolean {
  const index = tokens[at]?.folded === "-" ? at + 1 : at;
  return /^(?:half|halves|thirds?|quarters|fifths?|tenths?)$/.test(tokens[index]?.folded ?? "");
}

/** True for a "one" that does not count the noun after it, and so is not a number. */
function isBareOne(tokens: readonly Token[], first: number, amount: Amount): boolean {
  if (amount.value !== 1 || tokens[first]!.kind === "number") return false;
  const before = tokens[first - 1]?.folded ?? "";
  const after = tokens[amount.next];
  if (after === undefined || after.kind !== "word" || notBareOne.has(before)) return true;
  return isStopword(after.folded) || notAfterOne.has(after.folded);
}

const notBareOne: ReadonlySet<string> = new Set(
  "the no any each every which this that some under".split(" "),
);

/** The bound that up to three words before the number set; the span takes them in. */
function boundBefore(
  text: string,
  tokens: readonly Token[],
  first: number,
): { bound: NumberMention["bound"]; start: Span["start"] } {
  for (let words = 3; words > 0; words--) {
    if (first < words) continue;
    const { start } = tokens[first - words]!;
    const phrase = text
      .slice(start, tokens[first - 1]!.end)
      .toLowerCase()
      .replace(/\s+/g, " ");
    const bound = numberTables.bounds.get(phrase);
    if (bound !== undefined && tokens[first - words - 1]?.folded === "the") break;
    if (bound !== undefined) return { bound: bound as NumberMention["bound"], start };
  }
  return { bound: "exact", start: tokens[first]!.start };
}
