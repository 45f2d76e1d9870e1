import type { NameMention } from "../../model/index.ts";
import { foldWord } from "../../text/foldWord.ts";
import { cities, countries, organisations, regions } from "../../text/languageTables.ts";
import type { Token } from "../../text/tokens.ts";

/** A bearer of several names that is known from the tables. */
export interface KnownName {
  readonly canonical: string;
  readonly key: string;
  readonly kind: NameMention["kind"];
  /** For a capital, the government that it can mean. */
  readonly government: KnownName | null;
  /** True for what publishes news. */
  readonly isOutlet: boolean;
  /** True for adjectives and nouns of a country's people: "Russian", "Turks". */
  readonly isDemonym: boolean;
  /** True for short abbreviations that are words in small letters: "IS", "WHO". */
  readonly needsCapitals: boolean;
  /** True for one word that is printed with an article: "The Hill", but "Jonah Hill". */
  readonly needsArticle: boolean;
}

/**
 * Returns what the longest known name from token `at` on refers to, and the token after it; null if
 * there is none.
 */
export function knownNameAt(
  text: string,
  tokens: readonly Token[],
  at: number,
): { readonly known: KnownName; readonly next: number } | null {
  const { byName, longestByFirst } = table();
  const longest = longestByFirst.get(tokens[at]!.folded);
  if (longest === undefined) return null;
  let found: { known: KnownName; next: number } | null = null;
  let name = "";
  let words = 0;
  for (let index = at; index < tokens.length && words < longest; index++) {
    const token = tokens[index]!;
    if (index > at && isInnerMark(token.folded)) continue;
    if (token.kind === "punctuation") break;
    name = words === 0 ? token.folded : `${name} ${token.folded}`;
    words++;
    const known = byName.get(name);
    if (known === undefined) continue;
    if (known.needsCapitals && !isCapitals(text, token)) continue;
    if (known.needsArticle && words === 1 && tokens[at - 1]?.folded !== "the") continue;
    found = { known, next: index + 1 };
  }
  return found;
}

/** True for a hyphen or apostrophe inside a name: "al-Nusra", "Workers’ Party". */
function isInnerMark(folded: string): boolean {
  return folded === "-" || folded === "'" || folded === "’";
}

/** Returns what a name refers to by itself, or null if the tables do not have it. */
export function knownName(name: string): KnownName | null {
  const known = table().byName.get(lookUpKey(name));
  return known === undefined || (known.needsCapitals && !/\p{Lu}.?\p{Lu}/u.test(name))
    ? null
    : known;
}

function isCapitals(text: string, token: Token): boolean {
  return /^\p{Lu}\.?\p{Lu}/u.test(text.slice(token.start, token.end));
}

/** Words of a name, folded, joined by a space, without the article. */
function lookUpKey(name: string): string {
  const words = name
    .replace(/['’](?=\s)/g, "")
    .split(/[\s\u00a0\-‐‑]+/)
    .map(foldWord);
  if (words.length > 1 && words[0] === "the") words.shift();
  return words.join(" ");
}

interface AliasTable {
  readonly byName: ReadonlyMap<string, KnownName>;
  /** First word of a name → the most words that a name with it has. */
  readonly longestByFirst: ReadonlyMap<string, number>;
}

let built: AliasTable | null = null;

/** The table, built when first asked for: a page without names pays nothing. */
function table(): AliasTable {
  built ??= buildTable();
  return built;
}

function buildTable(): AliasTable {
  const byName = new Map<string, KnownName>();
  const longestByFirst = new Map<string, number>();
  const add = (name: string, bearer: KnownName): void => {
    const key = lookUpKey(name);
    if (byName.has(key)) return;
    const needsCapitals = name.length <= 3 && name === name.toUpperCase();
    byName.set(key, needsCapitals ? { ...bearer, needsCapitals } : bearer);
    const words = key.split(" ");
    longestByFirst.set(words[0]!, Math.max(longestByFirst.get(words[0]!) ?? 0, words.length));
  };
  for (const row of countries) addCountry(row, add);
  for (const row of regions) addCountry(row, add);
  for (const row of organisations) {
    const names = [row.name, ...(row.alsoNamed ?? [])];
    const bearer = bearerOf(row.name, "organisation", row.isOutlet === true);
    for (const name of names) {
      const needsArticle = /^The \S+$/.test(name) && !names.includes(name.slice("The ".length));
      add(name, needsArticle ? { ...bearer, needsArticle } : bearer);
    }
  }
  for (const city of cities) add(city, bearerOf(city, "place"));
  return { byName, longestByFirst };
}

function addCountry(
  row: (typeof countries)[number],
  add: (name: string, bearer: KnownName) => void,
): void {
  const bearer = bearerOf(row.name, "place");
  for (const name of [row.name, ...(row.alsoNamed ?? [])]) add(name, bearer);
  for (const name of row.demonyms ?? []) add(name, { ...bearer, isDemonym: true });
  for (const seat of row.governments ?? []) {
    add(seat, { ...bearer, canonical: seat, kind: "organisation" });
  }
  for (const capital of row.capitals ?? []) {
    const place = bearerOf(row.capitals![0]!, "place");
    add(capital, { ...place, canonical: capital, government: bearer });
  }
}

function bearerOf(name: string, kind: NameMention["kind"], isOutlet = false): KnownName {
  return {
    canonical: name,
    key: lookUpKey(name).replaceAll(" ", "-"),
    kind,
    government: null,
    isOutlet,
    isDemonym: false,
    needsCapitals: false,
    needsArticle: false,
  };
}
