import type { Library } from "../library/library.ts";
import type { StoredPassage } from "../library/rowReader.ts";
import { sourceOfPassage } from "../library/speaker.ts";
import { termsOfPassage } from "../library/terms.ts";
import {
  type ArticleReading,
  type MatchReport,
  type PageMatch,
  type ReadPassage,
  type Reference,
  spansOverlap,
} from "../model/index.ts";
import { findCandidates } from "./candidates.ts";
import { type Comparison, comparePassages, type Verdict, verdictOf } from "./comparison.ts";
import { advantageOfRivals, supportOfNeighbours } from "./neighbours.ts";
import { type PreparedPassage, preparePassage } from "./preparedPassage.ts";
import { type CopyFound, hasSameAddress, isSamePublication, shareOfCopy } from "./samePage.ts";
import { scoreModel } from "./scoreModel.ts";
import { isStatement } from "./statement.ts";
import { StoryTies } from "./story.ts";
import { rarityInArticle, termRarity } from "./termRarity.ts";
import { createWordWeights } from "./wordWeights.ts";

export interface MatchOptions {
  /** References below this score are left out: 0..1. */
  readonly minScore?: number;
}

/** At this score an editor keeps most of what is shown; measured by `npm run eval -- references`. */
export const defaultMinScore = 0.5;

/** A card with more is not read. */
const mostReferences = 8;
const mostReferencesOfArticle = 4;
/** A second passage of the same article must be nearly as good as the first. */
const scoreDrop = 0.35;

/** One passage of the page with one of the library, compared. */
export interface ComparedPair {
  /** Place among the page's passages. */
  readonly place: number;
  readonly stored: StoredPassage;
  /** Number of the article in the library. */
  readonly article: number;
  readonly comparison: Comparison;
}

/**
 * The page's passages that also stand in the library's articles, with what they stand beside.
 * The same page and library give the same report. Neither is changed.
 */
export function matchPage(
  page: ArticleReading,
  library: Library,
  options: MatchOptions = {},
): MatchReport {
  const pairs = comparePage(page, library);
  const copies = findCopies(page, library, pairs);
  const kept = pairs.filter((pair) => !copies.excluded.has(pair.article));
  const matches = matchesOf(page, library, kept, options.minScore ?? defaultMinScore);
  return {
    schema: 1,
    page: {
      title: page.article.title,
      outlet: page.article.outlet.name || null,
      url: page.article.urls[0] ?? null,
      published: page.article.published,
      language: page.article.language,
      passageCount: page.passages.length,
    },
    copyOf: copies.copyOf,
    matches,
  };
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
  const ties = new StoryTies(page.article, terms, library, weights);
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

function isMatchable(passage: ReadPassage): boolean {
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

/** Articles of which the page is a copy, or the same publication at another address. */
function findCopies(page: ArticleReading, library: Library, pairs: readonly ComparedPair[]) {
  const verbatim = new Map<number, Map<number, number>>();
  for (const { article, place, stored, comparison } of pairs) {
    if (comparison.words?.kind !== "whole") continue;
    const ofArticle = verbatim.get(article) ?? new Map<number, number>();
    if (!ofArticle.has(place)) ofArticle.set(place, stored.ordinal);
    verbatim.set(article, ofArticle);
  }
  const matchable = page.passages.filter(isMatchable).length;
  const excluded = new Set<number>();
  let copyOf: CopyFound | null = null;
  for (const [article, ordinals] of verbatim) {
    const share = shareOfCopy([...ordinals.values()], matchable);
    if (share === null) continue;
    excluded.add(article);
    const found = library.articleHead(article);
    if (!isSamePublication(page.article, found) && share > (copyOf?.share ?? 0)) {
      copyOf = { article: found.id, share };
    }
  }
  return { excluded, copyOf };
}

function matchesOf(
  page: ArticleReading,
  library: Library,
  pairs: readonly ComparedPair[],
  minScore: number,
): readonly PageMatch[] {
  const placed = pairs.map(({ place, article, stored, comparison }) => ({
    pagePlace: place,
    article,
    articlePlace: stored.ordinal,
    logit: comparison.logit,
    hasTitle: comparison.features.hasTitle === 1,
  }));
  const support = supportOfNeighbours(placed);
  const rivals = advantageOfRivals(placed);
  const found = new Map<number, FoundReference[]>();
  pairs.forEach((pair, i) => {
    const around = scoreModel.neighbours * support[i]! + scoreModel.rivals * rivals[i]!;
    const verdict = verdictOf(pair.comparison, around, minScore);
    if (!verdict) return;
    const references = found.get(pair.place) ?? [];
    references.push({ pair, verdict });
    found.set(pair.place, references);
  });
  const matches = [...found.keys()]
    .sort((a, b) => a - b)
    .map((place) => matchOf(page, place, found.get(place)!, library));
  return withoutOverlaps(matches);
}

/** A quote over several sentences that scores as high as they do stands for them; else they do. */
function withoutOverlaps(matches: readonly PageMatch[]): readonly PageMatch[] {
  const isBetter = (a: PageMatch, b: PageMatch) =>
    a.score - b.score || a.end - a.start - (b.end - b.start);
  return matches.filter(
    (match) =>
      !matches.some(
        (other) =>
          other !== match &&
          other.in === match.in &&
          spansOverlap(other, match) &&
          isBetter(other, match) > 0,
      ),
  );
}

interface FoundReference {
  readonly pair: ComparedPair;
  readonly verdict: Verdict;
}

function matchOf(
  page: ArticleReading,
  place: number,
  found: readonly FoundReference[],
  library: Library,
): PageMatch {
  const passage = page.passages[place]!;
  const references = bestOf(found).map((one) => referenceOf(one, library));
  const text = passage.in === "title" ? page.article.title : page.article.body;
  return {
    in: passage.in,
    start: passage.start,
    end: passage.end,
    exact: text.slice(passage.start, passage.end),
    kind: passage.isQuoted || passage.unit === "quote" ? "quote" : "claim",
    relation: references[0]!.relation,
    score: references[0]!.score,
    speaker: sourceOfPassage(page, passage).speaker,
    references,
  };
}

/** Best first, few of one article; of equals first the one of the page's length, then by id. */
function bestOf(found: readonly FoundReference[]): readonly FoundReference[] {
  const gap = ({ pair }: FoundReference) =>
    Math.abs(pair.comparison.page.text.length - pair.stored.text.length);
  const sorted = [...found].sort(
    (a, b) =>
      b.verdict.score - a.verdict.score ||
      gap(a) - gap(b) ||
      (a.pair.stored.id < b.pair.stored.id ? -1 : 1),
  );
  const times = new Map<number, number>();
  const kept: StoredPassage[] = [];
  return sorted
    .filter(({ pair, verdict }) => {
      if (kept.some((other) => isPartOfOther(pair.stored, other))) return false;
      const before = times.get(pair.article) ?? 0;
      if (before >= mostReferencesOfArticle) return false;
      if (before > 0 && verdict.score < sorted[0]!.verdict.score - scoreDrop) return false;
      times.set(pair.article, before + 1);
      kept.push(pair.stored);
      return true;
    })
    .slice(0, mostReferences);
}

/** True for a quote and a sentence of it, either way: they are shown once. */
function isPartOfOther(a: StoredPassage, b: StoredPassage): boolean {
  return a.article === b.article && a.in === b.in && spansOverlap(a, b);
}

function referenceOf({ pair, verdict }: FoundReference, library: Library): Reference {
  const article = library.articleHead(pair.article);
  return {
    article: {
      id: article.id,
      outlet: article.outlet.name,
      title: article.title,
      url: article.urls[0] ?? null,
      published: article.published,
    },
    passage: { id: pair.stored.id, text: pair.stored.text },
    relation: verdict.relation,
    score: verdict.score,
    speaker: pair.stored.speaker,
    via: pair.stored.via,
    differences: verdict.differences,
  };
}
