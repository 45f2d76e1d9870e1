import { defaultLeastScore } from "../engine/model/index.ts";
import type { ReportChoices } from "./protocol.ts";

/** "weight": changes and differences first, then the most certain; "page": in page order. */
export type ListOrder = "weight" | "page";

/**
 * A place with a list of passages: the popup shows the most important first, the panel follows the
 * page.
 */
export type ListSurface = "popup" | "sidePanel";

/** The order of the passages for a reader who has chosen none. */
export const defaultOrder: Readonly<Record<ListSurface, ListOrder>> = {
  popup: "weight",
  sidePanel: "page",
};

/** The choices of a reader who has chosen nothing. */
export const defaultChoices: ReportChoices = {
  leastScore: defaultLeastScore,
  relationsHidden: [],
  dismissed: [],
};
