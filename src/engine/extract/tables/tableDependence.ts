/** Decides whether a name or noun can be the subject of its clause, or depends on another word. */
import { withoutEnding } from "../../text/tableWords.ts";
import { isOffice } from "./tableRoles.ts";
import type { TableView } from "./tableView.ts";

/**
 * True for a name with an apostrophe and a case ending, and for a noun with the ending of a case that a
 * subject does not have: "Moskova'da", "Gazeteye", "Kaptanın"; but not for "несколько | министров".
 */
function isCased({ view, reading }: TableView, start: number): boolean {
  const { table, words } = reading;
  const name = view.names[view.nameOf[start]!];
  const hasMark = table.elisions === "all" && /['’]/.test(view.text[name?.end ?? -1] ?? "");
  if (hasMark) return true;
  if (table.ofOthers.has(words[start - 1] ?? "")) return false;
  const word = words[start]!;
  const isNoun = (stem: string) => table.roles.has(stem) || table.organisationWords.has(stem);
  return table.caseEndings.some(
    (ending) => word.endsWith(ending) && isNoun(withoutEnding(word, ending)),
  );
}

/** True for a name or noun after a preposition, or in a case that a subject does not have. */
export function isDependent(from: TableView, at: number, first: number): boolean {
  if (isCased(from, at)) return true;
  if (at === first) return false;
  let before = at - 1;
  const { words, table } = from.reading;
  while (
    before > first &&
    (table.titles.has(words[before]!) ||
      words[before] === "." ||
      isOffice(from, before) ||
      table.adjectives.has(words[before]!))
  )
    before--;
  // An article opens the phrase: "respondió a los periodistas la alcaldesa | Marta Olmedo".
  while (before > first && table.articles.has(words[before]!) && !isPreposition(from, before))
    before--;
  return before >= first && (isPreposition(from, before) || isExample(from, before, first));
}

/** "Kritiker | wie | Peter Kuhn": true for a word that ties one of several to the noun for them. */
function isExample({ reading }: TableView, at: number, first: number): boolean {
  const { table, tokens, words } = reading;
  return at > first && table.speech.examples.has(words[at]!) && tokens[at - 1]?.kind === "word";
}

/**
 * False for a name after a preposition, and after a noun that follows one: "dans l’hôtel | Roa
 * Roa", "в штате | Западная Вирджиния".
 */
export function isFree(from: TableView, at: number, first: number): boolean {
  const { view, reading } = from;
  if (isDependent(from, at, first)) return false;
  const { table, words, tokens, text } = reading;
  const noun = tokens[at - 1];
  if (at === first || noun === undefined || noun.kind !== "word" || view.nameOf[at - 1]! >= 0)
    return true;
  const isNoun =
    !table.functionWords.has(words[at - 1]!) &&
    !table.speech.verbs.has(words[at - 1]!) &&
    table.capitalisedNouns === /^\p{Lu}/u.test(text.slice(noun.start, noun.end));
  return !isNoun || !isDependent(from, at - 1, first);
}

/** True for a small word that leads to a noun that is not the subject. */
function isPreposition({ reading }: TableView, at: number): boolean {
  const { table, words } = reading;
  const word = words[at]!;
  return table.prepositions.has(word);
}
