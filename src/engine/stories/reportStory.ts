/**
 * Compares the articles of a story: statements in all their versions, in order of time; details
 * that differ; the sources that each names; what only one has. It reports what is printed and makes
 * no judgement. Cost: each article is matched against the others (`npm run bench -- story`).
 */

import type { Library } from "../library/library.ts";
import { sourceOfPassage } from "../library/speaker.ts";
import type { Steps } from "../library/steps.ts";
import {
  type Agreement,
  type Article,
  type ArticleReading,
  defaultLeastScore,
  inOrderOfTime,
  isQuoteChange,
  type PassageId,
  quoteContext,
  reversedDifference,
  type StoryArticle,
  type StoryReport,
  type StoryStatement,
  type StoryVersion,
  type VersionComparison,
} from "../model/index.ts";
import {
  type ComparedPassages,
  comparedPairs,
  type PlacedPassage,
  type StoryReading,
} from "./comparedPairs.ts";
import { disagreementsIn } from "./disagreements.ts";
import { type Grouped, groupStatements, keyOf } from "./groupStatements.ts";
import { outletKey } from "./outletKey.ts";
import { isPartlyQuoted, isQuote } from "./partlyQuoted.ts";
import { aloneIn, sharedIn } from "./storyAlone.ts";
import { sourcesOf } from "./storySources.ts";
import { storyTolls } from "./storyTolls.ts";

/**
 * The most articles that are compared, the earliest first: each is compared with all others, so the
 * cost is quadratic.
 */
export const mostCompared = 24;
/** The most statements that are kept; those in most outlets come first. */
const mostStatements = 200;

/**
 * Sets the articles of a story side by side, each matched against the others; one step an article.
 * @param articles in order of time: see `inOrderOfPublication`
 * @param library contains all of them, except a page that was never saved
 * @param leastScore pairs that score less are doubtful, and make no statement: 0..1
 */
export function* reportStory(
  articles: readonly StoryReading[],
  library: Library,
  leastScore = defaultLeastScore,
): Steps<StoryReport> {
  const compared = articles.slice(0, mostCompared);
  const readings = compared.map(({ reading }) => reading);
  const { pairs, copies } = yield* comparedPairs(compared, library);
  const sure = pairs.filter((pair) => pair.score >= leastOf(pair, leastScore));
  const groups = groupStatements(sure)
    .filter((group) => outletsOf(group, readings) > 1)
    .sort((a, b) => mostOutletsFirst(a, b, readings))
    .slice(0, mostStatements);
  yield;
  const shared = sharedIn(pairs);
  return {
    schema: 1,
    articles: articles.map(({ reading }) => storyArticle(reading.article)),
    compared: compared.length,
    statements: groups.map((group) => statementOf(group, readings)),
    disagreements: groups.flatMap(disagreementsIn),
    tolls: storyTolls(readings),
    sources: readings.flatMap(sourcesOf),
    alone: readings.map((reading, article) => aloneIn(reading, article, shared)),
    copies,
  };
}

/**
 * The least score of a pair: a quote and an outlet's own sentence in other words are seldom the
 * same statement, so they need more than two quotes or two sentences do.
 */
function leastOf({ a, b, relation }: ComparedPassages, leastScore: number): number {
  const isMixed = isPartlyQuoted(a.passage) !== isPartlyQuoted(b.passage);
  return isMixed && relation === "reworded" ? Math.max(leastScore, leastOfMixed) : leastScore;
}

/** The least score of a pair of a quote and an outlet's own sentence. */
const leastOfMixed = 0.8;

/** Returns articles in order of publication, the earliest first, those without a date last. */
export function inOrderOfPublication<T extends Pick<Article, "id" | "published">>(
  articles: readonly T[],
): readonly T[] {
  return [...articles].sort(
    (a, b) => inOrderOfTime(a.published, b.published) || (a.id < b.id ? -1 : 1),
  );
}

/** Returns what a view shows of an article. */
export function storyArticle(article: Omit<Article, "body">): StoryArticle {
  return {
    id: article.id,
    outlet: article.outlet.name || article.outlet.domain || "",
    title: article.title,
    url: article.urls[0] ?? null,
    published: article.published,
    language: article.language,
    ...(article.source === undefined ? {} : { source: article.source }),
  };
}

function outletsOf({ passages }: Grouped, readings: readonly ArticleReading[]): number {
  return new Set(passages.map(({ article }) => outletKey(readings[article]!.article))).size;
}

function mostOutletsFirst(a: Grouped, b: Grouped, readings: readonly ArticleReading[]): number {
  const [first, other] = [inArticles(a)[0]!, inArticles(b)[0]!];
  return (
    outletsOf(b, readings) - outletsOf(a, readings) ||
    first.article - other.article ||
    first.ordinal - other.ordinal
  );
}

/** Returns the passages in order of time, as the articles are. */
function inArticles({ passages }: Grouped): readonly PlacedPassage[] {
  return [...passages].sort((a, b) => a.article - b.article);
}

function statementOf(group: Grouped, readings: readonly ArticleReading[]): StoryStatement {
  const passages = inArticles(group);
  const versions = passages.map(({ article, ordinal, passage }, at): StoryVersion => {
    const reading = readings[article]!;
    const { speaker, role, via } = sourceOfPassage(reading, passage);
    return {
      article,
      passage: `${reading.article.id}:${ordinal}` as PassageId,
      in: passage.in,
      text: passage.text,
      ...quoteContext(passage, reading.article),
      kind: isQuote(passage) ? "quote" : "claim",
      ...{ speaker, role, via },
      compared: comparedWith(passages, at, group.pairs),
    };
  });
  const quotes = passages.filter(({ passage }) => isPartlyQuoted(passage)).length;
  const isChanged = versions.some(({ compared }) => compared?.differences.some(isQuoteChange));
  return { kind: quotes > 1 || isChanged ? "quote" : "claim", versions };
}

/**
 * Returns the comparison with the earliest version that was paired with this one; null for the
 * first.
 */
function comparedWith(
  passages: readonly PlacedPassage[],
  at: number,
  pairs: readonly ComparedPassages[],
): VersionComparison | null {
  if (at === 0) return null;
  for (let other = 0; other < passages.length; other++) {
    const pair = other === at ? null : pairBetween(passages[at]!, passages[other]!, pairs);
    if (pair === null) continue;
    const { relation, score, differences, agreements } = pair;
    return { with: other, relation, score, differences, ...(agreements ? { agreements } : {}) };
  }
  return null;
}

/**
 * Returns the pair with `one` as the page's side, reversed if it was found the other way; or null.
 */
function pairBetween(
  one: PlacedPassage,
  other: PlacedPassage,
  pairs: readonly ComparedPassages[],
): ComparedPassages | null {
  const isPair = (a: PlacedPassage, b: PlacedPassage) => (pair: ComparedPassages) =>
    keyOf(pair.a) === keyOf(a) && keyOf(pair.b) === keyOf(b);
  const found = pairs.find(isPair(one, other));
  if (found !== undefined) return found;
  const turned = pairs.find(isPair(other, one));
  if (turned === undefined) return null;
  const { agreements } = turned;
  return {
    ...turned,
    ...{ a: one, b: other, differences: turned.differences.map(reversedDifference) },
    ...(agreements ? { agreements: agreements.map(sidesExchanged) } : {}),
  };
}

function sidesExchanged(agreement: Agreement): Agreement {
  return { ...agreement, page: agreement.corpus, corpus: agreement.page };
}
