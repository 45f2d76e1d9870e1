import { type ReadonlySignal, signal } from "@preact/signals";
import type { ArticleId } from "../../../engine/model/index.ts";
import type { BackgroundClient } from "../../../messages/client.ts";
import type { KeptText } from "../../../messages/keptProtocol.ts";

/** Where an article stands in the settings, up to its id. */
const beginningOfPlace = "article/";

/** The id of the article that the address asks for, or null. */
export function articleAt(place: string): ArticleId | null {
  if (!place.startsWith(beginningOfPlace)) return null;
  return place.slice(beginningOfPlace.length) as ArticleId;
}

/** The address of an article as it was kept. */
export function articleAddress(id: ArticleId): string {
  return `options.html#${beginningOfPlace}${encodeURIComponent(id)}`;
}

/** An article as it was kept. */
export interface ArticleModel {
  /** "missing": it is not there, or cannot be read. Null as long as that is not known. */
  readonly text: ReadonlySignal<KeptText | "missing" | null>;
  /** `version`: a place among its versions; null for the one that is searched. */
  open(id: ArticleId, version: number | null): Promise<void>;
}

/** Returns the model of an article as it is kept. */
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
