import type { MatchReport } from "../../engine/model/index.ts";
import type { ListedMatch } from "./listedMatch.ts";

/** What the reader can do with what a view lists. */
export interface ReportActions {
  /** @param index the match's place in the report */
  jumpTo(index: number): void;
}

/** What every view is given. */
export interface ViewProps {
  readonly report: MatchReport;
  /** The matches left by the filter. */
  readonly listed: readonly ListedMatch[];
  readonly actions: ReportActions;
  /** The match that the page shows at the moment, where a view follows it. */
  readonly inView: number | null;
}
