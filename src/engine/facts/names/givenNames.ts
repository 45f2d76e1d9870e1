import { peopleWords } from "../../text/languageTables.ts";
import { once } from "../../text/once.ts";
import { nameKey } from "./nameKey.ts";
import { romanise } from "./romanise.ts";

/** True for a given name as any language spells it: "Sergey", "Сергей", "Sergueï". */
export function isGivenNameOfAnyLanguage(word: string): boolean {
  return givenNameKeys().has(nameKey(romanise(word)));
}

/** True for a full name that begins with a given name. */
export function hasGivenName({ canonical }: { readonly canonical: string }): boolean {
  return isGivenNameOfAnyLanguage(canonical.split(" ", 1)[0]!);
}

/** True or false if a given name, as any language spells it, is a woman's or a man's; else null. */
export function isWomansGivenName(word: string): boolean | null {
  return genders().get(spellingKey(word)) ?? null;
}

/** Closer to the spelling than a name's key, which "Alain" shares with "Ellen": "Mariya" is "Maria". */
function spellingKey(word: string): string {
  return romanise(word)
    .replace(/[jy]/g, "i")
    .replace(/(.)\1+/g, "$1");
}

/** By key; null for names of both. */
const genders = /* @__PURE__ */ once(() => {
  const { givenNames, femaleGivenNames, neutralGivenNames } = peopleWords;
  const found = new Map<string, boolean | null>();
  for (const name of [...givenNames, ...femaleGivenNames]) {
    const key = spellingKey(name);
    const own = neutralGivenNames.has(name) ? null : femaleGivenNames.has(name);
    found.set(key, found.has(key) && found.get(key) !== own ? null : own);
  }
  return found;
});

const givenNameKeys = /* @__PURE__ */ once(() => new Set([...peopleWords.givenNames].map(nameKey)));
