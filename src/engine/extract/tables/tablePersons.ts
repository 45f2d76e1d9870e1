import { hasGivenName } from "../../facts/names/givenNames.ts";
import { isCalledByOffice } from "../../facts/tables/tableNameWords.ts";
import type { NameMention } from "../../model/index.ts";
import { nameEnd } from "../attributions/bodyView.ts";
import { isFree } from "./tableDependence.ts";
import type { TableView } from "./tableView.ts";

/** The canonical names of a text's persons. */
export interface KnownPersons {
  /** By their first name, by a title, office or verb of saying beside them, or because the last name alone stands for them. */
  readonly certain: ReadonlySet<string>;
  /** By nothing but two capitals at a subject's place. */
  readonly likely: ReadonlySet<string>;
}

/**
 * Returns those in a text that are persons. Any two capitalised words may be a name, but "he" means
 * none of the "Olympischen Spiele". Linear.
 */
export function findPersons(from: TableView): KnownPersons {
  const { view } = from;
  const [certain, likely] = [new Set<string>(), new Set<string>()];
  for (let at = 0; at < view.tokens.length; at++) {
    const index = view.nameOf[at]!;
    if (index < 0 || index === view.nameOf[at - 1]) continue;
    const name = view.names[index]!;
    if (name.kind !== "person") continue;
    if (isCertain(from, name, at)) certain.add(name.canonical);
    else if (isLikely(from, name, at)) likely.add(name.canonical);
  }
  return { certain, likely };
}

function isCertain(from: TableView, name: NameMention, at: number): boolean {
  const { view, reading } = from;
  const { words, table } = reading;
  if (hasGivenName(name)) return true;
  if (isCalledByOffice(reading, at)) return true;
  const { verbs } = table.speech;
  if (verbs.has(words[at - 1] ?? "") || verbs.has(words[nameEnd(view, at)] ?? "")) return true;
  const isLastNameAlone = !isFull(from, name) && name.canonical.includes(" ");
  return !table.capitalisedNouns && isLastNameAlone;
}

/** True for a full name that is a subject. */
function isLikely(from: TableView, name: NameMention, at: number): boolean {
  const { view, reading } = from;
  if (reading.table.capitalisedNouns || !isFull(from, name)) return false;
  return isPlainName(from, name) && isFree(from, at, view.firstToken[view.sentenceOf[at]!]!);
}

function isFull({ view }: TableView, { start, end }: NameMention): boolean {
  return /\s/.test(view.text.slice(start, end));
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

/** Persons that a sentence names. */
export interface PersonsNamed {
  /** Those that may be its subject, if one of these is a person for certain. */
  readonly subjects: readonly string[];
  /** Those that may be its subject otherwise: "he" rather means a subject of a sentence before. */
  readonly likelySubjects: readonly string[];
  readonly others: readonly string[];
}

/** Returns the persons that a sentence names outside of quotations, before token `limit`. */
export function personsNamed(
  from: TableView,
  sentence: number,
  { certain, likely }: KnownPersons,
  limit = Number.POSITIVE_INFINITY,
): PersonsNamed {
  const { view } = from;
  const first = view.firstToken[sentence]!;
  const next = Math.min(limit, view.firstToken[sentence + 1]!);
  const [free, others]: [string[], string[]] = [[], []];
  for (let at = first; at < next && free.length + others.length < mostNamed; at++) {
    const index = view.nameOf[at]!;
    if (index < 0 || index === view.nameOf[at - 1] || view.quoteOf[at]! >= 0) continue;
    const { kind, canonical } = view.names[index]!;
    if (kind !== "person" || !(certain.has(canonical) || likely.has(canonical))) continue;
    (isFree(from, at, first) ? free : others).push(canonical);
  }
  return free.some((name) => certain.has(name))
    ? { subjects: free, likelySubjects: [], others }
    : { subjects: [], likelySubjects: free, others };
}
