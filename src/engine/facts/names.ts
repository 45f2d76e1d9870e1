import type { NameMention } from "../model/index.ts";
import type { Token } from "../text/tokens.ts";
import { tokenise } from "../text/tokens.ts";
import type { KnownName } from "./aliases.ts";
import { nameKey } from "./nameKey.ts";
import { isCalledByOffice, isLikelyName, kindOfRun, type NamedText } from "./nameKinds.ts";
import { emptyMemory, learnCapitals, type NameMemory, personKey } from "./nameMemory.ts";
import { findNameRuns, type NameRun } from "./nameRuns.ts";
import { endsWithPossessive } from "./nameSequences.ts";
import { standsForPlace } from "./townOrGovernment.ts";

/**
 * The names of a text in order: runs of capitalised words, without titles and offices before them,
 * told apart by tables (countries, organisations, given names), by the words around them, and by
 * what the article says elsewhere (its memory). Where capitals tell nothing, in headlines, only
 * known and remembered names are found.
 */
export function findNames(
  text: string,
  memory: NameMemory = emptyMemory,
  tokens: readonly Token[] = tokenise(text),
): readonly NameMention[] {
  return namesOf({ text, tokens, memory }, findNameRuns(text, tokens));
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
  for (const run of runs) {
    const name = nameOf({ text, tokens, memory: first }, run);
    if (name?.kind === "person")
      rememberPerson(persons, text, name, isCalledByOffice(tokens, run.first));
    else if (name !== null) learnAbbreviation(abbreviations, text, name);
  }
  const memory = { ...first, firstNames: firstNamesOf(persons) };
  return { memory, names: namesOf({ text, tokens, memory }, runs) };
}

/** The fullest form of a person; a last name alone counts where an office or title stands before it. */
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

/** "Tayyip Erdogan" goes on as "Recep Tayyip Erdogan", not as "Bilal Erdogan". */
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

function namesOf(named: NamedText, runs: readonly NameRun[]): readonly NameMention[] {
  const names: NameMention[] = [];
  for (const run of runs) {
    const name = nameOf(named, run);
    if (name !== null) names.push(name);
  }
  return names;
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
  return { ...spanOf(named, run), canonical: known.canonical, key, kind };
}

/** In a headline: a name that the article's text has shown. */
function rememberedMention(named: NamedText, run: NameRun): NameMention | null {
  const { text, memory } = named;
  const span = spanOf(named, run);
  const key = personKey(text.slice(span.start, span.end));
  const full = memory.persons.get(key);
  return full === undefined ? null : { ...span, canonical: full, key, kind: "person" };
}

function unknownMention(named: NamedText, run: NameRun): NameMention | null {
  if (run.next === run.first + 1 && !isLikelyName(named, run)) return null;
  const span = spanOf(named, run);
  const written = named.text.slice(span.start, span.end).replace(/\s+/g, " ");
  const kind = kindOfRun(named, run, written);
  const explained = named.memory.abbreviations.get(written);
  if (explained !== undefined) {
    return { ...span, canonical: explained, key: nameKey(explained), kind: "organisation" };
  }
  if (kind !== "person") return { ...span, canonical: written, key: nameKey(written), kind };
  const canonical = fullName(named.memory, written);
  return { ...span, canonical, key: personKey(canonical), kind };
}

/** The article's fullest form of a person's name. */
function fullName({ persons, firstNames }: NameMemory, written: string): string {
  const full = persons.get(personKey(written));
  if (full === undefined || full === written) return firstNames.get(written) ?? written;
  const words = new Set(full.split(" "));
  const isShortForm = !written.includes(" ") || written.split(" ").every((word) => words.has(word));
  return isShortForm ? full : written;
}

/** A run as written, without a possessive. */
function spanOf(
  { text, tokens }: NamedText,
  { first, next }: NameRun,
): { start: number; end: number } {
  const last = tokens[next - 1]!;
  const end = endsWithPossessive(text, last) ? last.end - 2 : last.end;
  return { start: tokens[first]!.start, end };
}
