/** What the nouns for sources stand for: one person, one of many, or a thing. */
import { peopleWords } from "../../text/languageTables.ts";
import type { BodyView } from "../attributions/bodyView.ts";
import type { Identity } from "./sourceIdentity.ts";

/**
 * Offices that one person in a country holds: who spoke last is not "the president" unless the article
 * says so.
 */
export const loneOffices: ReadonlySet<string> = new Set(
  "president premier chancellor king queen pope emperor sultan emir".split(" "),
);

/** Nouns for those who hold one of many offices. */
export const wordsForMany: ReadonlySet<string> = new Set(
  `parliamentarian lawmaker legislator politician official diplomat statesman leader executive
  expert academic scholar scientist researcher veteran newcomer player athlete star`.split(/\s+/),
);

/** A report of a trial has one of each, who need not be the one who spoke last. */
export const partiesInCourt: ReadonlySet<string> = new Set(
  "defendant plaintiff prosecutor judge victim suspect accused witness lawyer attorney".split(" "),
);

/** True for a plural of people: "officials", "Republicans"; not for "the United States". */
export function isManyOf(view: BodyView, { head, name }: Identity): boolean {
  if (name === null) return head.endsWith("s") || peopleWords.pluralNouns.has(head);
  const written = view.text.slice(name.start, name.end);
  return /[^s]s$/.test(written) && !written.includes(" ") && name.canonical !== written;
}

/** True for a noun for something printed, or for a survey. */
export function isPublished(noun: string): boolean {
  return /^(?:article|report|story|piece|editorial|column|post|study|survey|poll)$/.test(noun);
}

/** True for a single noun that means a person: not an organisation, nothing printed. */
export function isPersonNoun(noun: string): boolean {
  if (peopleWords.roles.has(noun)) return true;
  const isThing =
    peopleWords.organisationWords.has(noun) ||
    peopleWords.publicationNouns.has(noun) ||
    peopleWords.pluralNouns.has(noun) ||
    peopleWords.groupRoles.has(noun) ||
    isPublished(noun);
  return !isThing && !noun.endsWith("s");
}
