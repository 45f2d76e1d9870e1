import type { Article } from "../engine/model/index.ts";

/**
 * What is known of an article from elsewhere (a file beside it, the address it was found at). A
 * datum that is there, null included, is taken as it is; one that is missing is read from the
 * document.
 */
export type KnownOfArticle = {
  readonly [Datum in Exclude<keyof Article, "id" | "body">]?: Article[Datum] | null;
};
