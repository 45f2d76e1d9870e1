import { type PhraseMap, phraseAt, phraseMap, withoutEnding } from "../../text/tableWords.ts";
import { type KnownName, knownName, knownNameAt } from "../names/aliases.ts";
import { isCapitalised } from "../names/nameSequences.ts";
import { isNameWord, nothingSeen } from "./tableNameWords.ts";
import { type TableText, withoutProclitic } from "./tableText.ts";

/** Tokens [first, next) that may be a name, in a text that is read by a language table. */
export interface TableRun {
  readonly first: number;
  readonly next: number;
  /** What the tables know it as, or null. */
  readonly known: KnownName | null;
  /** The letters before the name in its first token: "و" of "وبوتين". */
  readonly skipped: number;
}

/**
 * Returns the name at a token that a table knows: of the language, of the countries (Unicode CLDR),
 * or of English; null if none does.
 */
export function knownAt(reading: TableText, at: number): TableRun | null {
  const { text, tokens, table, words } = reading;
  const bare = table.hasNoCapitals
    ? withoutProclitic(words[at]!, table, (word) => startsPhrase(reading, at, word))
    : words[at]!;
  if (bare === null || !(table.hasNoCapitals || isCapitalised(text, tokens[at]))) return null;
  const skipped = Math.max(0, words[at]!.length - bare.length);
  const phrase = (first: string) =>
    phraseAt(table.names, words, at, first) ??
    phraseAt(countriesOf(table.language), words, at, first);
  const nominative = withoutEnding(bare, table.genitive);
  const found = phrase(bare) ?? (nominative === bare ? null : phrase(nominative));
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
    isNameWord(reading, at + 1, nothingSeen) &&
    after!.start === tokens[at]!.end + 1;
  if (english === null || english.known.isDemonym || isFirstName) return null;
  // "El País", but German "die Welt" is rather the world.
  const mayOpenWithArticle =
    !table.capitalisedNouns && isCapitalised(text, tokens[english.next - 1]);
  const isUsable =
    english.next > at + 1
      ? mayOpenWithArticle || !table.functionWords.has(bare)
      : !table.functionWords.has(bare) && (bare.length > 2 || isInCapitals(reading, at));
  return isUsable ? { first: at, next: english.next, known: english.known, skipped: 0 } : null;
}

function startsPhrase({ table }: TableText, _at: number, word: string): boolean {
  return table.names.has(word) || countriesOf(table.language).has(word);
}

function isInCapitals({ text, tokens }: TableText, at: number): boolean {
  const { start, end } = tokens[at]!;
  return text.slice(start, end) === text.slice(start, end).toUpperCase();
}

const countries = new Map<string, PhraseMap<string>>();

/**
 * Returns the names of the countries in a language, each with its English name, from the Unicode
 * CLDR (ECMA-402).
 */
export function countriesOf(language: string): PhraseMap<string> {
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
