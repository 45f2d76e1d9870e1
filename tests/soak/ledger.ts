import { bodyAbout } from "../corpora/articles.ts";
import type { StoredLibrary } from "./storedLibrary.ts";

/** What the extension has said it has stored, by the names that the articles were made from. */
export interface Ledger {
  /** It has answered that this article is stored. */
  acknowledge(name: string): void;
  /** In the order of their first acknowledgement. */
  readonly names: readonly string[];
  /**
   * What is wrong with what is stored: an acknowledged article that is not there, one that is not
   * whole, one that no segment holds, a total that is not true.
   */
  faultsIn(stored: StoredLibrary): readonly string[];
}

/** Title of the article of this name; its text is `bodyAbout(name)`. */
export function titleOf(name: string): string {
  return `The harbour: ${name}`;
}

export function createLedger(): Ledger {
  const names = new Set<string>();
  return {
    acknowledge: (name) => void names.add(name),
    get names() {
      return [...names];
    },
    faultsIn: (stored) => [...lostOf(names, stored), ...brokenIn(stored)],
  };
}

function lostOf(names: Iterable<string>, { records }: StoredLibrary): readonly string[] {
  const titles = new Set(records.map(({ article }) => article.title));
  return [...names].filter((name) => !titles.has(titleOf(name))).map((name) => `${name}: lost`);
}

function brokenIn({ records, segments, state }: StoredLibrary): readonly string[] {
  const covered = segments.flatMap(({ name, covers }) => covers ?? [name]);
  const indexed = new Set(covered);
  const faults = records.flatMap(({ article, segment }) => {
    const name = article.title.replace(titleOf(""), "");
    return [
      ...(article.body === bodyAbout(name) ? [] : [`${name}: not whole`]),
      ...(indexed.has(segment) ? [] : [`${name}: its segment ${segment} is not there`]),
    ];
  });
  if (indexed.size < covered.length) faults.push("an article stands in two segments");
  if (new Set(records.map(({ article }) => article.title)).size < records.length)
    faults.push("an article is stored twice");
  // A kill may come before anything was stored.
  const counted = state?.articles ?? 0;
  if (counted !== records.length)
    faults.push(`${counted} articles are counted, ${records.length} are there`);
  return faults;
}
