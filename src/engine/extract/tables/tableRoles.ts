import { type TableText, withoutProclitic } from "../../facts/tables/tableText.ts";

/** True for a noun for people or bodies. */
export function isRole({ reading }: { readonly reading: TableText }, at: number): boolean {
  const { table, words, joined } = reading;
  const isKnown = (word: string) =>
    table.roles.has(word) ||
    table.organisationWords.has(word) ||
    table.withheld.has(word) ||
    table.outletWords.has(word);
  if (isKnown(words[at]!) || isKnown(joined[at]!)) return true;
  return table.hasNoCapitals && withoutProclitic(words[at]!, table, isKnown) !== null;
}

/** True for a noun for a person, not for a body: "bakan", not "bakanlık". */
export function isOffice({ reading }: { readonly reading: TableText }, at: number): boolean {
  const { table, words, joined } = reading;
  const isKnown = (word: string) => table.roles.has(word) && !table.organisationWords.has(word);
  if (isKnown(words[at]!) || isKnown(joined[at]!)) return true;
  return table.hasNoCapitals && withoutProclitic(words[at]!, table, isKnown) !== null;
}
