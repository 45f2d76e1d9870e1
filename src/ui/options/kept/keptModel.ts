import { type ReadonlySignal, signal } from "@preact/signals";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { KeptArticle, MemoryChoice } from "../../../messages/keptProtocol.ts";
import { hostIn } from "../optionsModel.ts";

/** What just happened, said once. */
export type KeptNotice =
  | { readonly kind: "failed" | "notAHost" | "removed" }
  | { readonly kind: "forgotten"; readonly count: number };

/** The reader's own articles, and whether read ones become some. */
export interface KeptModel {
  /** The newest first; more can be loaded while `hasMore`. Null as long as they are not known. */
  readonly articles: ReadonlySignal<readonly KeptArticle[] | null>;
  readonly hasMore: ReadonlySignal<boolean>;
  readonly search: ReadonlySignal<string>;
  /** How many articles have the words of the search, of which the newest are listed; null without a search. */
  readonly found: ReadonlySignal<number | null>;
  readonly memory: ReadonlySignal<MemoryChoice>;
  readonly notice: ReadonlySignal<KeptNotice | null>;
  load(): Promise<void>;
  loadMore(): Promise<void>;
  /** Lists the articles that have these words; all, where there are none. */
  searchFor(words: string): Promise<void>;
  remove(article: KeptArticle): Promise<void>;
  undoRemoval(): Promise<void>;
  setRemembering(isOn: boolean): Promise<void>;
  /** What the reader typed: a host or an address. */
  exclude(typed: string): Promise<void>;
  include(host: string): Promise<void>;
  forgetRead(): Promise<void>;
}

/** Returns the model of the section on saved articles. */
export function createKeptModel(background: BackgroundClient): KeptModel {
  const articles = signal<readonly KeptArticle[] | null>(null);
  const hasMore = signal(false);
  const search = signal("");
  const found = signal<number | null>(null);
  const memory = signal<MemoryChoice>({ isOn: false, hostsOff: [] });
  const notice = signal<KeptNotice | null>(null);

  /** Runs something that the reader asked for, and says so when it fails. */
  async function attempt(run: () => Promise<void>): Promise<void> {
    notice.value = null;
    try {
      await run();
    } catch {
      notice.value = { kind: "failed" };
    }
  }

  async function list(before: readonly KeptArticle[]): Promise<void> {
    const last = before.at(-1);
    const after = last === undefined ? null : { addedAt: last.addedAt, id: last.id };
    const part = await background("kept/list", { after });
    articles.value = [...before, ...part.articles];
    hasMore.value = part.hasMore;
  }

  /** What the reader looks at, anew. Of two searches the later one counts, whichever is answered first. */
  async function relist(): Promise<void> {
    const words = search.value;
    if (words.trim() === "") {
      found.value = null;
      await list([]);
      return;
    }
    const answer = await background("kept/search", { search: words });
    if (search.value !== words) return;
    articles.value = answer.articles;
    found.value = answer.count;
    hasMore.value = false;
  }

  async function choose(change: Partial<MemoryChoice>): Promise<void> {
    memory.value = await background("memory/choose", { ...memory.value, ...change });
  }

  return {
    articles,
    hasMore,
    search,
    found,
    memory,
    notice,
    load: () =>
      attempt(async () => {
        memory.value = await background("memory/read", {});
        await list([]);
      }),
    searchFor: (words) =>
      attempt(async () => {
        search.value = words;
        await relist();
      }),
    loadMore: () => attempt(() => list(articles.value ?? [])),
    remove: ({ id }) =>
      attempt(async () => {
        await background("kept/remove", { id });
        articles.value = (articles.value ?? []).filter((article) => article.id !== id);
        if (found.value !== null) found.value -= 1;
        notice.value = { kind: "removed" };
      }),
    undoRemoval: () =>
      attempt(async () => {
        await background("kept/restore", {});
        await relist();
      }),
    setRemembering: (isOn) => attempt(() => choose({ isOn })),
    exclude: (typed) =>
      attempt(async () => {
        const host = hostIn(typed);
        if (host === null) {
          notice.value = { kind: "notAHost" };
          return;
        }
        const { hostsOff } = memory.value;
        await choose({ hostsOff: [...hostsOff.filter((its) => its !== host), host] });
      }),
    include: (host) =>
      attempt(() => choose({ hostsOff: memory.value.hostsOff.filter((its) => its !== host) })),
    forgetRead: () =>
      attempt(async () => {
        const { removed } = await background("memory/forget", {});
        await relist();
        notice.value = { kind: "forgotten", count: removed };
      }),
  };
}
