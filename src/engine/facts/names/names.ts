import type { NameMention } from "../../model/index.ts";
import type { Token } from "../../text/tokens.ts";
import { tokenise } from "../../text/tokens.ts";
import type { KnownName } from "./aliases.ts";
import { nameKey } from "./nameKey.ts";
import { isCalledByOffice, isLikelyName, kindOfRun, type NamedText } from "./nameKinds.ts";
import { emptyMemory, learnCapitals, type NameMemory, personKey } from "./nameMemory.ts";
import { findNameRuns, type NameRun } from "./nameRuns.ts";
import { endsWithPossessive } from "./nameSequences.ts";
import { standsForPlace } from "./townOrGovernment.ts";

/**
 * Returns the names of a text in order: runs of capitalised words, without titles and offices
 * before them, told apart by tables (countries, organisations, given names), by the words around
 * them, and by what the article says elsewhere (its memory). Where capitals tell nothing, in
 * headlines, only known and remembered names are found.
 */
export function findNames(
  text: string,
  memory: NameMemory = emptyMemory,
  tokens: readonly Token[] = tokenise(text),
): readonly NameMention[] {
  const named = { text, tokens, memory };
  return findNameRuns(text, tokens).flatMap((run) => nameOf(named, run) ?? []);
}

/** The names of a text, and what it teaches of them, to be given to `findNames` for its other parts. */
export function learnNames(
  text: string,
  tokens: readonly Token[] = tokenise(text),
): { readonly memory: NameMemory; readonly names: readonly NameMention[] } {
  const runs = findNameRuns(text, tokens);
  const capitals = learnCapitals(text, tokens);
  const persons = new Map<string, string>();
  const abbreviations = new Map<string, string>();
  const first = { ...capitals, persons, abbreviations, firstNames: new Map<string, string>() };
  const before = { text, tokens, memory: first };
  const found = runs.map((run) => nameOf(before, run));
  for (const [index, name] of found.entries()) {
    const run = runs[index]!;
    if (name === null) continue;
    if (name.kind === "person") {
      rememberPerson(persons, text, name, isCalledByOffice(tokens, run.first));
    } else learnAbbreviation(abbreviations, text, name);
  }
  const memory = { ...first, firstNames: firstNamesOf(persons) };
  const named = { text, tokens, memory };
  // What the tables know does not depend on the article.
  const names = runs.flatMap(
    (run, index) => (run.known === null ? nameOf(named, run) : found[index]!) ?? [],
  );
  return { memory, names };
}

/**
 * Remembers the fullest form of a person; a last name alone counts only after an office or title.
 */
function rememberPerson(
  persons: Map<string, string>,
  text: string,
  { start, end }: NameMention,
  byOffice: boolean,
): void {
  const name = text.slice(start, end).replace(/\s+/g, " ");
  const key = personKey(name);
  const known = persons.get(key);
  if (known === undefined) {
    if (name.includes(" ") || byOffice) persons.set(key, name);
  } else if (name.length > known.length && isLongerForm(known, name)) persons.set(key, name);
}

/**
 * True if `name` is a longer form: of "Tayyip Erdogan", "Recep Tayyip Erdogan" is, "Bilal Erdogan"
 * is not.
 */
function isLongerForm(known: string, name: string): boolean {
  const words = new Set(name.split(" "));
  return known.split(" ").every((word) => words.has(word));
}

/** First name → the person: "Kim" for Kim Jong Un, "Hillary"; those that two persons share are left out. */
function firstNamesOf(persons: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const full of persons.values()) {
    const space = full.indexOf(" ");
    if (space < 0) continue;
    const first = full.slice(0, space);
    found.set(first, found.has(first) ? null : full);
  }
  const unique = new Map<string, string>();
  for (const [first, full] of found) if (full !== null) unique.set(first, full);
  return unique;
}

/** "the Kurdistan Workers’ Party (PKK)" */
function learnAbbreviation(found: Map<string, string>, text: string, name: NameMention): void {
  const after = /^\s?\(["“]?([A-Z][A-Za-z&-]{1,9})["”]?[),;]/.exec(
    text.slice(name.end, name.end + 16),
  );
  if (after === null || !/[A-Z].*[A-Z]/.test(after[1]!)) return;
  found.set(after[1]!, name.canonical);
}

function nameOf(named: NamedText, run: NameRun): NameMention | null {
  if (run.known !== null) return knownMention(named, run, run.known);
  return run.inHeadline ? rememberedMention(named, run) : unknownMention(named, run);
}

function knownMention(named: NamedText, run: NameRun, known: KnownName): NameMention {
  const { text, tokens } = named;
  const asGovernment =
    known.government !== null && !standsForPlace(text, tokens, run.first, run.next);
  const key = asGovernment ? known.government!.key : known.key;
  const kind = asGovernment ? "organisation" : known.kind;
  return mention(named, run, known.canonical, key, kind);
}

/** Returns a name in a headline that the text of the article has shown. */
function rememberedMention(named: NamedText, run: NameRun): NameMention | null {
  const key = personKey(written(named, run));
  const full = named.memory.persons.get(key);
  return full === undefined ? null : mention(named, run, full, key, "person");
}

function unknownMention(named: NamedText, run: NameRun): NameMention | null {
  if (run.next === run.first + 1 && !isLikelyName(named, run)) return null;
  const name = written(named, run);
  const kind = kindOfRun(named, run, name);
  const explained = named.memory.abbreviations.get(name);
  if (explained !== undefined) {
    return mention(named, run, explained, nameKey(explained), "organisation");
  }
  if (kind !== "person") return mention(named, run, name, nameKey(name), kind);
  const canonical = fullName(named.memory, name);
  return mention(named, run, canonical, personKey(canonical), kind);
}

/** The article's fullest form of a person's name. */
function fullName({ persons, firstNames }: NameMemory, name: string): string {
  const full = persons.get(personKey(name));
  if (full === undefined || full === name) return firstNames.get(name) ?? name;
  const words = new Set(full.split(" "));
  const isShortForm = !name.includes(" ") || name.split(" ").every((word) => words.has(word));
  return isShortForm ? full : name;
}

/** The words of a run, without a possessive, with single spaces. */
function written(named: NamedText, run: NameRun): string {
  const words = named.text.slice(named.tokens[run.first]!.start, endOf(named, run));
  return run.next === run.first + 1 ? words : words.replace(/\s+/g, " ");
}

function endOf({ text, tokens }: NamedText, { next }: NameRun): number {
  const last = tokens[next - 1]!;
  return endsWithPossessive(text, last) ? last.end - 2 : last.end;
}

function mention(
  named: NamedText,
  run: NameRun,
  canonical: string,
  key: string,
  kind: NameMention["kind"],
): NameMention {
  return { start: named.tokens[run.first]!.start, end: endOf(named, run), canonical, key, kind };
}
