import { type LibraryMemory, remembered } from "../libraryMemory.ts";
import type { StoryTies } from "../score/story.ts";
import { NearestPassages } from "./nearestPassages.ts";
import type { PageTerms } from "./pageTerms.ts";
import { ToldPassages } from "./toldPassages.ts";

/** Of the nearest, weighed anew by what tells passages of one article apart. */
const mostTold = 16;
const mostAligned = 8;
/** Articles of the same story whose every passage is a candidate, and how alike they must be. */
const mostStories = 6;
const storyLikeness = 0.1;
/** What a tie of story adds to the likeness of two passages, 0..1 both. */
const storyShare = 0.5;
/** Less in common than this was never a match, whatever stood around it. */
const leastCosine = 0.08;
/** Nor less of both: on 80 pages of bulk news none of 759 references had. */
const leastScore = 0.2;

/**
 * Finds, for each passage of a page, the few passages of the library worth aligning, best first.
 *
 * Three sources, then two rescorings: the rarest terms first, until a share of the library has
 * been read; fingerprints, of which two must agree; and the passages of articles that tell the
 * same story, which need share little with the page's words. Cost a passage: the budget, then
 * the terms of the passages that are rescored.
 *
 * @param prints the fingerprints of each passage
 * @param excluded numbers of articles that are not looked at
 * @param isShown whether an article may be shown; asked of the nearest only
 * @param among numbers of the only articles that are looked at, with every passage; null: all
 */
export function findCandidates(
  prints: readonly Uint32Array[],
  terms: PageTerms,
  memory: LibraryMemory,
  ties: StoryTies,
  excluded: ReadonlySet<number>,
  isShown: (article: number) => boolean,
  among: readonly number[] | null = null,
): readonly (readonly number[])[] {
  const { library } = memory;
  const near =
    among === null ? nearestOf(prints, terms, memory, excluded, isShown) : prints.map(() => []);
  const stories = (among ?? sameStories(near, memory, ties)).flatMap((article) => {
    const { first, count } = library.passagesOf(article);
    const part = memory.parts[memory.partOfArticle(article)]!;
    return Array.from({ length: count }, (_, i) => first + i).filter((passage) =>
      part.isMatchable(passage - part.part.firstPassage),
    );
  });
  const told = new ToldPassages(memory, terms, stories);
  return near.map((found, i) => {
    const scored: { readonly passage: number; readonly score: number }[] = [];
    for (const { passage, cosine } of told.of(terms.ofPassage[i]!, found, leastCosine)) {
      const score = cosine + storyShare * ties.likenessOf(library.articleOf(passage));
      if (score >= leastScore) scored.push({ passage, score });
    }
    return scored
      .sort((a, b) => b.score - a.score || orderOf(memory, a.passage) - orderOf(memory, b.passage))
      .slice(0, mostAligned)
      .map(({ passage }) => passage);
  });
}

/** Of each passage, what the rarest terms and the fingerprints lead to. */
function nearestOf(
  prints: readonly Uint32Array[],
  terms: PageTerms,
  memory: LibraryMemory,
  excluded: ReadonlySet<number>,
  isShown: (article: number) => boolean,
): readonly (readonly number[])[] {
  const nearest = new NearestPassages(memory, terms, excluded);
  return prints.map((own, i) =>
    nearest
      .of(terms.ofPassage[i]!, own, mostTold)
      .filter((passage) => isShown(memory.library.articleOf(passage))),
  );
}

/** The articles most often met that are tied to the page by story. */
function sameStories(
  found: readonly (readonly number[])[],
  { library }: LibraryMemory,
  ties: StoryTies,
): readonly number[] {
  const times = new Map<number, number>();
  for (const passages of found) {
    for (const article of new Set(
      passages.slice(0, mostAligned).map((p) => library.articleOf(p)),
    )) {
      times.set(article, (times.get(article) ?? 0) + 1);
    }
  }
  const idOf = remembered(library.articleEnd, (article) => library.articleId(article));
  const inOrder = (a: number, b: number) => (idOf(a) < idOf(b) ? -1 : 1);
  return [...times]
    .sort((a, b) => b[1] - a[1] || inOrder(a[0], b[0]))
    .slice(0, mostStories * 4)
    .map(([article]) => ({ article, likeness: ties.likenessOf(article) }))
    .filter(({ likeness }) => likeness >= storyLikeness)
    .sort((a, b) => b.likeness - a.likeness || inOrder(a.article, b.article))
    .slice(0, mostStories)
    .map(({ article }) => article);
}

/** Equals in an order that does not depend on how the library was put together. */
function orderOf({ parts, partOfPassage }: LibraryMemory, number: number): number {
  const { segment, firstPassage } = parts[partOfPassage(number)]!.part;
  return segment.rows.orderKey(number - firstPassage);
}
