import { fingerprintsOf } from "../library/fingerprints.ts";
import type { Library } from "../library/library.ts";
import { addressHashes } from "../library/pageAddress.ts";
import type { StoredPassage } from "../library/rowReader.ts";
import { sourceOfPassage } from "../library/speaker.ts";
import { termsOfPassage } from "../library/terms.ts";
import type { Article, ArticleReading, Evidence, ReadPassage } from "../model/index.ts";
import { tokeniseIn } from "../text/languages.ts";
import { findCandidates } from "./candidates/candidates.ts";
import { lookUpTerms } from "./candidates/pageTerms.ts";
import { type PagePassage, PairEstimates } from "./candidates/pairEstimates.ts";
import { preparePassage } from "./candidates/preparedPassage.ts";
import { termRarity } from "./candidates/termRarity.ts";
import { type Comparison, comparePassages } from "./comparison.ts";
import { type LibraryMemory, memoryOf, remembered } from "./libraryMemory.ts";
import type { MeaningEvidence } from "./meaning/meaningFeatures.ts";
import { type Meaning, PageMeaning } from "./meaning/pageMeaning.ts";
import { isSameOutlet, isSamePage } from "./samePage.ts";
import { besideAny, type PassagePair } from "./score/neighbours.ts";
import { isStatement } from "./score/statement.ts";
import { daysToldIn, StoryTies, tieOfDays } from "./score/story.ts";

/** A page passage compared with a library passage. */
export interface ComparedPair {
  /** Index among the page's passages. */
  readonly pagePassage: number;
  readonly stored: StoredPassage;
  /** Number of the article in the library. */
  readonly article: number;
  readonly comparison: Comparison;
  /** The evidence that made it a candidate. */
  readonly evidence: readonly Evidence[];
}

/** Above this cosine, a pair is compared even if its words alone would rule it out. */
const leastCosine = 0.35;

/** The most passages of a page that are compared. The longest articles have some hundred. */
const mostPassages = 2000;

/** What a page is compared with, and by what. */
export interface PairSearch {
  /** The least log-odds of a pair; neighbours of pairs that reach it are compared too. */
  readonly least: number;
  /** Vectors, by which pairs are also found and scored; null for words alone. */
  readonly meaning: Meaning | null;
  /** Numbers of articles of which the page is a copy. */
  readonly copies: ReadonlySet<number>;
  /** Numbers of the only articles that are searched; null for all. */
  readonly among: ReadonlySet<number> | null;
}

const everything: PairSearch = {
  least: Number.NEGATIVE_INFINITY,
  meaning: null,
  copies: new Set(),
  among: null,
};

/**
 * Finds candidates and aligns them. Returns all pairs that reach the least log-odds, and their
 * neighbours, which support them. Articles that are never shown are left out and so do not affect
 * the others: the page itself, by address, and its own outlet's articles.
 */
export function comparePage(
  page: ArticleReading,
  library: Library,
  search: Partial<PairSearch> = {},
): readonly ComparedPair[] {
  return comparePairs(findPairs(page, library, { ...everything, ...search }));
}

/** The candidates of a page, which do not depend on the library's texts. */
export interface FoundPairs {
  readonly pairs: readonly WaitingPair[];
  readonly memory: LibraryMemory;
  readonly ties: StoryTies;
  readonly least: number;
}

/** Finds the candidates that `comparePage` aligns; most of its work. */
export function findPairs(
  page: ArticleReading,
  library: Library,
  { least, meaning, copies, among }: PairSearch,
): FoundPairs {
  const memory = memoryOf(library);
  const indices = page.passages
    .flatMap((passage, i) => (isMatchable(passage) ? [i] : []))
    .slice(0, mostPassages);
  const passages = indices.map((index) => page.passages[index]!);
  const tokens = passages.map(({ text }) => tokeniseIn(text, page.article.language));
  const termsByPassage = passages.map((passage, i) => termsOfPassage(passage, tokens[i]));
  const fingerprints = passages.map(({ text }, i) => fingerprintsOf(text, tokens[i]));
  const terms = lookUpTerms(termsByPassage, memory);
  const ties = new StoryTies(page.article, terms, memory);
  const excluded = new Set([...articlesOfPage(page.article, library), ...copies]);
  const isShown = remembered(
    library.articleEnd,
    (article) =>
      (among === null || among.has(article)) &&
      !excluded.has(article) &&
      !isSameOutlet(page.article, library.articleHead(article)),
  );
  const shown = among && [...among].filter(isShown);
  const byWords = findCandidates(fingerprints, terms, memory, ties, excluded, isShown, shown);
  const { language } = page.article;
  const meant = meaning?.library.isAny
    ? new PageMeaning(memory, meaning, passages, indices, language, isShown)
    : null;
  const byMeaning = passages.map((_, i) => meant?.candidates(i) ?? []);
  const candidates = byWords.map((found, i) => [...new Set([...found, ...byMeaning[i]!])]);
  const ownRarity = termRarity(termsByPassage);
  const estimates = new PairEstimates(memory, terms, ties);
  const pairs = passages.flatMap((passage, i): readonly WaitingPair[] => {
    const prepared = preparePassage(passage, memory.weights, ownRarity, tokens[i], language);
    const isTitle = passage.in === "title";
    if (!isStatement(prepared, language) && !isTitle) return [];
    const own = { prepared, isTitle, daysMentioned: daysToldIn(passage.dates) };
    const { speaker } = sourceOfPassage(page, passage);
    const mayReach = estimates.mayReach(least, own, candidates[i]!);
    return candidates[i]!.map((number, j) => {
      const evidence = meant?.evidence(i, number) ?? null;
      return {
        ...{ pagePassage: indices[i]!, own, speaker, number, meaning: evidence },
        evidence: evidenceOf(byWords[i]!.includes(number), byMeaning[i]!.includes(number)),
        article: library.articleOf(number),
        mayReach: mayReach[j]! || (evidence !== null && evidence.features.cosine >= leastCosine),
      };
    });
  });
  return { pairs, memory, ties, least };
}

/**
 * Returns the articles that are the page itself, by address. If the address differs in a parameter
 * and the title differs too, it is another article.
 */
function articlesOfPage(page: Article, library: Library): ReadonlySet<number> {
  const there = [...library.articlesAt(addressHashes(page.urls))];
  return new Set(there.filter((article) => isSamePage(page, library.articleHead(article))));
}

/** A pair that has not been compared yet. */
interface WaitingPair extends PassagePair {
  readonly own: PagePassage;
  readonly speaker: string | null;
  readonly mayReach: boolean;
  readonly meaning: MeaningEvidence | null;
  readonly evidence: readonly Evidence[];
}

function evidenceOf(isByWords: boolean, isByMeaning: boolean): readonly Evidence[] {
  if (isByWords && isByMeaning) return ["words", "meaning"];
  return isByWords ? ["words"] : ["meaning"];
}

/** Aligns the pairs that may reach `least`, then the neighbours of those that did. */
export function comparePairs({ pairs, memory, ties, least }: FoundPairs): readonly ComparedPair[] {
  const first = pairs.map((pair) => (pair.mayReach ? compared(pair, memory, ties) : null));
  const reached = pairs.filter((_, i) => {
    const { logit = Number.NEGATIVE_INFINITY, words = null } = first[i]?.comparison ?? {};
    return logit >= least || words !== null;
  });
  const isBeside = besideAny(reached);
  return pairs.flatMap((pair, i) => {
    return first[i] ?? (isBeside(pair) ? (compared(pair, memory, ties) ?? []) : []);
  });
}

function compared(
  { pagePassage, own, speaker, number, article, meaning, evidence }: WaitingPair,
  memory: LibraryMemory,
  ties: StoryTies,
): ComparedPair | null {
  const { stored, prepared } = memory.prepared(number);
  const { language } = memory.library.articleHead(article);
  if (!isStatement(prepared, language) && stored.in === "body") return null;
  const comparison = comparePassages(own.prepared, prepared, {
    fewness: memory.fewness,
    story: tieOfDays(ties.of(article), own.daysMentioned),
    pageSpeaker: speaker,
    corpusSpeaker: stored.speaker,
    hasTitle: own.isTitle || stored.in === "title",
    meaning,
  });
  return { pagePassage, stored, article, comparison, evidence };
}

/** True for statements, quotes and titles. */
export function isMatchable(passage: ReadPassage): boolean {
  return passage.isClaim || passage.isQuoted || passage.in === "title";
}
