import type { MatchReport, PageMatch, QuoteContext, Reference } from "../../engine/model/index.ts";
import type { ArchiveState } from "../../messages/archiveProtocol.ts";
import { problemOf } from "../../messages/client.ts";
import type {
  MeaningProgress,
  PageState,
  ProblemCode,
  ReadExtent,
  TabStatus,
} from "../../messages/protocol.ts";

/** What the popup shows of the page. */
export type PopupView =
  /** `words`: how many are being compared; null while the page is still read. */
  | { readonly kind: "reading"; readonly words: number | null }
  | {
      readonly kind: "matched";
      readonly report: MatchReport;
      readonly placed: readonly boolean[];
      readonly contexts?: readonly QuoteContext[];
      /** How far it was compared by meaning when it was asked; null where only words are compared. */
      readonly meaning: MeaningProgress | null;
      /** How asking the archive stood then; null where none is asked. */
      readonly archive: ArchiveState | null;
      /** Only where far less was read than the page says there is. */
      readonly part?: ReadExtent;
    }
  /** The site is on, but the page was not taken for an article. */
  | { readonly kind: "notChecked" }
  | { readonly kind: "offHere" }
  | { readonly kind: "offEverywhere" }
  | { readonly kind: "onClick" }
  | { readonly kind: "noPermission" }
  | { readonly kind: "notAllowed" }
  | { readonly kind: "failed"; readonly problem: ProblemCode };

/** What the page says of itself. */
export function viewOfPage(state: PageState): PopupView {
  switch (state.kind) {
    case "reading":
      return state;
    case "off":
      return { kind: "offHere" };
    case "failed":
      return { kind: "failed", problem: state.problem };
    case "matched":
      return state;
    default: {
      const never: never = state;
      return never;
    }
  }
}

/** What the background knows: "on" without an answering page means that the gate did not take it for an article. */
export function viewOfTab(status: TabStatus): PopupView {
  return status.kind === "on" ? { kind: "notChecked" } : { kind: status.kind };
}

/** The view of a question that failed. */
export function failure(error: unknown): PopupView {
  return { kind: "failed", problem: problemOf(error) };
}

/** Whether there is a list to show. */
export function hasMatches(view: PopupView): view is MatchedView {
  return (
    view.kind === "matched" && view.report.matches.some(({ references }) => references.length > 0)
  );
}

type MatchedView = Extract<PopupView, { kind: "matched" }>;

/**
 * A view with one reference less. A match keeps its place in the report, also when it has no reference left: places are
 * what the page knows.
 */
export function withoutReference(
  view: MatchedView,
  from: PageMatch,
  reference: Reference,
): MatchedView {
  const without = (match: PageMatch): PageMatch => {
    if (match.start !== from.start || match.in !== from.in) return match;
    const references = match.references.filter(
      ({ passage }) => passage.id !== reference.passage.id,
    );
    return { ...match, references, relation: references[0]?.relation ?? match.relation };
  };
  const { matches, doubtful = [] } = view.report;
  const report = {
    ...view.report,
    matches: matches.map(without),
    doubtful: doubtful.map(without).filter(({ references }) => references.length > 0),
  };
  return { ...view, report };
}
