import { personKey } from "../../facts/names/nameMemory.ts";
import { peopleWords } from "../../text/languageTables.ts";
import type { BodyView } from "../attributions/bodyView.ts";

/** The gender of a person, as far as words show it: who "he" and "she" can mean. */
export type Gender = "male" | "female" | null;

/** Returns the gender that a person's first name, titles and roles show, or null. */
export function genderOf(name: string, descriptions: string): Gender {
  for (const word of descriptions.toLowerCase().split(/\W+/)) {
    const gender = genderOfNoun(word);
    if (gender !== null) return gender;
  }
  const space = name.indexOf(" ");
  if (space < 0) return null;
  const first = name.slice(0, space);
  if (peopleWords.neutralGivenNames.has(first)) return null;
  if (peopleWords.femaleGivenNames.has(first)) return "female";
  return peopleWords.givenNames.has(first) ? "male" : null;
}

function genderOfNoun(word: string): Gender {
  if (peopleWords.femaleNouns.has(word)) return "female";
  return peopleWords.maleNouns.has(word) ? "male" : null;
}

/**
 * Returns the genders that titles in a text show, by the key of the person: "Ms. May",
 * "Congresswoman Omar".
 */
export function titledGenders(view: BodyView): ReadonlyMap<string, Gender> {
  const found = new Map<string, Gender>();
  for (let at = 1; at < view.tokens.length; at++) {
    const which = view.nameOf[at]!;
    if (which < 0 || which === view.nameOf[at - 1] || view.names[which]!.kind !== "person")
      continue;
    const before = view.tokens[at - 1]!.folded === "." ? at - 2 : at - 1;
    const gender = genderOfNoun(view.tokens[before]?.folded ?? "");
    if (gender !== null) found.set(personKey(view.names[which]!.canonical), gender);
  }
  return found;
}
