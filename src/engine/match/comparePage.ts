import { fingerprintsOf } from "../library/fingerprints.ts";
import type { Library } from "../library/library.ts";
import { addressHashes } from "../library/pageAddress.ts";
import type { StoredPassage } from "../library/rowReader.ts";
import { sourceOfPassage } from "../library/speaker.ts";
import { termsOfPassage } from "../library/terms.ts";
import type { ArticleReading, ReadPassage } from "../model/index.ts";
import { tokenise } from "../text/tokens.ts";
import { findCandidates } from "./candidates.ts";
import { type Comparison, comparePassages } from "./comparison.ts";
import { memoryOf } from "./libraryMemory.ts";
import { lookUpTerms } from "./pageTerms.ts";
import { preparePassage } from "./preparedPassage.ts";
import { isStatement } from "./statement.ts";
import { StoryTies } from "./story.ts";
import { termRarity } from "./termRarity.ts";

/** One passage of the page with one of the library, compared. */
export interface ComparedPair {
  /** Place among the page's passages. */
  readonly place: number;
  readonly stored: StoredPassage;
  /** Number of the article in the library. */
  readonly article: number;
  readonly comparison: Comparison;
}

/** The longest articles have some hundred; what comes after this many is no article any more. */
const mostPassages = 2000;

/** Candidates and alignment: all pairs worth a verdict. The page itself, by address, is left out. */
export function comparePage(page: ArticleReading, library: Library): readonly ComparedPair[] {
  const memory = memoryOf(library);
  const places = page.passages
    .flatMap((passage, i) => (isMatchable(passage) ? [i] : []))
    .slice(0, mostPassages);
  const passages = places.map((place) => page.passages[place]!);
  const tokens = passages.map(({ text }) => tokenise(text));
  const termsByPassage = passages.map((passage, i) => termsOfPassage(passage, tokens[i]));
  const prints = passages.map(({ text }, i) => fingerprintsOf(text, tokens[i]));
  const terms = lookUpTerms(termsByPassage, memory);
  const ties = new StoryTies(page.article, terms, memory);
  const isPageItself = library.articlesAt(addressHashes(page.article.urls));
  const candidates = findCandidates(prints, terms, memory, ties, isPageItself);
  const ownRarity = termRarity(termsByPassage);
  return passages.flatMap((passage, i) => {
    const prepared = preparePassage(passage, memory.weights, ownRarity, tokens[i]);
    if (!isStatement(prepared) && passage.in === "body") return [];
    const { speaker } = sourceOfPassage(page, passage);
    return candidates[i]!.flatMap((number): ComparedPair[] => {
      const { stored, prepared: corpus } = memory.prepared(number);
      if (!isStatement(corpus) && stored.in === "body") return [];
      const comparison = comparePassages(prepared, corpus, {
        story: ties.of(stored.article),
        pageSpeaker: speaker,
        corpusSpeaker: stored.speaker,
        hasTitle: passage.in === "title" || stored.in === "title",
      });
      return [{ place: places[i]!, stored, article: stored.article, comparison }];
    });
  });
}

/** True for what states something or is quoted, and for titles. */
export function isMatchable(passage: ReadPassage): boolean {
  return passage.isClaim || passage.isQuoted || passage.in === "title";
}
