import type { Article, Omission } from "../../engine/model/index.ts";
import type { CarriedVectors } from "../pack/carriedVectors.ts";
import type { ExportedHistory } from "./exportedRecord.ts";
import type { ReadArticle } from "./omissions.ts";

/** One item of a file: an article, or the reason why it was refused. */
export type Item =
  | {
      readonly kind: "article";
      readonly name: string;
      readonly article: Article;
      /** What the file states of the article and could not be read. */
      readonly omissions: readonly Omission[];
      /** What an exported library says of the article. */
      readonly history?: ExportedHistory;
      /** The vectors that a pack gives for it: a claim to be checked. */
      readonly vectors?: CarriedVectors;
    }
  | Refusal;

/** What was refused, and why. `isRest`: everything after it in the file is refused as well. */
export interface Refusal {
  readonly kind: "refused";
  readonly name: string;
  readonly reason: string;
  readonly isRest?: true;
}

/** Returns an item for an article. */
export function taken(name: string, { article, omissions }: ReadArticle): Item {
  return { kind: "article", name, article, omissions };
}

/** Returns an item for a refusal, in words for the owner of the file. */
export function refused(name: string, reason: string): Refusal {
  return { kind: "refused", name, reason };
}

/** Describes an unexpected error in words: it ends the reading of one item only. */
export function faultOf(error: unknown): string {
  const { message } = Object(error) as Partial<Error>;
  return `cannot be read, by a fault of this program (${String(message ?? error).slice(0, 200)})`;
}
