import type { DateMention } from "../../model/index.ts";
import type { YearAnchor } from "../dates/yearAnchor.ts";
import type { TableText } from "./tableText.ts";

/**
 * A text that is read by a language table and the day it was published, while its dates are read.
 */
export interface TableDateContext extends TableText {
  readonly day: number | null;
  anchor: YearAnchor | null;
}

/** A date as its tokens [first, next) say it. */
export interface TableDate {
  readonly first: number;
  readonly next: number;
  readonly value: string | null;
  readonly precision: DateMention["precision"];
  readonly relative: boolean;
}
