import type { PageMatch, Reference } from "../../engine/model/index.ts";
import { problemOf } from "../../messages/client.ts";
import type { PageState, TabStatus } from "../../messages/protocol.ts";

/** What the popup shows of the page: its own answer, or what the background knows of the tab. */
export type PopupView =
  | Exclude<PageState, { kind: "off" }>
  | Exclude<TabStatus, { kind: "on" }>
  /** The site is on, but the page was not recognised as an article. */
  | { readonly kind: "notChecked" };

/** Returns the view for a page's own answer. */
export function viewOfPage(state: PageState): PopupView {
  return state.kind === "off" ? { kind: "offHere" } : state;
}

/**
 * Returns the view for the background's answer: "on" without an answering page means that the gate
 * did not recognise an article.
 */
export function viewOfTab(status: TabStatus): PopupView {
  return status.kind === "on" ? { kind: "notChecked" } : status;
}

/** Returns the view for a failed request. */
export function failure(error: unknown): PopupView {
  return { kind: "failed", problem: problemOf(error) };
}

/** True if there is a list to show. */
export function hasMatches(view: PopupView): view is MatchedPage {
  return (
    view.kind === "matched" && view.report.matches.some(({ references }) => references.length > 0)
  );
}

type MatchedPage = Extract<PageState, { kind: "matched" }>;

/**
 * Returns a view with one reference less. A match keeps its index in the report even without
 * references, since the page identifies matches by index.
 */
export function withoutReference(
  view: MatchedPage,
  from: PageMatch,
  reference: Reference,
): MatchedPage {
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
