import { readArticle } from "../../engine/extract/readArticle.ts";
import type { Library } from "../../engine/library/library.ts";
import { addressHashes } from "../../engine/library/pageAddress.ts";
import type { Steps } from "../../engine/library/steps.ts";
import { isSamePage } from "../../engine/match/samePage.ts";
import type { Article, ArticleId, StoryReport } from "../../engine/model/index.ts";
import type { StoryReading } from "../../engine/stories/comparedPairs.ts";
import {
  createStoryIndex,
  recalledStoryIndex,
  type StoryIndex,
  storyIndexInSteps,
} from "../../engine/stories/storyIndex.ts";
import { inTime, storyArticle, tellStory } from "../../engine/stories/tellStory.ts";
import { withShownSource } from "../../ingest/metadata/shownSource.ts";
import type { ListedStory, OpenStory, StoryKey, StoryList } from "../../messages/storyProtocol.ts";
import { nameOfLibrary, recallStories, type StoryMemory } from "./rememberedStories.ts";
import { listStories, searchStories } from "./storyList.ts";

/** What the service needs, given by main.ts. */
export interface StorySources {
  /** Resolves to the whole library; the same object as before if nothing has changed. */
  library(): Promise<Library>;
  /** Resolves to the article of an open page; null if there is none. */
  readPage(tabId: number): Promise<Article | null>;
  /** Resolves to the score below which matches are doubtful: the reader's choice. */
  leastScore(): Promise<number>;
  readonly memory: StoryMemory;
  /** Lets pages be answered between two articles. */
  rest(): Promise<void>;
}

/** The stories of the library. It holds nothing that cannot be computed again. */
export interface StoryService {
  list(request: { readonly search: string; readonly from: number }): Promise<StoryList>;
  open(key: StoryKey): Promise<OpenStory | null>;
  compare(key: StoryKey): Promise<StoryReport | null>;
  /**
   * Finds the stories of the present library, a little at a time, so that no request waits for it.
   */
  prepare(): Promise<void>;
}

/** The stories of a library, valid while the library is the same. */
interface Indexed {
  readonly library: Library;
  readonly index: StoryIndex;
  readonly listed: readonly ListedStory[];
}

/** The most compared stories that are cached, since readers go back and forth. */
const mostReports = 6;

/**
 * Returns the service that finds stories. It clusters the library once, and again when the library
 * changes.
 */
export function createStoryService(sources: StorySources): StoryService {
  let indexed: Indexed | null = null;
  let reports: readonly { readonly key: string; readonly report: StoryReport }[] = [];

  async function current(): Promise<Indexed> {
    const library = await sources.library();
    if (indexed?.library === library) return indexed;
    return keep(library, await indexOf(library));
  }

  function keep(library: Library, index: StoryIndex): Indexed {
    indexed = { library, index, listed: listStories(index, library) };
    reports = [];
    return indexed;
  }

  async function indexOf(library: Library): Promise<StoryIndex> {
    const name = nameOfLibrary(library);
    const known = await recallStories(sources.memory, library, name);
    if (known !== null) return recalledStoryIndex(library, known);
    const index = createStoryIndex(library);
    await remember(name, index);
    return index;
  }

  /** Stores the stories. If that fails, they are found anew next time. */
  async function remember(library: string, { stories }: StoryIndex): Promise<void> {
    await sources.memory.write({ library, stories }).catch(() => undefined);
  }

  async function articlesOf(key: StoryKey, { library, index }: Indexed) {
    if (key.kind === "article") return ofLibrary(numberOf(key.id, library), index, library);
    const page = await sources.readPage(key.tabId);
    return page === null ? null : withPage(page, index, library);
  }

  return {
    async list(request) {
      const { library, index, listed } = await current();
      return searchStories(listed, request, index, library);
    },
    async open(key) {
      const found = await articlesOf(key, await current());
      return found && { articles: found.map(({ article, isPage }) => told(article, isPage)) };
    },
    async compare(key) {
      const now = await current();
      const found = await articlesOf(key, now);
      if (found === null) return null;
      const leastScore = await sources.leastScore();
      const name = JSON.stringify([
        leastScore,
        found.map(({ article }) => [article.id, article.body]),
      ]);
      const known = reports.find((kept) => kept.key === name);
      if (known !== undefined) return known.report;
      const report = await tellInTurns(found, now.library, leastScore);
      if (now.library === indexed?.library) {
        reports = [...reports, { key: name, report }].slice(-mostReports);
      }
      return report;
    },
    async prepare() {
      const library = await sources.library();
      if (indexed?.library === library) return;
      const name = nameOfLibrary(library);
      if ((await recallStories(sources.memory, library, name)) !== null) return;
      // Stored and not kept in memory: few readers open a story while the background lives.
      await remember(name, await inTurns(storyIndexInSteps(library), sources.rest));
    },
  };

  async function tellInTurns(
    found: readonly FoundArticle[],
    library: Library,
    leastScore: number,
  ): Promise<StoryReport> {
    const readings: StoryReading[] = [];
    for (const { article, number } of found) {
      readings.push({ reading: readArticle(article), number });
      await sources.rest();
    }
    const report = await inTurns(tellStory(readings, library, leastScore), sources.rest);
    return withPageMarked(report, found);
  }
}

/** Runs all steps with a pause between them. */
async function inTurns<T>(steps: Steps<T>, rest: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await rest();
  }
}

/** An article of a story and its number in the library; null for a page that is not in it. */
interface FoundArticle {
  readonly article: Article;
  readonly number: number | null;
  readonly isPage: boolean;
}

function numberOf(id: ArticleId, library: Library): number | null {
  for (const { segment, firstArticle } of library.parts) {
    for (let local = 0; local < segment.articleCount; local++) {
      if (segment.deleted?.isArticle(local)) continue;
      if (segment.rows.articleId(local) === id) return firstArticle + local;
    }
  }
  return null;
}

function ofLibrary(
  number: number | null,
  index: StoryIndex,
  library: Library,
  pageNumber: number | null = null,
): readonly FoundArticle[] | null {
  if (number === null) return null;
  return sorted(
    index.storyOf(number).map((its) => ({
      article: articleAt(its, library),
      number: its,
      isPage: its === pageNumber,
    })),
  );
}

/**
 * Returns the articles of a page's story. A saved page is one of them; another page is added to the
 * articles on the same story.
 */
function withPage(
  page: Article,
  index: StoryIndex,
  library: Library,
): readonly FoundArticle[] | null {
  const there = [...library.articlesAt(addressHashes(page.urls))];
  const kept = there.find((number) => isSamePage(page, library.articleHead(number)));
  if (kept !== undefined) return ofLibrary(kept, index, library, kept);
  const near = index.storyNear(readArticle(page));
  return sorted([
    ...near.map((number) => ({ article: articleAt(number, library), number, isPage: false })),
    { article: page, number: null, isPage: true },
  ]);
}

function articleAt(number: number, library: Library): Article {
  const part = library.parts.findLast(({ firstArticle }) => firstArticle <= number)!;
  return part.segment.rows.article(number - part.firstArticle);
}

function sorted(found: readonly FoundArticle[]): readonly FoundArticle[] {
  const byId = new Map(found.map((one) => [one.article.id, one]));
  return inTime(found.map(({ article }) => article)).map(({ id }) => byId.get(id)!);
}

function told(article: Article, isPage: boolean) {
  return {
    ...storyArticle(withShownSource(article)),
    ...(isPage ? { isPage: true as const } : {}),
  };
}

function withPageMarked(report: StoryReport, found: readonly FoundArticle[]): StoryReport {
  return { ...report, articles: found.map(({ article, isPage }) => told(article, isPage)) };
}
