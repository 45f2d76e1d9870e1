import { type PageMatch, primaryLanguage, type Reference } from "../../engine/model/index.ts";
import type { ListedMatch } from "./listedMatch.ts";

/** The number of passages with a reference in a language. */
export interface LanguageCount {
  /** BCP 47, the language alone: "de". */
  readonly language: string;
  readonly count: number;
}

/**
 * Counts the languages of a report's references, the most frequent first. References to articles in
 * an unknown language are not counted.
 */
export function countLanguages(
  matches: readonly PageMatch[],
  pageLanguage: string | null,
): readonly LanguageCount[] {
  const counts = new Map<string, number>();
  for (const { references } of matches) {
    const languages = new Set(references.map((reference) => languageOf(reference, pageLanguage)));
    for (const language of languages) {
      if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([language, count]) => ({ language, count }))
    .toSorted((a, b) => b.count - a.count || (a.language < b.language ? -1 : 1));
}

/**
 * Returns the matches with only their references in a language; each has the relation of its best
 * one.
 */
export function inLanguage(
  listed: readonly ListedMatch[],
  language: string,
  pageLanguage: string | null,
): readonly ListedMatch[] {
  return listed.flatMap((item) => {
    const references = item.match.references.filter(
      (reference) => languageOf(reference, pageLanguage) === language,
    );
    const [best] = references;
    if (best === undefined) return [];
    return [{ ...item, match: { ...item.match, references, relation: best.relation } }];
  });
}

function languageOf({ article }: Reference, pageLanguage: string | null): string | null {
  const language = article.language ?? pageLanguage;
  return language === null ? null : primaryLanguage(language);
}
