import type { Article } from "../../engine/model/index.ts";
import type { CarriedVectors } from "../pack/carriedVectors.ts";
import type { ExportedHistory } from "./exportedRecord.ts";

/** One thing that a file held: an article, or what could not be taken for one, and why. */
export type Item =
  | {
      readonly kind: "article";
      readonly name: string;
      readonly article: Article;
      /** What an exported library says of it. */
      readonly history?: ExportedHistory;
      /** What a pack brings for it: a claim. */
      readonly vectors?: CarriedVectors;
    }
  | Refusal;

/** What could not be taken, and why. `isRest`: it stands for all that would have followed in its file. */
export interface Refusal {
  readonly kind: "refused";
  readonly name: string;
  readonly reason: string;
  readonly isRest?: true;
}

/** An article under its name. */
export function taken(name: string, article: Article): Item {
  return { kind: "article", name, article };
}

/** A refusal in words for the person who has the file. */
export function refused(name: string, reason: string): Refusal {
  return { kind: "refused", name, reason };
}

/** An error that nobody foresaw, in words: it ends the reading of one item, and of no other. */
export function faultOf(error: unknown): string {
  const { message } = Object(error) as Partial<Error>;
  return `cannot be read, by a fault of this program (${String(message ?? error).slice(0, 200)})`;
}
