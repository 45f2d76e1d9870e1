import type { Article } from "../engine/model/index.ts";

/**
 * What is known of an article from elsewhere (a file beside it, the address it was found at). A
 * value, even null, is taken as it is; a missing one is read from the document.
 */
export type KnownOfArticle = {
  readonly [Datum in Exclude<keyof Article, "id" | "body">]?: Article[Datum] | null;
};
