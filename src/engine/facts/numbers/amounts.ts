import { numberTables } from "../../text/languageTables.ts";
import type { Token } from "../../text/tokens.ts";

/** A number and the token after it. */
export interface Amount {
  readonly value: number;
  readonly next: number;
  /** Written with a currency sign before it. */
  readonly currency: string | null;
  /** Ended by a scale word or letter: "5bn". */
  readonly scale: number;
}

/**
 * Returns the amount that begins at a token, in digits or words, with a currency sign or without;
 * null if there is none.
 */
export function readAmount(text: string, tokens: readonly Token[], at: number): Amount | null {
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
  const scale = areMetres(tokens, at, value) ? null : scaleAt(text, tokens, at + 1);
  return scale === null
    ? { value, next: at + 1, currency: null, scale: 1 }
    : { value: value * scale.factor, next: scale.next, currency: null, scale: scale.factor };
}

/** True for the "m" of "1,500m", which means metres: 1,500 million would be printed "1.5bn". */
function areMetres(tokens: readonly Token[], at: number, value: number): boolean {
  const isMoney = numberTables.currencySigns.has(tokens[at - 1]?.folded ?? "");
  return value >= 1000 && !isMoney && tokens[at + 1]?.folded === "m";
}

/** True for digits that a colon or slash joins to more digits: "02:48", "09/09/2012". */
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

/** "half a million", "half a dozen". */
function readHalf(text: string, tokens: readonly Token[], at: number): Amount | null {
  const scale = tokens[at + 1]?.folded === "a" ? scaleAt(text, tokens, at + 2) : null;
  if (scale === null) return null;
  return { value: scale.factor / 2, next: scale.next, currency: null, scale: scale.factor };
}

/** "twenty-five", "two hundred and ten", "three million", "a dozen", "a million". */
function readWords(text: string, tokens: readonly Token[], at: number): Amount | null {
  if (tokens[at]!.folded === "half") return readHalf(text, tokens, at);
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

/** Returns the other end of "5 to 7", "5-7", "between 5 and 7". */
export function readUpper(text: string, tokens: readonly Token[], lower: Amount): Amount | null {
  // "60 percent to 80 percent": the unit may follow each end.
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
