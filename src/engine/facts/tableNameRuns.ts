import { isStopword } from "../text/stems.ts";
import { type PhraseMap, phraseAt, phraseMap } from "../text/tableWords.ts";
import type { Token } from "../text/tokens.ts";
import { type KnownName, knownName, knownNameAt } from "./aliases.ts";
import { isCapitalised } from "./nameSequences.ts";
import { type TableText, withoutProclitic } from "./tableText.ts";

/** Where names may stand in a text that is read by a table, as token indices, half-open. */
export interface TableRun {
  readonly first: number;
  readonly next: number;
  /** What the tables know it as, or null. */
  readonly known: KnownName | null;
  /** The letters before the name in its first token: "و" of "وبوتين". */
  readonly skipped: number;
}

/**
 * The runs of a text in order: names of the tables; capitalised words; where a script has no
 * capitals, words after a given name, after an office and after a verb of saying.
 */
export function findTableRuns(
  reading: TableText,
  persons: ReadonlyMap<string, string>,
  nouns: ReadonlySet<string>,
): readonly TableRun[] {
  const runs: TableRun[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const run = reading.tokens[at]!.kind === "word" ? runAt(reading, at, persons, nouns) : null;
    if (run !== null) runs.push(run);
    at = run?.next ?? at + 1;
  }
  return runs;
}

function runAt(
  reading: TableText,
  at: number,
  persons: ReadonlyMap<string, string>,
  nouns: ReadonlySet<string>,
): TableRun | null {
  const known = knownAt(reading, at);
  if (known !== null) return known;
  return reading.table.hasNoCapitals
    ? uncapitalisedRun(reading, at, persons)
    : capitalisedRun(reading, at, nouns);
}

/** A name of this language's table, a country's as the Unicode CLDR has it, or one of the English tables. */
function knownAt(reading: TableText, at: number): TableRun | null {
  const { text, tokens, table, words } = reading;
  const bare = table.hasNoCapitals
    ? withoutProclitic(words[at]!, table, (word) => startsPhrase(reading, at, word))
    : words[at]!;
  if (bare === null || !(table.hasNoCapitals || isCapitalised(text, tokens[at]))) return null;
  const skipped = Math.max(0, words[at]!.length - bare.length);
  const found =
    phraseAt(table.names, words, at, bare) ??
    phraseAt(countriesOf(table.language), words, at, bare);
  if (found !== null) {
    const known = knownName(found.value);
    const needsCapitals =
      found.next === at + 1 && /^\p{Lu}{2,4}$/u.test(found.value) && bare.length <= 3;
    if (known !== null && (!needsCapitals || isInCapitals(reading, at))) {
      return { first: at, next: found.next, known, skipped };
    }
  }
  if (table.hasNoCapitals) return null;
  const english = knownNameAt(text, tokens, at);
  const after = tokens[at + 1];
  const isFirstName =
    english?.next === at + 1 &&
    english.known.kind === "place" &&
    isNameWord(reading, at + 1, noNouns) &&
    after!.start === tokens[at]!.end + 1;
  const isUsable =
    english !== null && !english.known.isDemonym && !isFirstName && !table.functionWords.has(bare);
  return isUsable ? { first: at, next: english.next, known: english.known, skipped: 0 } : null;
}

const noNouns: ReadonlySet<string> = new Set();

function startsPhrase({ table }: TableText, _at: number, word: string): boolean {
  return table.names.has(word) || countriesOf(table.language).has(word);
}

function isInCapitals({ text, tokens }: TableText, at: number): boolean {
  const { start, end } = tokens[at]!;
  return text.slice(start, end) === text.slice(start, end).toUpperCase();
}

const countries = new Map<string, PhraseMap<string>>();

/** The countries' names in a language, with their English ones, out of the Unicode CLDR (ECMA-402). */
function countriesOf(language: string): PhraseMap<string> {
  const known = countries.get(language);
  if (known !== undefined) return known;
  const built = phraseMap(countryNames(language));
  countries.set(language, built);
  return built;
}

function countryNames(language: string): readonly (readonly [string, string])[] {
  const here = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((first) =>
    letters.flatMap((second) => {
      const [name, known] = [here.of(first + second), english.of(first + second)];
      return name === undefined || known === undefined || knownName(known) === null
        ? []
        : [[name, known] as const];
    }),
  );
}

/** Tokens of the longest name. */
const longestName = 12;

function capitalisedRun(
  reading: TableText,
  at: number,
  nouns: ReadonlySet<string>,
): TableRun | null {
  if (!isNameWord(reading, at, nouns)) return null;
  let next = at + 1;
  while (next < at + longestName) {
    const joined = joinedNext(reading, next, nouns, at);
    if (joined === null) break;
    next = joined;
  }
  return { first: at, next, known: null, skipped: 0 };
}

/** A capitalised word that is no function word, day, title or office. */
function isNameWord(reading: TableText, at: number, nouns: ReadonlySet<string>): boolean {
  const { text, tokens, table, words, joined } = reading;
  const word = words[at];
  if (word === undefined || !isCapitalised(text, tokens[at])) return false;
  if (table.functionWords.has(word) || table.titles.has(word)) return false;
  if (isNoun(reading, at, nouns) || table.calendar.days.has(word)) return false;
  if (isStopword(word) || (table.calendar.weekdays.has(word) && table.capitalisedNouns))
    return false;
  if (isMonth(reading, at)) return false;
  if (table.speech.verbs.has(word)) return false;
  return !table.roles.has(word) && !table.roles.has(joined[at]!);
}

/** A name does not go on in another script. Marks have none. */
function isLatin(text: string, { start, kind }: Token): boolean {
  return (
    kind !== "word" ||
    /[A-Za-z\u00c0-\u024f]/.test(text[start]!) ||
    !/[\u0370-\u05ff]/.test(text[start]!)
  );
}

/** "Mai", "3 May": a month, unless a title or another word of a name stands before it. */
function isMonth({ text, tokens, table, words }: TableText, at: number): boolean {
  if (!table.calendar.months.has(words[at]!)) return false;
  const before = words[at - 1] ?? "";
  const isNamed =
    table.titles.has(words[at - 2] ?? "") ||
    table.titles.has(before) ||
    table.speech.verbs.has(words[at + 1] ?? "");
  return !isNamed && (tokens[at - 1]?.kind === "number" || !isCapitalised(text, tokens[at - 1]));
}

function joinedNext(
  reading: TableText,
  at: number,
  nouns: ReadonlySet<string>,
  first: number,
): number | null {
  const { text, tokens, table, words } = reading;
  const token = tokens[at];
  const before = tokens[at - 1]!;
  if (token === undefined || token.start - before.end > 1) return null;
  if (token.start > before.end && text[before.end] === "\n") return null;
  if (before.kind === token.kind && isLatin(text, before) !== isLatin(text, token)) return null;
  if (isNameWord(reading, at, nouns)) return knownAt(reading, at) === null ? at + 1 : null;
  const isTight = token.start === before.end;
  if (words[at] === "." && isTight && before.end - before.start === 1) {
    return isNameWord(reading, at + 1, nouns) ? at + 2 : null;
  }
  if ((words[at] === "-" || words[at] === "‑") && isTight) {
    return tokens[at + 1]?.start === token.end && isCapitalised(text, tokens[at + 1])
      ? at + 2
      : null;
  }
  // "Ursula von der Leyen", not "Robyn Christie von Melrose".
  if (at > first + 1 && words[at - 2] !== "-") return null;
  if (!table.particles.has(words[at]!) || table.joiners.has(words[at]!)) return null;
  for (let next = at + 1; next < at + 4; next++) {
    if (isNameWord(reading, next, nouns)) return knownAt(reading, next) === null ? next + 1 : null;
    if (words[next] !== "-" && !table.particles.has(words[next] ?? "")) return null;
  }
  return null;
}

/** Names where no capital shows them: by what stands before them, or because the text has named them so. */
function uncapitalisedRun(
  reading: TableText,
  at: number,
  persons: ReadonlyMap<string, string>,
): TableRun | null {
  const { table, words } = reading;
  const word = words[at]!;
  const given = withoutProclitic(word, table, (rest) => table.givenNames.has(rest));
  if (given !== null && !table.functionWords.has(word)) {
    const next = familyNameEnd(reading, at + 1);
    if (next > at + 1) return { first: at, next, known: null, skipped: word.length - given.length };
  }
  const named = withoutProclitic(word, table, (rest) => persons.has(rest));
  if (named !== null) {
    return {
      first: at,
      next: at + 1,
      known: null,
      skipped: Math.max(0, word.length - named.length),
    };
  }
  if (!isPlainWord(reading, at) || !(isSaidBefore(reading, at) || isAfterOffice(reading, at)))
    return null;
  const next = isPlainWord(reading, at + 1) ? at + 2 : at + 1;
  return { first: at, next, known: null, skipped: 0 };
}

/** Past the family name that stands at `at`: after further given names, with its particles. */
function familyNameEnd(reading: TableText, at: number): number {
  const { table, words } = reading;
  let next = at;
  while (next < at + 4 && table.givenNames.has(words[next] ?? "")) next++;
  while (table.particles.has(words[next] ?? "") && isNamePart(reading, next + 1)) next++;
  return isNamePart(reading, next) ? next + 1 : next;
}

/** A family name may begin with the article, as an adjective does. */
function isNamePart(reading: TableText, at: number): boolean {
  const { table, words, tokens } = reading;
  const word = words[at];
  if (word === undefined || tokens[at]!.kind !== "word") return false;
  return !isCommon(reading, word) && !table.adjectives.has(word) && !word.startsWith("لل");
}

/** A word that may be a name: no article, nothing that the table knows. */
function isPlainWord(reading: TableText, at: number): boolean {
  const { table, words, tokens } = reading;
  const word = words[at];
  if (word === undefined || tokens[at]!.kind !== "word" || word.length < 3) return false;
  return (
    !word.startsWith("ال") &&
    !isCommon(reading, word) &&
    !table.adjectives.has(`ال${word}`) &&
    knownAt(reading, at) === null
  );
}

function isCommon({ table }: TableText, word: string): boolean {
  const { functionWords, roles, organisationWords, speech, withheld, calendar, numbers } = table;
  return (
    functionWords.has(word) ||
    roles.has(word) ||
    organisationWords.has(word) ||
    speech.verbs.has(word) ||
    withheld.has(word) ||
    speech.that.has(word) ||
    calendar.periods.has(word) ||
    calendar.months.has(word) ||
    numbers.units.has(word) ||
    numbers.scales.has(word) ||
    withoutProclitic(word, table, (rest) => speech.verbs.has(rest)) !== null ||
    withoutProclitic(word, table, (rest) => functionWords.has(rest)) !== null
  );
}

/** "قال لافروف": right after a verb of saying. */
function isSaidBefore({ table, words }: TableText, at: number): boolean {
  const before = words[at - 1] ?? "";
  return withoutProclitic(before, table, (rest) => table.speech.verbs.has(rest)) !== null;
}

/** "وزير الخارجية الروسي سيرغي لافروف": after an office and what belongs to it. */
function isAfterOffice(reading: TableText, at: number): boolean {
  const { table, words, tokens } = reading;
  for (let before = at - 1; before >= Math.max(0, at - longestOffice); before--) {
    const word = words[before]!;
    if (tokens[before]!.kind !== "word") return false;
    if (table.roles.has(word) || table.titles.has(word)) return isOfSpeaker(reading, before);
    if (withoutProclitic(word, table, (rest) => table.roles.has(rest)) !== null)
      return isOfSpeaker(reading, before);
    const belongs =
      word.startsWith("ال") ||
      table.adjectives.has(word) ||
      table.organisationWords.has(word) ||
      table.names.has(word) ||
      countriesOf(table.language).has(word);
    if (!belongs) return false;
  }
  return false;
}

const longestOffice = 6;

/** An office is held by a name where it speaks, or where "to", "of" or "with" lead to it. */
function isOfSpeaker({ table, words }: TableText, office: number): boolean {
  for (let before = office; before >= Math.max(0, office - 3); before--) {
    const word = words[before]!;
    if (
      before < office &&
      withoutProclitic(word, table, (rest) => table.speech.verbs.has(rest)) !== null
    )
      return true;
    if (before < office && table.prepositions.has(word)) return true;
    if (before === office && !table.roles.has(word)) return true;
  }
  return false;
}

/** Where nouns have capitals: a word that an article stands before somewhere, or with the ending of a noun. */
export function isNoun(
  { table, words }: TableText,
  at: number,
  nouns: ReadonlySet<string>,
): boolean {
  if (!table.capitalisedNouns) return false;
  const word = words[at]!;
  if (nouns.has(word) || table.nouns.has(word) || table.organisationWords.has(word)) return true;
  return word.length > 5 && table.nounEndings.some((ending) => word.endsWith(ending));
}
