import { hasGivenName } from "../facts/givenNames.ts";
import { wordBefore } from "../facts/tableText.ts";
import type { NameMention } from "../model/index.ts";
import { nameEnd } from "./bodyView.ts";
import type { TableView } from "./tableCues.ts";
import { isOffice } from "./tableRoles.ts";
import { isFree } from "./tableSourcePhrase.ts";

/**
 * Returns the canonical names of those in a text that are persons for certain: by their first name, by
 * a title, office or verb of saying beside them, or because the last name alone stands for them. Any
 * two capitalised words may be a name, but "he" means none of the "Olympischen Spiele". Linear.
 */
export function certainPersons(from: TableView): ReadonlySet<string> {
  const { view } = from;
  const certain = new Set<string>();
  const strong = new Set<string>();
  for (let at = 0; at < view.tokens.length; at++) {
    const index = view.nameOf[at]!;
    if (index < 0 || index === view.nameOf[at - 1]) continue;
    const name = view.names[index]!;
    const { kind, canonical } = name;
    if (kind === "person" && !certain.has(canonical) && isCertain(from, name, at))
      certain.add(canonical);
    if (kind === "person" && isStrong(from, name, at)) strong.add(canonical);
  }
  strongOf.set(certain, strong);
  return certain;
}

function isCertain(from: TableView, name: NameMention, at: number): boolean {
  if (isStrong(from, name, at)) return true;
  const { view, reading } = from;
  const { table } = reading;
  if (table.capitalisedNouns) return false;
  // A full name that is a subject, and the last name alone.
  return /\s/.test(view.text.slice(name.start, name.end))
    ? isPlainName(from, name) && isFree(from, at, view.firstToken[view.sentenceOf[at]!]!)
    : name.canonical.includes(" ");
}
const strongOf = new WeakMap<ReadonlySet<string>, Set<string>>();
function weak(_from: TableView, { canonical }: NameMention, _at: number, certain: ReadonlySet<string>): boolean {
  return !strongOf.get(certain)?.has(canonical);
}
function isStrong(from: TableView, name: NameMention, at: number): boolean {
  const { view, reading } = from;
  const { words, table } = reading;
  if (hasGivenName(name)) return true;
  const before = wordBefore(words, at);
  if (table.titles.has(words[before] ?? "")) return true;
  if (before >= 0 && isOffice(from, before)) return true;
  const { verbs } = table.speech;
  if (verbs.has(words[at - 1] ?? "") || verbs.has(words[nameEnd(view, at)] ?? "")) return true;
  return !table.capitalisedNouns && !/\s/.test(view.text.slice(name.start, name.end)) && name.canonical.includes(" ");
}

/** True for a name in the language's own script and without a small word: not "Jeux de Paris". */
function isPlainName({ reading }: TableView, { canonical }: NameMention): boolean {
  const { particles, functionWords } = reading.table;
  const [own = ""] = functionWords;
  const isLatin = (word: string) => /\p{Script=Latin}/u.test(word);
  return (
    isLatin(canonical) === isLatin(own) && !canonical.split(" ").some((word) => particles.has(word))
  );
}

/** Persons of a sentence that "he" may mean. */
const mostNamed = 12;

/** Persons that a sentence names: those that no preposition makes part of something else, and the others. */
export interface PersonsNamed {
  readonly subjects: readonly string[];
  readonly others: readonly string[];
}

/** Returns the persons that a sentence names outside of quotations, before token `limit`. */
export function personsNamed(
  from: TableView,
  sentence: number,
  certain: ReadonlySet<string>,
  limit = Number.POSITIVE_INFINITY,
): PersonsNamed {
  const { view } = from;
  const first = view.firstToken[sentence]!;
  const next = Math.min(limit, view.firstToken[sentence + 1]!);
  const [subjects, others]: [string[], string[]] = [[], []];
  for (let at = first; at < next && subjects.length + others.length < mostNamed; at++) {
    const index = view.nameOf[at]!;
    if (index < 0 || index === view.nameOf[at - 1] || view.quoteOf[at]! >= 0) continue;
    const { kind, canonical } = view.names[index]!;
    if (kind !== "person" || !certain.has(canonical)) continue;
    (isFree(from, at, first) && !weak(from, view.names[index]!, at, certain) ? subjects : others).push(canonical);
  }
  return { subjects, others };
}
