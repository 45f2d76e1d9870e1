import type { MatchReport, PageMatch, Reference } from "../model/index.ts";

/** How a reference is presented. */
export type Standing = "shown" | "doubtful" | "hidden";

/**
 * Splits a report into what is shown and the doubtful matches, which the reader has to ask for. A
 * passage with references of both kinds is in both parts. Hidden references are left out.
 */
export function splitReport(
  report: MatchReport,
  standingOf: (match: PageMatch, reference: Reference) => Standing,
): MatchReport {
  const part = (standing: Standing) =>
    report.matches.flatMap((match): PageMatch[] => {
      const references = match.references.filter((its) => standingOf(match, its) === standing);
      const [best] = references;
      if (best === undefined) return [];
      if (references.length === match.references.length) return [match];
      return [{ ...match, references, relation: best.relation, score: best.score }];
    });
  const doubtful = part("doubtful");
  return { ...report, matches: part("shown"), ...(doubtful.length > 0 ? { doubtful } : {}) };
}
