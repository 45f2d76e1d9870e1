import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { ArticleId } from "../../../engine/model/index.ts";
import type { BackgroundClient } from "../../../messages/client.ts";
import {
  articlesAPart,
  type KeptArticle,
  type KeptChoices,
  type KeptPart,
  type KeptPartRequest,
  type KeptQuery,
  type KeptRemoval,
} from "../../../messages/keptProtocol.ts";
import { attemptsOf } from "../../components/attempt.ts";

/** The notice of the last action. */
export type KeptNotice =
  | { readonly kind: "failed" | "working" | "undoGone" }
  | ({ readonly kind: "removed" } & KeptRemoval);

/** The reader's own articles: the requested part of the list. */
export interface KeptModel {
  readonly query: ReadonlySignal<KeptQuery>;
  /** Null until it is known. */
  readonly part: ReadonlySignal<KeptPart | null>;
  readonly choices: ReadonlySignal<KeptChoices | null>;
  readonly selected: ReadonlySignal<ReadonlySet<ArticleId>>;
  readonly notice: ReadonlySignal<KeptNotice | null>;
  load(): Promise<void>;
  /** Changes the query and shows the list from the beginning. */
  ask(change: Partial<KeptQuery>): Promise<void>;
  showEarlier(): Promise<void>;
  showLater(): Promise<void>;
  /** Updates the part; the articles being viewed stay in it. */
  follow(): Promise<void>;
  select(id: ArticleId, isSelected: boolean): void;
  /** Selects all articles of the present list. */
  selectAll(): Promise<void>;
  selectNone(): void;
  removeSelected(): Promise<void>;
  remove(article: KeptArticle): Promise<void>;
  undoRemoval(): Promise<void>;
}

/** All articles, the newest first. */
export const defaultQuery: KeptQuery = {
  sort: "added",
  search: "",
  origin: null,
  outlet: null,
  language: null,
};

const beginning: KeptPartRequest = { from: null, at: 0, through: null };

/**
 * Returns the model of the section on the reader's articles.
 * @param rest resolves after the time between two checks for changes
 */
export function createKeptModel(
  background: BackgroundClient,
  rest: () => Promise<void> = async () => undefined,
): KeptModel {
  const query = signal(defaultQuery);
  const part = signal<KeptPart | null>(null);
  const choices = signal<KeptChoices | null>(null);
  const selected = signal<ReadonlySet<ArticleId>>(new Set());
  const notice = signal<KeptNotice | null>(null);
  const attempt = attemptsOf<KeptNotice>(notice, { kind: "failed" });
  /** The number of the last request. Only the latest counts, whichever is answered first. */
  let asked = 0;
  let following: Promise<void> | null = null;
  let isFollowingDue = false;

  /** Shows a part; `along` changes what is to be rendered together with it. */
  async function show(place: KeptPartRequest, along: () => void = () => undefined): Promise<void> {
    const turn = ++asked;
    const answer = await background("kept/list", { query: query.value, ...place });
    batch(() => {
      if (turn === asked) part.value = answer;
      along();
    });
  }

  /** Reads the same part again, with new articles and without removed ones. */
  async function lookAgain(along?: () => void): Promise<void> {
    const { first = 0, articles = [] } = part.value ?? {};
    const from = first === 0 ? null : (articles[0]?.id ?? null);
    await show({ from, at: first, through: articles.at(-1)?.id ?? null }, along);
    choices.value = await background("kept/choices", {});
  }

  async function followNews(): Promise<void> {
    do {
      isFollowingDue = false;
      await rest();
      await lookAgain();
    } while (isFollowingDue);
  }

  const remove = (ids: readonly ArticleId[]) =>
    attempt(async () => {
      notice.value = { kind: "working" };
      const removal = await background("kept/remove", { ids });
      const gone = new Set(ids);
      const tell = () => {
        selected.value = new Set([...selected.value].filter((id) => !gone.has(id)));
        notice.value = { kind: "removed", ...removal };
      };
      // What was removed can be brought back, whether or not the list could be read again.
      await lookAgain(tell).catch(tell);
    });

  return {
    query,
    part,
    choices,
    selected,
    notice,
    load: () =>
      attempt(async () => {
        await show(beginning);
        choices.value = await background("kept/choices", {});
      }),
    ask: (change) =>
      attempt(async () => {
        query.value = { ...query.value, ...change };
        await show(beginning);
      }),
    showEarlier: () =>
      attempt(async () => {
        const { first } = part.value ?? { first: 0 };
        await show({ ...beginning, at: Math.max(0, first - articlesAPart) });
      }),
    showLater: () =>
      attempt(async () => {
        const { first, articles } = part.value ?? { first: 0, articles: [] };
        await show({ ...beginning, at: first + articles.length });
      }),
    follow() {
      isFollowingDue = true;
      // A failure here is shown when the reader next does something.
      following ??= followNews()
        .catch(() => undefined)
        .finally(() => {
          following = null;
        });
      return following;
    },
    select(id, isSelected) {
      const others = [...selected.value].filter((its) => its !== id);
      selected.value = new Set(isSelected ? [...others, id] : others);
    },
    selectAll: () =>
      attempt(async () => {
        selected.value = new Set(await background("kept/ids", { query: query.value }));
      }),
    selectNone() {
      selected.value = new Set();
    },
    removeSelected: () => remove([...selected.value]),
    remove: ({ id }) => remove([id]),
    async undoRemoval() {
      const inBin = notice.value?.kind === "removed" ? notice.value.inBin : null;
      if (inBin === null) return;
      await attempt(async () => {
        notice.value = { kind: "working" };
        const { isRestored } = await background("kept/restore", { inBin });
        await lookAgain(() => {
          notice.value = isRestored ? null : { kind: "undoGone" };
        });
      });
    },
  };
}
