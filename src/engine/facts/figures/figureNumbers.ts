import type { NumberMention } from "../../model/index.ts";
import { numberTables } from "../../text/languageTables.ts";
import { type FigureText, matchAt, pastSpace } from "./figureText.ts";
import { type FoundWord, isUnparted, wordAt, wordBefore } from "./wordList.ts";

/** A number in digits with its scales, and the offset after it. */
interface Amount {
  readonly value: number;
  readonly end: number;
  /** The factor of its last scale; 1 without. */
  readonly scale: number;
  /** True where the digits mean a number only with a scale or unit: "7.40" may be a time. */
  readonly isDoubtful: boolean;
}

/**
 * Returns the number that begins at an offset with a digit, and the offset after its digits; the
 * mention is null if they are no number (a time, an ordinal, part of a name).
 */
export function numberAt(
  reading: FigureText,
  start: number,
): { readonly mention: NumberMention; readonly next: number } | null {
  if (isPartOfCode(reading, start)) return null;
  const amount = amountAt(reading, start);
  if (amount === null) return null;
  const upper = upperOf(reading, amount);
  const end = upper?.end ?? amount.end;
  const after = unitAfter(reading, end);
  const unit = unitBefore(reading, start) ?? after?.value ?? null;
  const isSure = amount.scale > 1 || unit !== null;
  if (!isSure && (amount.isDoubtful || isNoCount(reading, start, end))) return null;
  const value = upper !== null && amount.scale === 1 ? amount.value * upper.scale : amount.value;
  const bound = boundOf(reading, start, after?.end ?? end) ?? boundOfRound(reading, value);
  const next = after?.end ?? end;
  // Where words touch, the unit is in one token with what follows it.
  const isApart = after !== null && !isUnparted(reading.text, after.start);
  const span = { start, end: isApart ? next : end };
  return { mention: { ...span, value, upper: upper?.value ?? null, unit, bound }, next };
}

/** "14:30", "7時40分", "9/11", "Covid-19", "第3" */
function isPartOfCode({ text, plain, words }: FigureText, start: number): boolean {
  if (wordBefore(words.clock, text, text[start - 1] === " " ? start - 1 : start) !== null)
    return true;
  if (/[\d\p{L}][:/]$|\p{L}[-‐‑]$|第$/u.test(plain.slice(Math.max(0, start - 2), start)))
    return true;
  const digits = matchAt(/\d+/y, plain, start)![0].length;
  return /^[:/]\d/.test(plain.slice(start + digits, start + digits + 2));
}

/** Digits with the marks inside them; a space must part three digits to belong to them. */
const digitsWithMarks = /\d+(?:[.,'’٫٬]\d+)*/y;
const spacedGroups = /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,\d+)?(?!\d)/y;

/** Digits with scales that one number has at most, and scales after digits: "1兆2億3万400". */
const [mostParts, mostScales] = [4, 3];

function amountAt(reading: FigureText, start: number, parts = mostParts): Amount | null {
  const { plain, words } = reading;
  const spaced = words.hasSpacedGroups ? matchAt(spacedGroups, plain, start) : null;
  const written = (spaced ?? matchAt(digitsWithMarks, plain, start))?.[0];
  if (written === undefined) return null;
  const digits = digitsValue(written.replace(/[ \u00a0\u202f\u2009'’٬]/g, ""), words.decimal);
  if (digits === null) return null;
  const end = start + written.length;
  const amount = scaled(reading, digits.value, end, digits.isDoubtful);
  if (amount === null || !Number.isFinite(amount.value)) return null;
  const isWhole = amount.scale > 1 && Number.isInteger(digits.value);
  const rest = isWhole && parts > 1 ? restAt(reading, amount, parts - 1) : null;
  return rest === null ? amount : { ...amount, value: amount.value + rest.value, end: rest.end };
}

/** Returns the value of digits with their marks; null for a date or code. */
function digitsValue(
  written: string,
  decimal: "." | ",",
): { readonly value: number; readonly isDoubtful: boolean } | null {
  const group = decimal === "," ? "." : ",";
  const plain = written.replace("٫", decimal);
  const [whole = "", fraction, ...more] = plain.split(decimal);
  if (more.length > 0) return null;
  const groups = whole.split(group);
  if (isGrouped(groups)) {
    const value = Number(`${groups.join("")}.${fraction ?? 0}`);
    // "1,200" where a comma is the decimal mark may be foreign style.
    return { value, isDoubtful: fraction?.length === 3 };
  }
  const isForeign = groups.length === 2 && fraction === undefined;
  return isForeign ? { value: Number(groups.join(".")), isDoubtful: true } : null;
}

/** True for groups of three digits, and of two in India: "1,20,000". */
function isGrouped([first, ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return true;
  return (
    first!.length <= 3 &&
    rest.at(-1)!.length === 3 &&
    rest.every(({ length }) => length === 3 || length === 2)
  );
}

/** The digits after a scale that belong to the same number: "2億 | 1000万", "5 milioni | 300 mila". */
function restAt(reading: FigureText, { end, scale }: Amount, parts: number): Amount | null {
  const { plain } = reading;
  const at = pastSpace(reading.text, end);
  if (!/\d/.test(plain[at] ?? "") || /^ (?:19|20)\d\d(?!\d)/.test(plain.slice(end, end + 6)))
    return null;
  const rest = amountAt(reading, at, parts);
  return rest !== null && rest.value < scale ? rest : null;
}

/** Takes in scales: "mil milhões". */
function scaled(
  reading: FigureText,
  digits: number,
  digitsEnd: number,
  isDoubtful: boolean,
): Amount | null {
  const { text } = reading;
  let [value, end, scale] = [digits, digitsEnd, 1];
  for (let scales = 0; scales < mostScales; scales++) {
    const found = scaleAfter(reading, end);
    if (found === null) break;
    value *= found.value;
    scale *= found.value;
    end = found.end;
  }
  if (scale === 1) {
    // "62enne": digits in a word that is no scale.
    return /^\p{L}/u.test(text.slice(end, end + 1)) &&
      !isUnparted(text, end) &&
      !isCaseless(text, end)
      ? null
      : { value, end, scale, isDoubtful };
  }
  const hasStop = end - digitsEnd <= longestStopped && /^\. \p{Ll}/u.test(text.slice(end, end + 4));
  return { value, end: hasStop ? end + 1 : end, scale, isDoubtful: false };
}

/** Characters of a scale that may be abbreviated with a stop, and the space before it. */
const longestStopped = 5;

function scaleAfter({ text, words }: FigureText, at: number): FoundWord<number> | null {
  return wordAt(words.scales, text, pastSpace(text, at));
}

/** True for a letter without capitals, which does not continue digits as a word does. */
function isCaseless(text: string, at: number): boolean {
  return /^\p{Lo}/u.test(text.slice(at, at + 1));
}

/** The other end of "5-7", "5～7". */
function upperOf(reading: FigureText, lower: Amount): Amount | null {
  const joint = matchAt(/ ?[-–—~〜～至] ?(?=\d)/y, reading.plain, lower.end);
  const upper = joint === null ? null : amountAt(reading, lower.end + joint[0].length);
  return upper !== null && upper.value > lower.value / lower.scale ? upper : null;
}

function unitBefore({ text }: FigureText, start: number): string | null {
  const at = /\s$/.test(text.slice(start - 1, start)) ? start - 2 : start - 1;
  return numberTables.currencySigns.get(text[at] ?? "") ?? null;
}

function unitAfter({ text, words }: FigureText, end: number): FoundWord<string> | null {
  const at = pastSpace(text, end);
  const sign = text[at] ?? "";
  if (/[%٪％]/.test(sign)) return { value: "percent", start: at, end: at + 1 };
  const currency = numberTables.currencySigns.get(sign);
  if (currency !== undefined) return { value: currency, start: at, end: at + 1 };
  const of = wordAt(words.of, text, at);
  return (
    wordAt(words.units, text, at) ??
    (of === null ? null : wordAt(words.units, text, pastSpace(text, of.end)))
  );
}

/** True for an ordinal ("2.", "2º", "2-й", "2番目") and a time of day ("7時"). */
function isNoCount({ text, words }: FigureText, start: number, end: number): boolean {
  const after = text.slice(end, end + 6);
  if (/^(?:[ºª°]|\. \p{Ll}|-\p{L}{1,3}(?!\p{L})|번째|番目|回目)/u.test(after)) return true;
  return end - start <= 2 && wordAt(words.clock, text, end) !== null;
}

/** Characters of a word that counts, between a number and its bound: "300名 | 以上". */
const longestCounter = 2;

function boundOf(
  { text, words }: FigureText,
  start: number,
  end: number,
): NumberMention["bound"] | null {
  const first = /[\s$€£¥]/.test(text[start - 1] ?? "") ? start - 1 : start;
  const before = wordBefore(words.before, text, first);
  if (before !== null) return before.value;
  const at = pastSpace(text, end);
  const reach = isUnparted(text, at) ? longestCounter : 0;
  for (let skip = 0; skip <= reach; skip++) {
    const after = wordAt(words.after, text, at + skip);
    if (after !== null) return after.value;
  }
  return null;
}

/** Smaller numbers are hardly rounded. */
const leastRound = 20;

/** A round number may be approximate where the words that say so are not known. */
function boundOfRound({ words }: FigureText, value: number): NumberMention["bound"] {
  const isRound = value >= leastRound && Number(value.toPrecision(2)) === value;
  return !words.hasBounds && isRound ? "about" : "exact";
}
