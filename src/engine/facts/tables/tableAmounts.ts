import { classOf, DIGIT } from "../../text/characters.ts";
import { phraseAt } from "../../text/tableWords.ts";
import { digitOf } from "../../text/tokens.ts";
import { type TableText, withoutProclitic } from "./tableText.ts";

/** A value in digits or words, and the token after it. */
export interface TableAmount {
  readonly value: number;
  readonly next: number;
  /** The scale word that is part of it, as a factor: 1,000,000 for "5 Mio.", else 1. */
  readonly scale: number;
}

/**
 * Returns the amount that begins at a token, with its scale ("1,5 Milliarden", "три тысячи"), or
 * null.
 */
export function amountAt(reading: TableText, at: number): TableAmount | null {
  const token = reading.tokens[at];
  if (token === undefined || token.kind === "punctuation") return null;
  const amount =
    token.kind === "number"
      ? inDigits(reading, at)
      : (halfScale(reading, at) ?? inWords(reading, at));
  return amount === null ? null : withHalf(reading, amount);
}

/** "half a million": "نصف مليون", "demi-million". */
function halfScale(reading: TableText, at: number): TableAmount | null {
  const { words, table } = reading;
  if (withoutProclitic(words[at]!, table, (rest) => table.numbers.half.has(rest)) === null)
    return null;
  const next = words[at + 1] === "-" ? at + 2 : at + 1;
  const scale = scaleValue(reading, words[next] ?? "", false) ?? 0;
  return scale >= 1000 ? { value: scale / 2, next: next + 1, scale } : null;
}

/** "un million et demi": half of the scale more. */
function withHalf({ words, table }: TableText, amount: TableAmount): TableAmount {
  const half = phraseAt(table.numbers.halfAfter, words, amount.next);
  if (half === null || amount.scale < 1000) return amount;
  return { ...amount, value: amount.value + amount.scale / 2, next: half.next };
}

/** Digits with a scale that one number has at most: "2 milyon 300 bin 500". */
const mostParts = 4;

function inDigits(reading: TableText, at: number, parts = mostParts): TableAmount | null {
  const { text, tokens, words, table } = reading;
  let next = at + 1;
  // "1 500 000": groups of three after a space.
  while (continuesGroup(reading, next)) next++;
  const written = text.slice(tokens[at]!.start, tokens[next - 1]!.end);
  if (/\p{L}$/u.test(written)) return null;
  const value = parsedNumber(written, table.numbers.thousands, table.numbers.decimal);
  if (value === null || isPartOfCode(words, at, next)) return null;
  const amount = scaled(reading, value, next);
  const isWhole = amount.scale > 1 && Number.isInteger(value);
  const rest = isWhole && parts > 1 ? restAt(reading, amount, parts - 1) : null;
  return rest === null
    ? amount
    : { ...rest, value: amount.value + rest.value, scale: amount.scale };
}

/** The digits after a scale that belong to the same number: "3 bin 500", "2 млн 300 тыс.". */
function restAt(
  reading: TableText,
  { next, scale }: TableAmount,
  parts: number,
): TableAmount | null {
  const { text, tokens } = reading;
  const [before, token] = [tokens[next - 1]!, tokens[next]];
  if (token?.kind !== "number" || token.start - before.end !== 1) return null;
  if (/^(?:19|20)\d\d$/.test(text.slice(token.start, token.end))) return null;
  const rest = inDigits(reading, next, parts);
  return rest !== null && rest.value < scale ? rest : null;
}

function continuesGroup({ text, tokens, table }: TableText, at: number): boolean {
  const [before, token] = [tokens[at - 1]!, tokens[at]];
  if (token?.kind !== "number" || token.start - before.end !== 1) return false;
  if (before.end - before.start > 3 || !table.numbers.thousands.includes(text[before.end]!))
    return false;
  return (
    /^\p{Nd}{3}(?!\p{Nd})/u.test(text.slice(token.start, token.start + 4)) &&
    token.end - token.start >= 3
  );
}

/** True for digits that a colon or slash joins to more digits: "14:30", "9/11". */
function isPartOfCode(words: readonly string[], at: number, next: number): boolean {
  const joins = (mark: number, digits: number) =>
    /^[:/]$/.test(words[mark] ?? "") && /^\d/.test(words[digits] ?? "");
  return joins(next, next + 1) || joins(at - 1, at - 2);
}

/** A number as written by a language's separators; three digits after a stop are a group where stops part groups. */
function parsedNumber(written: string, thousands: string, decimal: string): number | null {
  let digits = "";
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    if (classOf(code) & DIGIT) digits += String(digitOf(code));
    else if (isGroupMark(written, at, thousands, decimal)) continue;
    else digits += ".";
  }
  const value = Number(digits);
  return digits === "" || !Number.isFinite(value) ? null : value;
}

function isGroupMark(written: string, at: number, thousands: string, decimal: string): boolean {
  const mark = written[at]!;
  if (!thousands.includes(mark) || (decimal.includes(mark) && !thousands.startsWith(mark)))
    return false;
  return /^\p{Nd}{3}(?!\p{Nd})/u.test(written.slice(at + 1, at + 5));
}

/** Takes in scale words that follow a value: "тыс.", "Millionen". */
function scaled({ words, tokens, table }: TableText, value: number, at: number): TableAmount {
  const scale = table.numbers.scales.get(words[at] ?? "");
  if (scale === undefined) return { value, next: at, scale: 1 };
  const hasStop =
    words[at + 1] === "." && tokens[at + 1]!.start === tokens[at]!.end && words[at]!.length <= 4;
  return { value: value * scale, next: hasStop ? at + 2 : at + 1, scale };
}

/** Words of the longest number. */
const longestNumber = 14;

function inWords(reading: TableText, at: number): TableAmount | null {
  const { words, table } = reading;
  const { numbers } = table;
  const first = withoutProclitic(words[at]!, table, (rest) => numbers.phrases.has(rest));
  const phrase = first === null ? null : phraseAt(numbers.phrases, words, at, first);
  if (phrase !== null) return scaled(reading, phrase.value, phrase.next);
  let [total, group, last, next] = [0, 0, Number.POSITIVE_INFINITY, at];
  let isJoined = false;
  let largest = 1;
  for (let index = at; index < Math.min(words.length, at + longestNumber); index++) {
    const word = words[index]!;
    const value = wordValue(reading, word, index > at);
    const scale = scaleValue(reading, word, index > at);
    if (
      value !== null &&
      (group === 0 ||
        value < last ||
        (isJoined && last < 10 && value >= 20 && value < 100) ||
        isFourTwenties(group, value))
    ) {
      group = isFourTwenties(group, value) ? group * value : group + value;
      last = value;
    } else if (scale !== null && (group > 0 || numbers.bare.has(word))) {
      if (scale >= 1000) {
        total += Math.max(group, 1) * scale;
        group = 0;
        last = Number.POSITIVE_INFINITY;
      } else {
        group = Math.max(group, 1) * scale;
        last = scale;
      }
      largest = Math.max(largest, scale);
    } else if (
      index > at &&
      (word === "-" || numbers.joiners.has(word)) &&
      isNumberWord(reading, index + 1)
    ) {
      isJoined = true;
      continue;
    } else break;
    isJoined = words[index + 1] === "-" || numbers.joiners.size > 0;
    next = index + 1;
  }
  if (next > at)
    return total + group === 0 && !numbers.words.has(words[at]!)
      ? null
      : { value: total + group, next, scale: largest };
  const one = numbers.ones.get(words[at]!);
  const after = one === undefined ? null : scaled(reading, one, at + 1);
  return after !== null && after.scale > 1 ? after : null;
}

/** True for "quatre-vingt", in which the first number multiplies the second. */
function isFourTwenties(group: number, value: number): boolean {
  return group === 4 && value === 20;
}

function isNumberWord(reading: TableText, at: number): boolean {
  const word = reading.words[at] ?? "";
  return wordValue(reading, word, true) !== null || scaleValue(reading, word, true) !== null;
}

/** The value of a number word; inside a number "one" counts, and "and" may be written on the word. */
function wordValue({ table }: TableText, word: string, isInside: boolean): number | null {
  const { words, ones, compound } = table.numbers;
  const value = words.get(word) ?? (isInside ? ones.get(word) : undefined);
  if (value !== undefined) return value;
  if (compound !== "") return compoundValue(word, table.numbers);
  const bare = isInside ? withoutProclitic(word, table, (rest) => words.has(rest)) : null;
  return bare === null ? null : words.get(bare)!;
}

function scaleValue({ table }: TableText, word: string, isInside: boolean): number | null {
  const { scales } = table.numbers;
  const value = scales.get(word);
  if (value !== undefined) return value;
  const bare = isInside ? withoutProclitic(word, table, (rest) => scales.has(rest)) : null;
  return bare === null ? null : scales.get(bare)!;
}

/** Letters of the longest number in one word that is read. */
const longestCompound = 40;

/** "zweihundertfünfundzwanzig": numbers that are written as one word. */
function compoundValue(word: string, numbers: TableText["table"]["numbers"]): number | null {
  if (word.length < 6 || word.length > longestCompound) return null;
  for (const scale of ["tausend", "hundert"]) {
    const at = word.indexOf(scale);
    if (at < 0) continue;
    const left = at === 0 ? 1 : partValue(word.slice(0, at), numbers);
    const rest = word.slice(at + scale.length).replace(new RegExp(`^${numbers.compound}`), "");
    const right = rest === "" ? 0 : partValue(rest, numbers);
    return left === null || right === null ? null : left * numbers.scales.get(scale)! + right;
  }
  const joint = word.indexOf(numbers.compound);
  if (joint <= 0) return null;
  const [ones, tens] = [
    partValue(word.slice(0, joint), numbers),
    numbers.words.get(word.slice(joint + numbers.compound.length)),
  ];
  return ones === null || tens === undefined || ones > 9 || tens < 20 ? null : ones + tens;
}

function partValue(word: string, numbers: TableText["table"]["numbers"]): number | null {
  return numbers.words.get(word) ?? numbers.ones.get(word) ?? compoundValue(word, numbers);
}
