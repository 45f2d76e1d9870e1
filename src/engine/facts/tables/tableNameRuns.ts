import { isNetworkName } from "../../text/networkName.ts";
import { isGivenNameOfAnyLanguage } from "../names/givenNames.ts";
import { isCapitalised, isKoreanName } from "../names/nameSequences.ts";
import { uncapitalisedRun } from "../names/uncapitalisedNames.ts";
import { knownAt, type TableRun } from "./tableKnownNames.ts";
import { isLatin, isNameWord, type SeenWords } from "./tableNameWords.ts";
import type { TableText } from "./tableText.ts";

/**
 * Returns the runs of a text in order: names of the tables; capitalised words; where a script has
 * no capitals, words after a given name, after an office and after a verb of saying.
 */
export function findTableRuns(
  reading: TableText,
  persons: ReadonlyMap<string, string>,
  seen: SeenWords,
): readonly TableRun[] {
  const runs: TableRun[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const run = reading.tokens[at]!.kind === "word" ? runAt(reading, at, persons, seen) : null;
    if (run !== null) runs.push(run);
    at = run?.next ?? at + 1;
  }
  return runs;
}

function runAt(
  reading: TableText,
  at: number,
  persons: ReadonlyMap<string, string>,
  seen: SeenWords,
): TableRun | null {
  const known = knownAt(reading, at);
  if (known !== null) return known;
  return reading.table.hasNoCapitals
    ? uncapitalisedRun(reading, at, persons)
    : capitalisedRun(reading, at, seen);
}

/** Tokens of the longest name. */
const longestName = 12;

function capitalisedRun(reading: TableText, at: number, seen: SeenWords): TableRun | null {
  if (!isNameWord(reading, at, seen)) return null;
  let next = at + 1;
  // "ДНК Симпсона": an abbreviation is no first name.
  const { start, end } = reading.tokens[at]!;
  const isAlone =
    /^\p{Lu}{3,}$/u.test(reading.text.slice(start, end)) && !isAllCapitals(reading, next);
  while (next < at + longestName && !isAlone) {
    const joined = joinedNext(reading, next, seen, at);
    if (joined === null) break;
    next = joined;
  }
  return { first: at, next: personStart(reading, at, next) ?? next, known: null, skipped: 0 };
}

/**
 * Returns the token at which a person's name begins inside a run, after words that are no given
 * names: "Landwirtin | Gesa Thoms", "Институт Географии | Роман Лисин"; or null. A case shows a
 * namesake: "Фонд Егора Гайдара".
 */
function personStart(
  { text, tokens, table }: TableText,
  first: number,
  next: number,
): number | null {
  if (!table.casesTieNouns && !table.capitalisedNouns) return null;
  for (let at = first; at < next - 1; at++) {
    const { start, end } = tokens[at]!;
    if (!isCapitalised(text, tokens[at]) || !isCapitalised(text, tokens[at + 1])) continue;
    if (isGivenNameOfAnyLanguage(text.slice(start, end))) return at === first ? null : at;
  }
  return null;
}

function isAllCapitals({ text, tokens }: TableText, at: number): boolean {
  const token = tokens[at];
  return token === undefined || !/\p{Ll}/u.test(text.slice(token.start, token.end));
}

function joinedNext(reading: TableText, at: number, seen: SeenWords, first: number): number | null {
  const { text, tokens, table, words } = reading;
  const token = tokens[at];
  const before = tokens[at - 1]!;
  if (token === undefined || token.start - before.end > 1) return null;
  if (token.start > before.end && text[before.end] === "\n") return null;
  if (before.kind === token.kind && isLatin(text, before) !== isLatin(text, token)) return null;
  if (isNameWord(reading, at, seen)) return knownAt(reading, at) === null ? at + 1 : null;
  const isTight = token.start === before.end;
  const isInitial = before.end - before.start === 1 && !isNetworkName(text, before.start);
  if (words[at] === "." && isTight && isInitial) {
    return isNameWord(reading, at + 1, seen) ? at + 2 : null;
  }
  if ((words[at] === "-" || words[at] === "‑") && isTight) {
    return tokens[at + 1]?.start === token.end &&
      (isCapitalised(text, tokens[at + 1]) || isKoreanName(tokens, at))
      ? at + 2
      : null;
  }
  const isBody = table.organisationWords.has(words[first]!);
  // "Asamblea | General": a body's name with the word for an office, but "Bakanlık | Sözcüsü Hami Aksoy".
  const endsName = isCapitalised(text, token) && !isCapitalised(text, tokens[at + 1]);
  if (isBody && at === first + 1 && endsName && table.roles.has(words[at]!)) return at + 1;
  // "Ursula von der Leyen", "Centro Nacional de Huracanes", not "Robyn Christie von Melrose".
  if (at > first + 1 && words[at - 2] !== "-" && !isBody) return null;
  if (!table.particles.has(words[at]!) || table.joiners.has(words[at]!)) return null;
  for (let next = at + 1; next < at + 4; next++) {
    if (isNameWord(reading, next, seen)) return knownAt(reading, next) === null ? next + 1 : null;
    if (words[next] !== "-" && !table.particles.has(words[next] ?? "")) return null;
  }
  return null;
}
