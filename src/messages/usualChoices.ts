import { usualLeastScore } from "../engine/model/index.ts";
import type { ReportChoices } from "./protocol.ts";

/** What is shown to a reader who has chosen nothing. */
export const usualChoices: ReportChoices = {
  leastScore: usualLeastScore,
  relationsHidden: [],
  dismissed: [],
};
