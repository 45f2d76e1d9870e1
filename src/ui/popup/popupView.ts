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
  /** `words`: the number of words being compared; null while the page is still read. */
  | { readonly kind: "reading"; readonly words: number | null }
  | {
      readonly kind: "matched";
      readonly report: MatchReport;
      readonly placed: readonly boolean[];
      readonly contexts?: readonly QuoteContext[];
      /** The progress of comparing by meaning at that time; null if only words are compared. */
      readonly meaning: MeaningProgress | null;
      /** The state of the archive's answer at that time; null if none is asked. */
      readonly archive: ArchiveState | null;
      /** Set only if far less was read than the page states. */
      readonly part?: ReadExtent;
    }
  /** The site is on, but the page was not recognised as an article. */
  | { readonly kind: "notChecked" }
  | { readonly kind: "offHere" }
  | { readonly kind: "offEverywhere" }
  | { readonly kind: "onClick" }
  | { readonly kind: "noPermission" }
  | { readonly kind: "notAllowed" }
  | { readonly kind: "failed"; readonly problem: ProblemCode };

/** Returns the view for a page's own answer. */
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

/**
 * Returns the view for the background's answer: "on" without an answering page means that the gate
 * did not recognise an article.
 */
export function viewOfTab(status: TabStatus): PopupView {
  return status.kind === "on" ? { kind: "notChecked" } : { kind: status.kind };
}

/** Returns the view for a failed request. */
export function failure(error: unknown): PopupView {
  return { kind: "failed", problem: problemOf(error) };
}

/** True if there is a list to show. */
export function hasMatches(view: PopupView): view is MatchedView {
  return (
    view.kind === "matched" && view.report.matches.some(({ references }) => references.length > 0)
  );
}

type MatchedView = Extract<PopupView, { kind: "matched" }>;

/**
 * Returns a view with one reference less. A match keeps its index in the report even without
 * references, since the page identifies matches by index.
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
