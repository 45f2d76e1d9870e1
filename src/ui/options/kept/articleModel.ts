import { type ReadonlySignal, signal } from "@preact/signals";
import type { ArticleId } from "../../../engine/model/index.ts";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { KeptText } from "../../../messages/keptProtocol.ts";

/** The beginning of an article's address in the settings; its id follows. */
const articlePrefix = "article/";

/** Returns the id of the article in the settings' address; null if there is none. */
export function articleAt(fragment: string): ArticleId | null {
  if (!fragment.startsWith(articlePrefix)) return null;
  return fragment.slice(articlePrefix.length) as ArticleId;
}

/** Returns the settings' address of a saved article. */
export function articleAddress(id: ArticleId): string {
  return `options.html#${articlePrefix}${encodeURIComponent(id)}`;
}

/** A saved article as the settings show it. */
export interface ArticleModel {
  /** The text; "missing" if it is not there or cannot be read; null until that is known. */
  readonly text: ReadonlySignal<KeptText | "missing" | null>;
  /**
   * Opens an article. `version`: an index among its versions; null for the one that is searched.
   */
  open(id: ArticleId, version: number | null): Promise<void>;
}

/** Returns the model of a saved article. */
export function createArticleModel(background: BackgroundClient): ArticleModel {
  const text = signal<KeptText | "missing" | null>(null);
  let asked = 0;
  return {
    text,
    async open(id, version) {
      const turn = ++asked;
      const isSame = text.value !== "missing" && text.value?.article.id === id;
      if (!isSame) text.value = null;
      const found = await background("kept/article", { id, version }).catch(() => null);
      if (turn === asked) text.value = found ?? "missing";
    },
  };
}
