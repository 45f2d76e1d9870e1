import type { NumberMention } from "../../model/index.ts";
import { numberTables } from "../../text/languageTables.ts";
import { phraseAt } from "../../text/tableWords.ts";
import { amountAt, type TableAmount } from "./tableAmounts.ts";
import type { TableText } from "./tableText.ts";

/**
 * Finds numbers in a language that is read by a table, as `findNumbers` does in English: values,
 * bounds and units are the same in all languages. The thing counted is given only if it is a unit,
 * because nouns cannot be compared across languages.
 */
export function findTableNumbers(reading: TableText): readonly NumberMention[] {
  const found: NumberMention[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const amount = isPartOfName(reading, at) ? null : amountAt(reading, at);
    if (amount !== null) found.push(mentionOf(reading, at, amount));
    at = amount === null ? at + 1 : Math.max(amount.next, upperOf(reading, amount)?.next ?? 0);
  }
  return found;
}

/** True for digits that are part of a name: "Covid-19", "G7". */
function isPartOfName({ tokens, words }: TableText, at: number): boolean {
  const hyphen = tokens[at - 1];
  if (tokens[at]!.kind !== "number" || !/^[-‐‑]$/.test(words[at - 1] ?? "")) return false;
  return (
    hyphen!.end === tokens[at]!.start &&
    tokens[at - 2]?.kind === "word" &&
    tokens[at - 2]!.end === hyphen!.start
  );
}

function mentionOf(reading: TableText, at: number, amount: TableAmount): NumberMention {
  const { tokens } = reading;
  const upper = upperOf(reading, amount);
  const next = upper?.next ?? amount.next;
  const before = unitBefore(reading, at);
  const first = before === null ? at : at - 1;
  const after = unitAfter(reading, next);
  const bound = boundOf(reading, first, after?.next ?? next);
  const value = upper !== null && amount.scale === 1 ? amount.value * upper.scale : amount.value;
  const counted = inCommonUnit(value, upper?.value ?? null, before ?? after?.unit ?? null);
  const end = tokens[Math.max(after?.next ?? next, bound.next) - 1]!.end;
  return { start: tokens[bound.first]!.start, end, ...counted, bound: bound.bound };
}

function inCommonUnit(value: number, upper: number | null, unit: string | null) {
  const multiple = numberTables.multiples.get(unit ?? "");
  if (multiple === undefined) return { value, upper, unit };
  return {
    value: value * multiple.times,
    upper: upper && upper * multiple.times,
    unit: multiple.unit,
  };
}

/** The other end of "5 bis 7", "5–7". */
function upperOf(reading: TableText, lower: TableAmount): TableAmount | null {
  const joint = reading.words[lower.next] ?? "";
  if (!/^[-–—]$/.test(joint) && !reading.table.numbers.ranges.has(joint)) return null;
  const upper = amountAt(reading, lower.next + 1);
  return upper !== null && upper.value > lower.value ? upper : null;
}

/** "$", "yüzde" before the number. */
function unitBefore({ words, table }: TableText, at: number): string | null {
  const word = words[at - 1] ?? "";
  return numberTables.currencySigns.get(word) ?? table.numbers.unitsBefore.get(word) ?? null;
}

function unitAfter(
  { words, table }: TableText,
  at: number,
): { readonly unit: string; readonly next: number } | null {
  const unitAt = (index: number) =>
    table.numbers.units.get(words[index] ?? "") ??
    numberTables.currencySigns.get(words[index] ?? "") ??
    (words[index] === "%" || words[index] === "٪" ? "percent" : undefined);
  // "millions d'euros", "Mrd. US-Dollar", "на 5 процентов"
  const skips = [0, 1, 2].filter(
    (skip) => skip === 0 || isSkipped(words, at, skip, table.prepositions),
  );
  for (const skip of skips) {
    const unit = unitAt(at + skip);
    if (unit !== undefined) return { unit, next: at + skip + 1 };
  }
  return null;
}

function isSkipped(
  words: readonly string[],
  at: number,
  skip: number,
  prepositions: ReadonlySet<string>,
): boolean {
  const before = words[at + skip - 1] ?? "";
  if (skip === 1) return prepositions.has(before);
  return before === "-" || prepositions.has(before);
}

/** The bound that the words before or after set; the span takes them in. */
function boundOf(
  { words, table }: TableText,
  first: number,
  next: number,
): { readonly bound: NumberMention["bound"]; readonly first: number; readonly next: number } {
  for (let at = Math.max(0, first - 4); at < first; at++) {
    const phrase = phraseAt(table.numbers.bounds, words, at);
    if (phrase?.next === first)
      return { bound: phrase.value as NumberMention["bound"], first: at, next };
  }
  for (let at = next; at < next + 2; at++) {
    const bound = table.numbers.boundsAfter.get(words[at] ?? "");
    if (bound !== undefined) return { bound: bound as NumberMention["bound"], first, next: at + 1 };
  }
  return { bound: "exact", first, next };
}
