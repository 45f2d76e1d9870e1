import { peopleWords } from "../../text/languageTables.ts";
import { remember } from "../../text/remember.ts";
import type { Token } from "../../text/tokens.ts";
import { wordKey } from "./nameKey.ts";
import { isCapitalised, opensSentence } from "./nameSequences.ts";

/** What an article says about the names in it; learned from the whole text before names are found. */
export interface NameMemory {
  /** Key of a last name → the fullest form in the text. */
  readonly persons: ReadonlyMap<string, string>;
  /** First name as written → the only person of that name: "Hillary", "Kim" for Kim Jong Un. */
  readonly firstNames: ReadonlyMap<string, string>;
  /** Abbreviation as written → the name that it was explained by: "PKK" → "Kurdistan Workers’ Party". */
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Folded words seen capitalised inside a sentence. */
  readonly capitalised: ReadonlySet<string>;
  /** Folded words seen in small letters. */
  readonly small: ReadonlySet<string>;
}

/** The memory of an article before anything has been read. */
export const emptyMemory: NameMemory = {
  persons: new Map(),
  firstNames: new Map(),
  abbreviations: new Map(),
  capitalised: new Set(),
  small: new Set(),
};

/** Learns which words a text writes with a capital inside sentences, and which in lower case. */
export function learnCapitals(
  text: string,
  tokens: readonly Token[],
): Pick<NameMemory, "capitalised" | "small"> {
  const capitalised = new Set<string>();
  const small = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind !== "word") continue;
    if (!isCapitalised(text, token)) small.add(token.folded);
    else if (!opensSentence(text, tokens, at)) capitalised.add(token.folded);
  }
  return { capitalised, small };
}

/** Names that are met again within some articles; each costs a hundred bytes. */
const cachedNames = 10_000;

/** The key of a person: that of the last name, so that full and short forms meet. */
export const personKey: (name: string) => string = /* @__PURE__ */ remember(
  cachedNames,
  keyOfLastName,
);

function keyOfLastName(name: string): string {
  const words = name.split(/[\s\u00a0]+/).filter((word) => !suffixes.has(word.toLowerCase()));
  const last = words[words.length - 1] ?? name;
  const bare = last.replace(/^(?:al|el|ul|ad|as|ash|at|an)[-‑]/i, "");
  return bare
    .split(/[-‐‑]/)
    .map((part) => wordKey(foldedPart(part)))
    .join(" ");
}

function foldedPart(part: string): string {
  return part
    .normalize("NFD")
    .replace(/[\p{M}.,]/gu, "")
    .toLowerCase()
    .replace(/ı/g, "i");
}

const suffixes: ReadonlySet<string> = new Set(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]);

/** True for words that head organisations. */
export function isOrganisationWord(folded: string): boolean {
  return peopleWords.organisationWords.has(folded);
}
