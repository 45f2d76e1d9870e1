import type { Library } from "../library/library.ts";
import type { StoredPassage } from "../library/rowReader.ts";
import { sourceOfPassage } from "../library/speaker.ts";
import { termsOfPassage } from "../library/terms.ts";
import type { ArticleReading, ReadPassage } from "../model/index.ts";
import { findCandidates } from "./candidates.ts";
import { type Comparison, comparePassages } from "./comparison.ts";
import { type PreparedPassage, preparePassage } from "./preparedPassage.ts";
import { hasSameAddress } from "./samePage.ts";
import { isStatement } from "./statement.ts";
import { StoryTies } from "./story.ts";
import { rarityInArticle, termRarity } from "./termRarity.ts";
import { createWordWeights } from "./wordWeights.ts";

/** One passage of the page with one of the library, compared. */
export interface ComparedPair {
  /** Place among the page's passages. */
  readonly place: number;
  readonly stored: StoredPassage;
  /** Number of the article in the library. */
  readonly article: number;
  readonly comparison: Comparison;
}

/** Candidates and alignment: all pairs worth a verdict. The page itself, by address, is left out. */
export function comparePage(page: ArticleReading, library: Library): readonly ComparedPair[] {
  const weights = createWordWeights(library.passageCount, (hash) =>
    library.documentFrequency("terms", hash),
  );
  const places = page.passages.flatMap((passage, i) => (isMatchable(passage) ? [i] : []));
  const passages = places.map((place) => page.passages[place]!);
  const termsByPassage = passages.map((passage) => termsOfPassage(passage));
  const terms = new Set(termsByPassage.flatMap((found) => [...found]));
  const ownRarity = termRarity(termsByPassage);
  const ties = new StoryTies(page.article, passages.length, terms, library, weights);
  const isPageItself = remembered((article) =>
    hasSameAddress(page.article, library.articleHead(article)),
  );
  const rarityOf = remembered((article) => rarityInArticle(library, article));
  const rarity = { own: ownRarity, ofArticle: rarityOf };
  const { byPassage } = findCandidates(passages, library, weights, ties, rarity, isPageItself);
  const stored = rememberedPassages(library, (passage) =>
    preparePassage(passage, weights, rarityOf(passage.article)),
  );
  return passages.flatMap((passage, i) => {
    const prepared = preparePassage(passage, weights, ownRarity);
    if (!isStatement(prepared) && passage.in === "body") return [];
    const { speaker } = sourceOfPassage(page, passage);
    return byPassage[i]!.flatMap((number): ComparedPair[] => {
      const { passage: found, prepared: corpus } = stored(number);
      if (!(found.isClaim || found.isQuoted || found.in === "title")) return [];
      if (!isStatement(corpus) && found.in === "body") return [];
      const comparison = comparePassages(prepared, corpus, {
        story: ties.of(found.article),
        pageSpeaker: speaker,
        corpusSpeaker: found.speaker,
        hasTitle: passage.in === "title" || found.in === "title",
      });
      return [{ place: places[i]!, stored: found, article: found.article, comparison }];
    });
  });
}

/** True for what states something or is quoted, and for titles. */
export function isMatchable(passage: ReadPassage): boolean {
  return passage.isClaim || passage.isQuoted || passage.in === "title";
}

function remembered<T>(ask: (article: number) => T): (article: number) => T {
  const known = new Map<number, T>();
  return (article) => {
    let answer = known.get(article);
    if (answer === undefined) {
      answer = ask(article);
      known.set(article, answer);
    }
    return answer;
  };
}

function rememberedPassages(
  library: Library,
  prepare: (passage: StoredPassage) => PreparedPassage,
) {
  const known = new Map<number, { passage: StoredPassage; prepared: PreparedPassage }>();
  return (number: number) => {
    let entry = known.get(number);
    if (!entry) {
      const passage = library.passage(number);
      entry = { passage, prepared: prepare(passage) };
      known.set(number, entry);
    }
    return entry;
  };
}
