import { type ReadonlySignal, signal } from "@preact/signals";
import type { StoryArticle, StoryReport } from "../../engine/model/index.ts";
import type { BackgroundClient } from "../../messages/client.ts";
import type { StoryKey, StoryList } from "../../messages/storyProtocol.ts";
import type { SavedFile } from "../report/viewProps.ts";

/** What the page needs from the browser, given by main.tsx. */
export interface StoryPorts {
  readonly background: BackgroundClient;
  /** Resolves to the first part of the list of all stories; null if only the background knows it. */
  beginning(): Promise<StoryList | null>;
  /** Stores the search in the page's address, so that going back restores it. */
  rememberSearch(search: string): void;
  copy(text: string): Promise<void>;
  save(file: SavedFile): void;
}

/** The story that is open. */
export interface StoryShown {
  readonly articles: readonly StoryArticle[];
  /** Null until the articles have been compared. */
  readonly report: StoryReport | null;
}

/**
 * Why nothing is shown: "gone": the article or the page's article no longer exists; "failed": an
 * error, or the page cannot be read.
 */
export type StoryProblem = "gone" | "failed";

/** The notice of the last action. */
export type StoryNotice = "copied" | "copyFailed";

/** The contents and actions of the stories page. */
export interface StoryModel {
  /** The requested story; null if all stories are listed. */
  readonly key: StoryKey | null;
  /** Null until it is known. */
  readonly list: ReadonlySignal<StoryList | null>;
  readonly search: ReadonlySignal<string>;
  /** Null until it is known. */
  readonly story: ReadonlySignal<StoryShown | null>;
  readonly problem: ReadonlySignal<StoryProblem | null>;
  readonly notice: ReadonlySignal<StoryNotice | null>;
  load(): Promise<void>;
  searchFor(search: string): Promise<void>;
  /** Lists more of the stories that match the search. */
  listMore(): Promise<void>;
  copy(text: string): Promise<void>;
  save(file: SavedFile): void;
}

/**
 * Returns the model of the stories page.
 * @param key the story to open; null lists all that match `firstSearch`
 */
export function createStoryModel(
  ports: StoryPorts,
  key: StoryKey | null,
  firstSearch = "",
): StoryModel {
  const list = signal<StoryList | null>(null);
  const search = signal(firstSearch);
  const story = signal<StoryShown | null>(null);
  const problem = signal<StoryProblem | null>(null);
  const notice = signal<StoryNotice | null>(null);
  const { background } = ports;

  /** Runs a search. Only the latest counts, whichever is answered first. */
  async function find(sought: string): Promise<void> {
    search.value = sought;
    const known = sought === "" ? await ports.beginning().catch(() => null) : null;
    const found = known ?? (await background("story/list", { search: sought, from: 0 }));
    if (search.value === sought) list.value = found;
  }

  async function open(of: StoryKey): Promise<void> {
    const opened = await background("story/open", of);
    if (opened === null) {
      problem.value = "gone";
      return;
    }
    story.value = { ...opened, report: null };
    if (opened.articles.length < 2) return;
    const report = await background("story/compare", of);
    if (report === null) problem.value = "gone";
    else story.value = { articles: report.articles, report };
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    problem.value = null;
    await work().catch(() => {
      problem.value = "failed";
    });
  }

  async function findMore(shown: StoryList): Promise<void> {
    const from = shown.stories.length;
    const more = await background("story/list", { search: search.value, from });
    if (list.value === shown)
      list.value = { ...more, stories: [...shown.stories, ...more.stories] };
  }

  return {
    key,
    list,
    search,
    story,
    problem,
    notice,
    load: () => attempt(() => (key === null ? find(firstSearch) : open(key))),
    async searchFor(sought) {
      ports.rememberSearch(sought);
      await attempt(() => find(sought));
    },
    async listMore() {
      const shown = list.value;
      if (shown !== null) await attempt(() => findMore(shown));
    },
    async copy(text) {
      notice.value = null;
      notice.value = await ports.copy(text).then(
        () => "copied" as const,
        () => "copyFailed" as const,
      );
    },
    save: ports.save,
  };
}

/** Returns the story that an address requests ("?article=…", "?tab=7"); null if none. */
export function storyKeyIn(search: string): StoryKey | null {
  const asked = new URLSearchParams(search);
  const id = asked.get("article");
  if (id !== null) return { kind: "article", id: id as never };
  const tab = asked.get("tab");
  return tab !== null && /^\d{1,10}$/.test(tab) ? { kind: "tab", tabId: Number(tab) } : null;
}

/** Returns the address of a story, by one of its articles. */
export function storyAddress(article: string): string {
  return `story.html?article=${encodeURIComponent(article)}`;
}
