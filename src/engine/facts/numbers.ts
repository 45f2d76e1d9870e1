import type { NumberMention, Span } from "../model/index.ts";
import { numberTables } from "../text/languageTables.ts";
import { isStopword, stem } from "../text/stems.ts";
import type { Token } from "../text/tokens.ts";
import { tokenise } from "../text/tokens.ts";
import { NUMBER_WORD } from "../text/wordTraits.ts";

/**
 * Numbers in digits and words with what they count: "more than 1,500 soldiers", "5 to 7 percent",
 * "$3.5 billion", "two dozen". One pass over the tokens. Ordinals and dates are not told apart
 * here: who knows the dates leaves out the numbers inside them.
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

/** A value and where the tokens go on after it. */
interface Amount {
  readonly value: number;
  readonly next: number;
  /** Written with a currency sign before it. */
  readonly currency: string | null;
  /** Ended by a scale word or letter: "5bn". */
  readonly scale: number;
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

/** "Two decades" are twenty years: who prints the one and who prints the other say the same. */
function inCommonUnit(value: number, upper: number | null, unit: string | null) {
  const multiple = numberTables.multiples.get(unit ?? "");
  if (multiple === undefined) return { value, upper, unit };
  const { times } = multiple;
  return { value: value * times, upper: upper && upper * times, unit: multiple.unit };
}

/** "covid-19", "F-16": digits that a hyphen joins to a word. "No. 1" is a place in a list. */
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

/** "three-quarters of them": a share, which counts nothing. */
function isFraction(tokens: readonly Token[], at: number): boolean {
  const index = tokens[at]?.folded === "-" ? at + 1 : at;
  return /^(?:half|halves|thirds?|quarters|fifths?|tenths?)$/.test(tokens[index]?.folded ?? "");
}

/** "one" is rarely a number: only where it counts the noun after it. */
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
const notAfterOne: ReadonlySet<string> = new Set("another hand thing day side".split(" "));

function readAmount(text: string, tokens: readonly Token[], at: number): Amount | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const currency = numberTables.currencySigns.get(token.folded);
  if (currency !== undefined) {
    const amount = readPlain(text, tokens, at + 1);
    return amount === null ? null : { ...amount, currency };
  }
  return readPlain(text, tokens, at);
}

function readPlain(text: string, tokens: readonly Token[], at: number): Amount | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === "number") return readDigits(text, tokens, at, token);
  return token.kind === "word" ? readWords(text, tokens, at) : null;
}

function readDigits(
  text: string,
  tokens: readonly Token[],
  at: number,
  token: Token,
): Amount | null {
  if (/\p{L}$/u.test(text.slice(token.start, token.end))) return null; // an ordinal
  const value = Number(token.folded);
  if (!Number.isFinite(value) || isPartOfCode(tokens, at)) return null;
  const scale = scaleAt(text, tokens, at + 1);
  return scale === null
    ? { value, next: at + 1, currency: null, scale: 1 }
    : { value: value * scale.factor, next: scale.next, currency: null, scale: scale.factor };
}

/** "02:48", "09/09/2012": digits that touch a colon or a stroke with more digits behind it. */
function isPartOfCode(tokens: readonly Token[], at: number): boolean {
  const touches = (mark: number, digits: number): boolean => {
    const folded = tokens[mark]?.folded;
    if (folded !== ":" && folded !== "/") return false;
    const first = Math.min(mark, digits);
    const isTight = tokens[first]!.end === tokens[first + 1]?.start;
    const part = tokens[digits];
    return part !== undefined && /^\d/.test(part.folded) && isTight;
  };
  return touches(at + 1, at + 2) || touches(at - 1, at - 2);
}

/** "million", "-million" or a touching "m"; letters count only where they touch. */
function scaleAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): { factor: number; next: number } | null {
  const index = tokens[at]?.folded === "-" ? at + 1 : at;
  const token = tokens[index];
  const factor = token === undefined ? undefined : numberTables.scales.get(token.folded);
  if (token === undefined || factor === undefined) return null;
  if (token.folded.length <= 1 && token.start !== tokens[at - 1]!.end) return null;
  if (
    token.folded === "m" &&
    numberTables.currencySigns.get(tokens[at - 2]?.folded ?? "") === undefined
  ) {
    return /^[mb]n?$/i.test(text.slice(token.start, token.end))
      ? { factor, next: index + 1 }
      : null;
  }
  return { factor, next: index + 1 };
}

/** "twenty-five", "two hundred and ten", "three million", "a dozen", "a million". */
function readWords(text: string, tokens: readonly Token[], at: number): Amount | null {
  let total = 0;
  let group = 0;
  let next = at;
  let largest = 1;
  const isArticle = tokens[at]!.folded === "a" && scaleAt(text, tokens, at + 1) !== null;
  if (isArticle) {
    group = 1;
    next = at + 1;
  }
  for (let index = next; index < tokens.length && index < at + 14; index++) {
    const { folded } = tokens[index]!;
    const word = numberTables.words.get(folded);
    const scale = folded.length > 2 ? numberTables.scales.get(folded) : undefined;
    if (word !== undefined && scale === undefined) {
      if (group % 10 !== 0 || (group > 0 && word >= 10 && group < 100)) break;
      group += word;
    } else if (scale !== undefined) {
      if (group === 0 && total === 0 && folded !== "dozen") break;
      if (scale >= 1000) {
        total += Math.max(group, 1) * scale;
        group = 0;
      } else group = Math.max(group, 1) * scale;
      largest = Math.max(largest, scale);
    } else if (
      (folded === "-" || folded === "and") &&
      next > at &&
      isNumberWord(tokens[index + 1])
    ) {
      if (folded === "and" && largest === 1) break;
      continue;
    } else break;
    next = index + 1;
  }
  if (next === at || (isArticle && next === at + 1)) return null;
  return { value: total + group, next, currency: null, scale: largest };
}

function isNumberWord(token: Token | undefined): boolean {
  return (
    token !== undefined && (numberTables.words.has(token.folded) || token.folded === "hundred")
  );
}

/** The other end of "5 to 7", "5-7", "between 5 and 7". */
function readUpper(text: string, tokens: readonly Token[], lower: Amount): Amount | null {
  // "60 percent to 80 percent": the unit may stand with each end.
  const unit = numberTables.units.get(tokens[lower.next]?.folded ?? "");
  const at = unit === undefined || lower.currency !== null ? lower.next : lower.next + 1;
  const joint = tokens[at]?.folded;
  const isBetween = joint === "and" && isAfterBetween(tokens, lower);
  if (joint !== "to" && joint !== "-" && joint !== "–" && joint !== "—" && !isBetween) return null;
  const upper = readAmount(text, tokens, at + 1);
  if (upper !== null && at > lower.next) {
    if (numberTables.units.get(tokens[upper.next]?.folded ?? "") !== unit) return null;
  }
  return upper !== null && upper.value > lower.value / Math.max(lower.scale, 1) ? upper : null;
}

function isAfterBetween(tokens: readonly Token[], lower: Amount): boolean {
  for (let at = lower.next - 1; at >= Math.max(0, lower.next - 5); at--) {
    if (tokens[at]!.folded === "between") return true;
  }
  return false;
}

/** A known unit, or the stem of the noun that is counted (past two adjectives at most). */
function unitAfter(text: string, tokens: readonly Token[], at: number): string | null {
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

/** Past a unit that the span takes in: "30 years", "three-decade". */
function pastUnit(tokens: readonly Token[], at: number): number {
  const unit = isJoined(tokens, at) ? at + 1 : at;
  if (isPerCent(tokens, unit) || isPercentagePoint(tokens, unit)) return unit + 2;
  return numberTables.units.has(tokens[unit]?.folded ?? "") ? unit + 1 : at;
}

/** True for a hyphen right after what stands before it. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.folded === "-" && tokens[at]!.start === tokens[at - 1]!.end;
}

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
