import type { Library } from "../../engine/library/library.ts";
import type { Steps } from "../../engine/library/steps.ts";
import type { Article, ListedStory, StoryReport } from "../../engine/model/index.ts";
import {
  articlesOfStory,
  compareStory,
  type FoundArticle,
  storyOfArticle,
  storyOfPage,
} from "../../engine/stories/storyArticles.ts";
import {
  createStoryIndex,
  recalledStoryIndex,
  type StoryIndex,
  storyIndexInSteps,
} from "../../engine/stories/storyIndex.ts";
import { listStories, searchStories } from "../../engine/stories/storyList.ts";
import { withShownSource } from "../../ingest/metadata/shownSource.ts";
import type { OpenStory, StoryKey, StoryList } from "../../messages/storyProtocol.ts";
import { nameOfLibrary, recallStories, type StoryMemory } from "./rememberedStories.ts";

/** What the service needs, given by main.ts. */
export interface StoryServicePorts {
  /** Resolves to the whole library; the same object as before if nothing has changed. */
  library(): Promise<Library>;
  /** Resolves to a number that rises with each change of the stored library, which is not read. */
  generation(): Promise<number>;
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

/** The number of stories in a part of the list. */
const storiesAPart = 30;

/** The most compared stories that are cached, since readers go back and forth. */
const mostReports = 6;

/**
 * Returns the service that finds stories. It clusters the library once, and again when the library
 * changes.
 */
export function createStoryService(ports: StoryServicePorts): StoryService {
  let indexed: Indexed | null = null;
  let reports: readonly { readonly key: string; readonly report: StoryReport }[] = [];

  async function current(): Promise<Indexed> {
    const generation = await presentGeneration();
    const library = await ports.library();
    if (indexed?.library === library) return indexed;
    const name = nameOfLibrary(library);
    const known = await recallStories(ports.memory, library, name);
    const index = known === null ? createStoryIndex(library) : recalledStoryIndex(library, known);
    indexed = { library, index, listed: listStories(index, library) };
    reports = [];
    // Not awaited: the background stays alive for a while after it has answered.
    void remember(name, indexed, generation);
    return indexed;
  }

  /** Asked before the library: a list is never kept for a later generation than its own. */
  async function presentGeneration(): Promise<number | null> {
    return ports.generation().catch(() => null);
  }

  /** Stores the stories. If that fails, they are found anew next time. */
  async function remember(
    name: string,
    { library, index, listed }: Indexed,
    generation: number | null,
  ): Promise<void> {
    const beginning = { generation, list: partOf(listed, 0, library) };
    await ports.memory
      .write({ library: name, stories: index.stories, beginning })
      .catch(() => undefined);
  }

  async function articlesOf(
    key: StoryKey,
    { library, index }: Indexed,
  ): Promise<readonly FoundArticle[] | null> {
    if (key.kind === "article") return storyOfArticle(key.id, index, library);
    const page = await ports.readPage(key.tabId);
    return page === null ? null : storyOfPage(withShownSource(page), index, library);
  }

  return {
    async list({ search, from }) {
      const { library, index, listed } = await current();
      return partOf(searchStories(listed, search, index, library), from, library);
    },
    async open(key) {
      const found = await articlesOf(key, await current());
      return found && { articles: articlesOfStory(found) };
    },
    async compare(key) {
      const now = await current();
      const found = await articlesOf(key, now);
      if (found === null) return null;
      const leastScore = await ports.leastScore();
      const name = JSON.stringify([
        leastScore,
        found.map(({ article, isPage }) => [article.id, article.body, isPage]),
      ]);
      const known = reports.find((kept) => kept.key === name);
      if (known !== undefined) return known.report;
      const report = await inTurns(compareStory(found, now.library, leastScore), ports.rest);
      if (now.library === indexed?.library) {
        reports = [...reports, { key: name, report }].slice(-mostReports);
      }
      return report;
    },
    async prepare() {
      const generation = await presentGeneration();
      const library = await ports.library();
      if (indexed?.library === library) return;
      const name = nameOfLibrary(library);
      if ((await recallStories(ports.memory, library, name)) !== null) return;
      // Stored and not kept in memory: few readers open a story while the background lives.
      const index = await inTurns(storyIndexInSteps(library), ports.rest);
      await remember(name, { library, index, listed: listStories(index, library) }, generation);
    },
  };
}

function partOf(found: readonly ListedStory[], from: number, library: Library): StoryList {
  return {
    stories: found.slice(from, from + storiesAPart),
    count: found.length,
    articles: library.articleCount,
  };
}

/** Runs all steps with a pause between them. */
async function inTurns<T>(steps: Steps<T>, rest: () => Promise<void>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await rest();
  }
}
