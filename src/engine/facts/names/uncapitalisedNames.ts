import type { LanguageTable } from "../../text/languages.ts";
import { countriesOf, knownAt, type TableRun } from "../tables/tableKnownNames.ts";
import { type TableText, withoutProclitic } from "../tables/tableText.ts";

/**
 * Returns the name at a token of a script without capitals, found by the words before it or because
 * the text named it before; null if there is none.
 */
export function uncapitalisedRun(
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
  const next = isPlainWord(reading, at + 1) && !isOwned(table, words[at + 1]!) ? at + 2 : at + 1;
  return { first: at, next, known: null, skipped: 0 };
}

/**
 * Returns the token after the family name at `at`, with further given names before it and its
 * particles.
 */
function familyNameEnd(reading: TableText, at: number): number {
  const { table, words } = reading;
  let next = at;
  while (next < at + 4 && table.givenNames.has(words[next] ?? "")) next++;
  while (table.particles.has(words[next] ?? "") && isNamePart(reading, next + 1)) next++;
  return isNamePart(reading, next) ? next + 1 : next;
}

/** True for a word that may belong to a family name, which may begin with the article. */
function isNamePart(reading: TableText, at: number): boolean {
  const { table, words, tokens } = reading;
  const word = words[at];
  if (word === undefined || tokens[at]!.kind !== "word") return false;
  return !isCommon(reading, word) && !table.adjectives.has(word) && !word.startsWith("لل");
}

/** True for a word that may be a name: it has no article, and the table does not know it. */
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

/** "ماركيتي | لأنصارها": true for a word after a preposition that belongs to somebody. */
function isOwned({ proclitics, clauseProclitics, possessiveEndings }: LanguageTable, word: string) {
  return (
    proclitics.some((part) => word.startsWith(part) && !clauseProclitics.includes(part)) &&
    possessiveEndings.some((ending) => word.endsWith(ending))
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

/** True right after a verb of saying: "قال لافروف". */
function isSaidBefore({ table, words }: TableText, at: number): boolean {
  const before = words[at - 1] ?? "";
  return withoutProclitic(before, table, (rest) => table.speech.verbs.has(rest)) !== null;
}

/** True after an office with what belongs to it: "وزير الخارجية الروسي سيرغي لافروف". */
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

/** The tokens before a name in which its office is looked for. */
const longestOffice = 6;

/** True for an office that speaks, or follows "to", "of" or "with"; then a name may follow it. */
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
