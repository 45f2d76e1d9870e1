import type { Library } from "../library/library.ts";
import type { StoredPassage } from "../library/rowReader.ts";
import { sourceOfPassage } from "../library/speaker.ts";
import {
  type ArticleReading,
  type Difference,
  isOtherLanguage,
  type PageMatch,
  type Reference,
  shownOutlet,
  spansOverlap,
} from "../model/index.ts";
import { type ComparedPair, isMatchable } from "./comparePage.ts";
import { type Comparison, leastLogit, standsAlone, type Verdict, verdictOf } from "./comparison.ts";
import { joinedQuote } from "./relation/quotes/joinedQuotes.ts";
import { librarySizePrior } from "./score/librarySize.ts";
import { advantageOfRivals, shareRetold, supportOfNeighbours } from "./score/neighbours.ts";
import { calibrated, logitAround, type Surroundings } from "./score/scoreModel.ts";
import { stockPhrases } from "./score/stockPhrases.ts";

/**
 * In a text of so few passages, such as a sentence that somebody selects, hardly any neighbour could
 * support a pair. Its absence says nothing then, so each pair in one language counts as supported,
 * unless the articles are far apart in time and share no date. How much of the rest is retold is
 * unknown: between two reports on one event (.2) and a page told again (.6).
 */
const mostOfShortText = 3;
const assumedOfShortText = { support: 1, retold: 0.4 };

/** The most references of a passage. Nobody reads a longer card. */
export const mostReferences = 8;
const mostReferencesOfArticle = 4;
/** The most that a second passage of the same article may score below the first. */
const scoreDrop = 0.2;

/**
 * Turns compared pairs into matches: verdicts that take neighbours and rivals into account, and the
 * best references of each passage.
 */
export function matchesOf(
  page: ArticleReading,
  library: Library,
  pairs: readonly ComparedPair[],
  minScore: number,
): readonly PageMatch[] {
  const surroundings = surroundingsOf(page, pairs);
  const isShort = page.passages.filter(isMatchable).length <= mostOfShortText;
  const sizePrior = librarySizePrior(library.passageCount);
  const phrases = stockPhrases(pairs);
  const found = new Map<number, FoundReference[]>();
  pairs.forEach((pair, i) => {
    if (phrases.has(pair.pagePassage)) return;
    const isOneLanguage = pair.comparison.meaning?.isOneLanguage ?? true;
    const prior = isOneLanguage ? sizePrior : librarySizePrior(library.passageCount, false);
    if (!pair.comparison.words && pair.comparison.logit < leastLogit(minScore, prior)) return;
    const { model, features, logit } = pair.comparison;
    const isGiven = isShort && isOneLanguage && features.farDays === 0;
    const around = isGiven ? { ...surroundings[i]!, ...assumedOfShortText } : surroundings[i]!;
    const sum = logit + prior + logitAround(around, model);
    const verdict = verdictOf(pair.comparison, calibrated(sum, around, model) - logit, minScore);
    if (!verdict || !standsAlone(pair.comparison, verdict, prior)) return;
    if (!isShort && isChanged(verdict) && mayBeOtherStory(pair.comparison)) return;
    const references = found.get(pair.pagePassage) ?? [];
    references.push({ pair, verdict });
    found.set(pair.pagePassage, references);
  });
  const matches = [...found.keys()]
    .sort((a, b) => a - b)
    .map((index) => matchOf(page, index, found.get(index)!, library, joinedAt(pairs, index)));
  return withoutOverlaps(matches, (match) => isWholeQuote(page, match));
}

function isChanged({ relation }: Verdict): boolean {
  return relation === "differs" || relation === "contradicts";
}

/** The article similarity below which an article without a date may be on any story. */
const surelyOneStory = 0.2;

/**
 * True if nothing shows that two articles are about one event: not their days, nor their matter. Then
 * another number or name is of another event: two polls, two ministries that gave no answer.
 */
function mayBeOtherStory({ story }: Comparison): boolean {
  return story.days === null && story.likeness < surelyOneStory;
}

/** Returns, by article, the "joined" difference of the page's quote at an index. */
function joinedAt(
  pairs: readonly ComparedPair[],
  pagePassage: number,
): (article: number) => Difference | null {
  const here = pairs.filter((pair) => pair.pagePassage === pagePassage);
  return (article) => {
    const ofArticle = here.filter((pair) => pair.article === article);
    if (ofArticle.length < 2) return null;
    return joinedQuote(
      ofArticle[0]!.comparison.page,
      ofArticle.map(({ stored, comparison }) => ({
        ordinal: stored.ordinal,
        passage: comparison.corpus,
      })),
    );
  };
}

/** Returns what the page's other pairs say about each: see neighbours.ts. */
export function surroundingsOf(
  page: ArticleReading,
  pairs: readonly ComparedPair[],
): readonly Surroundings[] {
  const scored = pairs.map(({ pagePassage, article, stored, comparison }) => ({
    pagePassage,
    article,
    articleIndex: stored.ordinal,
    logit: comparison.logit,
    hasTitle: comparison.features.hasTitle === 1,
  }));
  const support = supportOfNeighbours(scored);
  const rivals = advantageOfRivals(scored);
  const near = pairs.map((_, i) => ({ support: support[i]!, rivals: rivals[i]! }));
  const supported = scored.map((pair, i) => ({
    ...pair,
    logit: pair.logit + logitAround(near[i]!, pairs[i]!.comparison.model),
  }));
  const retold = shareRetold(supported, page.passages.filter(isMatchable).length);
  return near.map((its, i) => ({ ...its, retold: retold[i]! }));
}

function isWholeQuote({ passages }: ArticleReading, match: PageMatch): boolean {
  return passages.some(
    ({ unit, start, end }) => unit === "quote" && start === match.start && end === match.end,
  );
}

/**
 * Returns the matches without overlaps: a quote of several sentences replaces them if it scores as
 * high as each; otherwise they replace it.
 */
export function withoutOverlaps(
  matches: readonly PageMatch[],
  isQuote: (match: PageMatch) => boolean = () => false,
): readonly PageMatch[] {
  const bestFirst = [...matches].sort(
    (a, b) => b.score - a.score || Number(isQuote(b)) - Number(isQuote(a)) || a.start - b.start,
  );
  const kept: PageMatch[] = [];
  for (const match of bestFirst) {
    if (!kept.some((other) => other.in === match.in && spansOverlap(other, match)))
      kept.push(match);
  }
  const shown = new Set(kept);
  return matches.filter((match) => shown.has(match));
}

interface FoundReference {
  readonly pair: ComparedPair;
  readonly verdict: Verdict;
}

function matchOf(
  page: ArticleReading,
  pagePassage: number,
  found: readonly FoundReference[],
  library: Library,
  joinedIn: (article: number) => Difference | null,
): PageMatch {
  const passage = page.passages[pagePassage]!;
  const references = bestOf(found).map((one) =>
    withJoined(referenceOf(one, page, library), joinedIn(one.pair.article)),
  );
  const text = passage.in === "title" ? page.article.title : page.article.body;
  return {
    in: passage.in,
    start: passage.start,
    end: passage.end,
    exact: text.slice(passage.start, passage.end),
    kind: kindOf(passage),
    relation: references[0]!.relation,
    score: references[0]!.score,
    speaker: sourceOfPassage(page, passage).speaker,
    references,
  };
}

/** Returns a reference that reports a joined quote as joined, not as one with words added. */
function withJoined(reference: Reference, joined: Difference | null): Reference {
  if (joined === null || reference.relation === "reworded") return reference;
  const rest = reference.differences.filter(({ kind }) => kind !== "added");
  const relation = reference.relation === "verbatim" ? "near-verbatim" : reference.relation;
  return { ...reference, relation, differences: [joined, ...rest] };
}

/** Returns "quote" for somebody's words, whatever else they state. */
function kindOf({ isQuoted, unit }: Pick<StoredPassage, "isQuoted" | "unit">): PageMatch["kind"] {
  return isQuoted || unit === "quote" ? "quote" : "claim";
}

/**
 * Returns the best references, few of one article. Ties go to the passage closest in length to the
 * page's, then by id.
 */
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

/** True for a quote and a sentence of it, in either order: they are shown once. */
function isPartOfOther(a: StoredPassage, b: StoredPassage): boolean {
  return a.article === b.article && a.in === b.in && spansOverlap(a, b);
}

function referenceOf(
  { pair, verdict }: FoundReference,
  page: ArticleReading,
  library: Library,
): Reference {
  const article = library.articleHead(pair.article);
  const isForeign = isOtherLanguage(article.language, page.article.language);
  return {
    article: {
      id: article.id,
      outlet: shownOutlet(article),
      title: article.title,
      url: article.urls[0] ?? null,
      published: article.published,
      ...(isForeign ? { language: article.language! } : {}),
      ...(article.source === undefined ? {} : { source: article.source }),
    },
    passage: {
      ...{ id: pair.stored.id, text: pair.stored.text },
      ...library.contextOf(library.passagesOf(pair.article).first + pair.stored.ordinal),
    },
    relation: verdict.relation,
    score: verdict.score,
    kind: kindOf(pair.stored),
    speaker: pair.stored.speaker,
    role: pair.stored.role,
    via: pair.stored.via,
    differences: verdict.differences,
    ...(verdict.agreements === undefined ? {} : { agreements: verdict.agreements }),
    evidence: pair.evidence,
  };
}
