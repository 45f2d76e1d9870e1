import type { Article, Omission, RefusalReason } from "../../engine/model/index.ts";
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
  readonly reason: RefusalReason;
  readonly isRest?: true;
}

/** Returns an item for an article. */
export function taken(name: string, { article, omissions }: ReadArticle): Item {
  return { kind: "article", name, article, omissions };
}

/** Returns an item for a refusal. */
export function refused(name: string, reason: RefusalReason): Refusal {
  return { kind: "refused", name, reason };
}

/** Describes an unexpected error: it ends the reading of one item only. */
export function faultOf(error: unknown): RefusalReason {
  const { message } = Object(error) as Partial<Error>;
  return { key: "refusedFault", values: [String(message ?? error).slice(0, 200)] };
}
