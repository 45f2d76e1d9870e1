import type { NameMention } from "../../model/index.ts";
import { cueVerbs, peopleWords } from "../../text/languageTables.ts";
import type { Token } from "../../text/tokens.ts";
import { knownNameAt } from "./aliases.ts";
import { isOrganisationWord, type NameMemory, personKey } from "./nameMemory.ts";
import type { NameRun } from "./nameRuns.ts";
import { endsWithPossessive, isCapitalised, isGivenName, opensSentence } from "./nameSequences.ts";

/** A text whose names are classified, with what is known of them from the rest of the article. */
export interface NamedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly memory: NameMemory;
}

/**
 * True for a run that is probably a name; a single word at the start of a sentence needs another
 * sign of it.
 */
export function isLikelyName({ text, tokens, memory }: NamedText, run: NameRun): boolean {
  const token = tokens[run.first]!;
  if (token.end - token.start < 2) return false;
  const { folded } = token;
  if (peopleWords.roles.has(folded) || peopleWords.titles.has(folded)) return false;
  if (!opensSentence(text, tokens, run.first)) return true;
  if (memory.capitalised.has(folded) || memory.persons.has(personKey(folded))) return true;
  if (memory.small.has(folded) || peopleWords.groupRoles.has(folded)) return false;
  if (isGivenName(text, token)) return true;
  if (isOrganisationWord(folded) || commonEnding.test(folded)) return false;
  return endsWithPossessive(text, token) || namePredicates.has(tokens[run.next]?.folded ?? "");
}

const commonEnding = /(?:ing|ed|ly|ers|ors|ists|ians|ments|tions)$/;

/** Words that follow a name: verbs of attribution, auxiliaries, "who". */
const namePredicates: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...cueVerbs.afterName.keys(),
  ..."has had is was will would also who".split(" "),
]);

/**
 * Returns what a run names if no table knows it, by its own words, the words around it, and the
 * article.
 */
export function kindOfRun(
  { text, tokens, memory }: NamedText,
  { first, next }: NameRun,
  written: string,
): NameMention["kind"] {
  const last = tokens[next - 1]!.folded;
  if (isOrganisationWord(last) || isOrganisationWord(tokens[first]!.folded)) return "organisation";
  if (capitals.test(written)) return "organisation";
  if (isCalledByOffice(tokens, first)) return "person";
  const firstWord = text.slice(tokens[first]!.start, tokens[first]!.end);
  if (isGivenName(text, tokens[first]) && next > first + 1) return "person";
  if (memory.persons.has(personKey(written))) return "person";
  if (next === first + 1 && memory.firstNames.has(firstWord)) return "person";
  if (peopleWords.placeWords.has(last)) return "place";
  const before = tokens[first - 1]?.folded ?? "";
  if (before === "in" || before === "near" || isBeforeRegion(text, tokens, next)) return "place";
  const words = wordsOf(tokens, first, next);
  if (words <= 3 && personPredicates.has(tokens[next]?.folded ?? "")) return "person";
  if (words === 2 && isAppositive(text, tokens, next)) return "person";
  if (words > 1 && words < 5 && isInApposition(tokens, first, next)) return "person";
  return "other";
}

/** The number of words in a run; "Lindqvist-Hale" is one. */
function wordsOf(tokens: readonly Token[], first: number, next: number): number {
  let words = 0;
  for (let at = first; at < next; at++) {
    if (tokens[at]!.kind === "punctuation") words -= /^[-‑]$/.test(tokens[at]!.folded) ? 1 : 0;
    else words++;
  }
  return words;
}

const capitals = /^[\p{Lu}&]{2,6}$/u;

/** True for a town with its region after it: "Simi Valley, Calif."; not for "Ivo Lind, Norway's …". */
function isBeforeRegion(text: string, tokens: readonly Token[], next: number): boolean {
  if (tokens[next]?.folded !== "," || !isCapitalised(text, tokens[next + 1])) return false;
  const region = knownNameAt(text, tokens, next + 1);
  if (region === null || endsWithPossessive(text, tokens[region.next - 1]!)) return false;
  return region.known.kind === "place" && !region.known.isDemonym;
}

/**
 * True if an office or title precedes a name: "spokesperson Dmitry Peskov", "Gen. Smith", "Mr.
 * Smith".
 */
export function isCalledByOffice(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1];
  if (before === undefined) return false;
  const at = before.folded === "." || before.folded === "," ? first - 2 : first - 1;
  const word = tokens[at];
  if (word === undefined) return false;
  return (
    peopleWords.titles.has(word.folded) ||
    (before.kind === "word" && peopleWords.roles.has(word.folded) && !isVerbAt(tokens, at))
  );
}

/** True for a verb that is an office elsewhere: "to lead Trieste", "will host Norway". */
function isVerbAt(tokens: readonly Token[], at: number): boolean {
  return (
    peopleWords.rolesAlsoVerbs.has(tokens[at]!.folded) &&
    verbMarkers.has(tokens[at - 1]?.folded ?? "")
  );
}

const verbMarkers: ReadonlySet<string> = new Set(
  "to will would can could may might must should shall not they we you i who".split(" "),
);

/** True for a name between commas after an office: "her spokesman, Steffen Seibert, said". */
function isInApposition(tokens: readonly Token[], first: number, next: number): boolean {
  if (tokens[first - 1]?.folded !== "," || tokens[next]?.folded !== ",") return false;
  return peopleWords.roles.has(tokens[first - 2]?.folded ?? "");
}

/** Words that follow a person's name. */
const personPredicates: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...cueVerbs.afterPerson.keys(),
  "who",
]);

/**
 * True if an explanation of a person follows the name: "Oleg Glazunov, an expert", "Jane Smith,
 * 45,", "Ivo Lind, one of the leaders", "Ivo Lind, Norway's former president".
 */
function isAppositive(text: string, tokens: readonly Token[], next: number): boolean {
  if (tokens[next]?.folded !== ",") return false;
  const after = tokens[next + 1];
  if (after === undefined) return false;
  if (after.kind === "number") return after.end - after.start === 2;
  const word = tokens[next + 2]?.folded ?? "";
  if ((after.folded === "one" && word === "of") || isOwnersOffice(text, tokens, next + 1))
    return true;
  const isArticle = after.folded === "a" || after.folded === "an" || after.folded === "the";
  return (
    (isArticle || peopleWords.roles.has(after.folded)) &&
    !isCapitalised(text, tokens[next + 2]) &&
    word !== ""
  );
}

/** The most words between whose office it is and the office. */
const longestDescription = 4;

/** True for an office with its owner: "Norway's | former president", "her | lawyer". */
function isOwnersOffice(text: string, tokens: readonly Token[], at: number): boolean {
  if (!endsWithPossessive(text, tokens[at]!) && !possessives.has(tokens[at]!.folded)) return false;
  for (let next = at + 1; next <= at + longestDescription; next++) {
    if (tokens[next]?.kind !== "word") return false;
    if (peopleWords.roles.has(tokens[next]!.folded)) return true;
  }
  return false;
}

const possessives: ReadonlySet<string> = new Set("his her its their our".split(" "));
