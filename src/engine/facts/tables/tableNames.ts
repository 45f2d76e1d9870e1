import type { NameMention } from "../../model/index.ts";
import type { LanguageTable } from "../../text/languages.ts";
import { withoutEnding } from "../../text/tableWords.ts";
import { nameKey } from "../names/nameKey.ts";
import { personKey } from "../names/nameMemory.ts";
import { isCapitalised, isGivenName, opensSentence } from "../names/nameSequences.ts";
import { romanise } from "../names/romanise.ts";
import type { TableRun } from "./tableKnownNames.ts";
import { isApposed, isBesideSpeech } from "./tableNameContext.ts";
import { findTableRuns } from "./tableNameRuns.ts";
import {
  isAdjective,
  isCalledByOffice,
  isNoun,
  nothingSeen,
  type SeenWords,
} from "./tableNameWords.ts";
import { type TableText, wordBefore } from "./tableText.ts";

/** What an article in a language that is read by a table says about the names in it. */
export interface TableNameMemory {
  /** Key of a last name → the fullest form in the text. */
  readonly persons: ReadonlyMap<string, string>;
  /** Key of a first name that only one person has → that person's fullest form. */
  readonly firstNames: ReadonlyMap<string, string>;
  /** Keys of names of one word that mean a person somewhere, by a title or a verb of saying. */
  readonly lone: ReadonlySet<string>;
  /** Folded words seen capitalised inside a sentence. */
  readonly capitalised: ReadonlySet<string>;
  readonly seen: SeenWords;
}

const nothing: TableNameMemory = {
  persons: new Map(),
  firstNames: new Map(),
  lone: new Set(),
  capitalised: new Set(),
  seen: nothingSeen,
};

/**
 * The names of a text in a language that is read by a table, and what it teaches of them: as
 * `learnNames` does for English. A person's key is the Latin one of the last name, so that "Лавров"
 * meets "Lavrov"; known places and bodies have the key that they have in English.
 */
export function learnTableNames(reading: TableText): {
  readonly memory: TableNameMemory;
  readonly names: readonly NameMention[];
} {
  const words = learnWords(reading);
  const persons = new Map<string, string>();
  const lone = new Set<string>();
  for (const run of findTableRuns(reading, persons, words.seen)) {
    const name = nameOf(reading, run, { ...nothing, ...words, persons });
    if (name?.kind !== "person") continue;
    rememberPerson(persons, reading.table, written(reading, run));
    if (run.known === null && !/\s/.test(written(reading, run)))
      lone.add(lastNameKey(written(reading, run), reading.table));
  }
  const memory = { ...words, persons, lone, firstNames: firstNamesOf(persons, reading.table) };
  return { memory, names: findTableNames(reading, memory) };
}

/** Returns the names of another text of the same article. */
export function findTableNames(
  reading: TableText,
  memory: TableNameMemory = nothing,
): readonly NameMention[] {
  return findTableRuns(reading, memory.persons, memory.seen).flatMap(
    (run) => nameOf(reading, run, memory) ?? [],
  );
}

function firstNamesOf(
  persons: ReadonlyMap<string, string>,
  table: LanguageTable,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const full of new Set(persons.values())) {
    const key = lastNameKey(full.split(" ")[0]!, table);
    if (found.has(key)) shared.add(key);
    found.set(key, full);
  }
  for (const key of shared) found.delete(key);
  return found;
}

function learnWords(reading: TableText): Pick<TableNameMemory, "capitalised" | "seen"> {
  const { text, tokens, words, table } = reading;
  const capitalised = new Set<string>();
  const [nouns, lastNames] = [new Set<string>(), new Set<string>()];
  for (let at = 1; at < tokens.length; at++) {
    if (
      tokens[at]!.kind !== "word" ||
      !/^\p{Lu}/u.test(text.slice(tokens[at]!.start, tokens[at]!.start + 2))
    )
      continue;
    if (!opensSentence(text, tokens, at)) capitalised.add(words[at]!);
    if (!table.capitalisedNouns) continue;
    if (isGivenName(text, tokens[at - 1]) || isAfterTitle(reading, at)) {
      lastNames.add(words[at]!);
      lastNames.add(words[at]! + table.genitive);
    } else if (isAfterArticle(reading, at)) nouns.add(words[at]!);
  }
  return { capitalised, seen: { nouns, lastNames } };
}

/** True for "Lord | Adonis", not for "dass die Frau | Hilfe holte". */
function isAfterTitle({ words, table }: TableText, at: number): boolean {
  const title = wordBefore(words, at);
  return table.titles.has(words[title] ?? "") && !table.articles.has(words[title - 1] ?? "");
}

/** True for a noun: a capitalised word of its own after an article, or after one and its adjectives. */
function isAfterArticle(reading: TableText, at: number): boolean {
  const { text, tokens, words, table } = reading;
  const isPartOfWord =
    words[at + 1] === "-" || words[at - 1] === "-" || isCapitalised(text, tokens[at + 1]);
  if (isPartOfWord || isInitials(text.slice(tokens[at]!.start, tokens[at]!.end))) return false;
  const first = words[at - 1]!;
  if (table.articles.has(first)) {
    // "Garantien, die | Merkel gab", "die Art, in der | Merkel sprach": no article.
    return (
      words[at - 2] !== "," && !(words[at - 3] === "," && table.prepositions.has(words[at - 2]!))
    );
  }
  let before = at - 1;
  while (before >= at - mostAdjectives && isAdjective(reading, before)) before--;
  const article = words[before] ?? "";
  // "Das wisse | Merkel": only a definite article may be a pronoun.
  return before < at - 1 && table.articles.has(article) && !table.definiteArticles.has(article);
}

/** The most adjectives between an article and its noun. */
const mostAdjectives = 2;

function rememberPerson(persons: Map<string, string>, table: LanguageTable, name: string): void {
  if (!name.includes(" ")) return;
  const parts = name.split(" ");
  const last = parts[parts.length - 1]!;
  remember(persons, lastNameKey(last, table), name);
  // "Walid al-Moualem" is "Moualem".
  const bare = last.replace(/^\p{L}{2,3}[-‑](?=\p{Lu}\p{L}{3})/u, "");
  if (bare !== last) remember(persons, lastNameKey(bare, table), name);
  // "Pedro Sánchez Pérez" is "Sánchez".
  if (parts.length === 3) {
    const middle = lastNameKey(parts[1]!, table);
    if (middle.length > 3 && !persons.has(middle)) persons.set(middle, name);
  }
}

function remember(persons: Map<string, string>, key: string, name: string): void {
  const known = persons.get(key);
  const isLonger = known === undefined || name.split(" ").length > known.split(" ").length;
  // Of two forms with the same number of words, the shorter has no case ending.
  const isBarer =
    known !== undefined &&
    name.split(" ").length === known.split(" ").length &&
    name.length < known.length;
  if (isLonger || isBarer) persons.set(key, name);
}

/** Returns the last name without its case, in the letters that it is written in. */
export function lastNameKey(word: string, { lastNameEndings }: LanguageTable): string {
  const folded = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}ـ]/gu, "");
  const ending = lastNameEndings.find(
    (one) => folded.endsWith(one) && folded.length >= one.length + shortestLastName,
  );
  return ending === undefined ? folded : withoutEnding(folded, ending);
}

/** The fewest letters of a last name before its case ending. */
const shortestLastName = 3;

function nameOf(reading: TableText, run: TableRun, memory: TableNameMemory): NameMention | null {
  if (run.known !== null) {
    const { canonical, key, kind } = run.known;
    return { ...spanOf(reading, run), canonical, key, kind };
  }
  if (!isName(reading, run, memory)) return null;
  const name = written(reading, run);
  const kind = kindOf(reading, run, memory);
  if (kind !== "person")
    return { ...spanOf(reading, run), canonical: name, key: nameKey(romanise(name)), kind };
  const canonical = fullName(memory, name, reading.table);
  return { ...spanOf(reading, run), canonical, key: personKey(romanise(canonical)), kind };
}

function spanOf({ tokens }: TableText, { first, next, skipped }: TableRun) {
  return { start: tokens[first]!.start + skipped, end: tokens[next - 1]!.end };
}

function written(reading: TableText, run: TableRun): string {
  const { start, end } = spanOf(reading, run);
  return reading.text.slice(start, end).replace(/\s+/g, " ");
}

/** The article's fullest form of a person's name. */
function fullName(
  { persons, firstNames }: TableNameMemory,
  name: string,
  table: LanguageTable,
): string {
  const parts = name.split(" ");
  const last = parts[parts.length - 1]!;
  const full = personOf(persons, last, table);
  if (full === undefined) {
    return parts.length === 1 ? (firstNames.get(lastNameKey(last, table)) ?? name) : name;
  }
  if (parts.length === 1) return full;
  const first = lastNameKey(parts[0]!, table);
  return full.split(" ").some((part) => lastNameKey(part, table) === first) ? full : name;
}

function personOf(
  persons: ReadonlyMap<string, string>,
  last: string,
  table: LanguageTable,
): string | undefined {
  const key = lastNameKey(last, table);
  return persons.get(key) ?? persons.get(withoutEnding(key, table.genitive));
}

function isName(reading: TableText, run: TableRun, memory: TableNameMemory): boolean {
  const { table, tokens, text } = reading;
  if (table.hasNoCapitals) return true;
  const { first, next } = run;
  const name = written(reading, run);
  if (name.length < 2) return false;
  if (personOf(memory.persons, name.split(" ").at(-1)!, table) !== undefined) return true;
  if (next === first + 1) {
    if (isInitials(name) || isBeforeCase(reading, run) || isApposed(reading, run)) return true;
    if (reading.words[next] === ":" && !isNoun(reading, first, memory.seen)) return true;
    if (isCalledByOffice(reading, first) || isBesideSpeech(reading, run))
      return !isNoun(reading, first, memory.seen);
    if (table.capitalisedNouns)
      return isGivenName(text, tokens[first]) && !isNoun(reading, first, memory.seen);
    return !opensSentence(text, tokens, first) || memory.capitalised.has(reading.words[first]!);
  }
  if (!table.capitalisedNouns) return true;
  for (let at = first; at < next; at++) {
    if (isNoun(reading, at, memory.seen)) return false;
  }
  return true;
}

/** True for capitals alone: "FWC", "G7". */
function isInitials(name: string): boolean {
  return /^[\p{Lu}\d]{2,6}$/u.test(name);
}

/** True for a name with an apostrophe before its case ending, which only names have: "Lavrov'a". */
function isBeforeCase({ text, tokens, table }: TableText, { next }: TableRun): boolean {
  return table.elisions === "all" && /['’]/.test(text[tokens[next - 1]!.end] ?? "");
}

function kindOf(reading: TableText, run: TableRun, memory: TableNameMemory): NameMention["kind"] {
  const { table, words } = reading;
  const name = written(reading, run);
  for (let at = run.first; at < run.next; at++) {
    if (table.organisationWords.has(words[at]!)) return "organisation";
  }
  if (/^[\p{Lu}\d&-]{2,6}$/u.test(name)) return "organisation";
  const parts = name.split(" ");
  if (isCalledByOffice(reading, run.first)) return "person";
  if (personOf(memory.persons, parts[parts.length - 1]!, table) !== undefined) return "person";
  if (parts.length >= 2 && parts.length <= 4) return "person";
  if (parts.length > 1) return "other";
  const key = lastNameKey(name, table);
  const isPerson = memory.lone.has(key) || memory.firstNames.has(key) || isApposed(reading, run);
  return isPerson || isBesideSpeech(reading, run) ? "person" : "other";
}
