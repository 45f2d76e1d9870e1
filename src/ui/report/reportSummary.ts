import {
  comparePublished,
  type DifferenceKind,
  inOrderOfTime,
  isQuoteChange,
  type MatchReport,
  type PageMatch,
  type PublicationDate,
  type Reference,
  type Relation,
  relations,
} from "../../engine/model/index.ts";

import { printedBy } from "./printedBy.ts";

/** Who printed something, and when. */
export interface Printing {
  readonly outlet: string;
  readonly published: PublicationDate | null;
}

/** A printing whose date is known. */
export interface DatedPrinting extends Printing {
  readonly published: PublicationDate;
}

/** Who printed passages of the page first in the same or nearly the same words, and how many of them. */
export interface Earliest extends DatedPrinting {
  readonly passages: number;
}

/** In how many passages another outlet has it otherwise, by what is other. */
export interface Changes {
  readonly quotesChanged: number;
  readonly numbersDiffer: number;
  readonly datesDiffer: number;
  /** Places and who did it. */
  readonly othersDiffer: number;
  readonly atOdds: number;
}

/** What the headline says of a page. */
export interface ReportSummary {
  readonly passages: number;
  readonly outlets: number;
  /** Null when no date is known, or the first is not sure. */
  readonly earliest: Earliest | null;
  readonly changes: Changes;
  /** The article whose text most of the page is. */
  readonly copyOf: { readonly outlet: string; readonly share: number } | null;
}

/** Counts passages and outlets, and finds who printed the words of some passage first. */
export function summarise(report: MatchReport): ReportSummary {
  const articles = report.matches.flatMap(({ references }) => references.map((r) => r.article));
  const copied = articles.find(({ id }) => id === report.copyOf?.article);
  return {
    passages: report.matches.length,
    outlets: new Set(articles.map(({ outlet }) => outlet)).size,
    earliest: earliestInWords(report.matches),
    changes: changesIn(report.matches),
    copyOf: report.copyOf && copied ? { outlet: copied.outlet, share: report.copyOf.share } : null,
  };
}

function changesIn(matches: readonly PageMatch[]): Changes {
  const count = (isOne: (reference: Reference) => boolean) =>
    matches.filter(({ references }) => references.some(isOne)).length;
  const differsIn = (...kinds: readonly DifferenceKind[]) =>
    count(
      ({ relation, differences }) =>
        relation === "differs" && differences.some(({ kind }) => kinds.includes(kind)),
    );
  return {
    quotesChanged: count(({ differences }) => differences.some(isQuoteChange)),
    numbersDiffer: differsIn("number"),
    datesDiffer: differsIn("date"),
    othersDiffer: differsIn("place", "actor"),
    atOdds: count(({ relation }) => relation === "contradicts"),
  };
}

/**
 * Only the words count: an article of years before that states the same fact in a sentence of its
 * own did not print the page's passage first.
 */
function earliestInWords(matches: readonly PageMatch[]): Earliest | null {
  const printings = matches.map(({ references }) =>
    references
      .filter(({ relation }) => isInWords(relation))
      .map(({ article }) => printingOf(article)),
  );
  const [earliest, another] = earliestOf(printings.flat());
  if (earliest === undefined || another !== undefined) return null;
  const { outlet, published } = earliest;
  const isIts = (its: Printing) =>
    its.outlet === outlet && its.published?.value === published.value;
  return { ...earliest, passages: printings.filter((passage) => passage.some(isIts)).length };
}

/** Who printed an article, and when. */
export function printingOf(article: Reference["article"]): Printing {
  return { outlet: printedBy(article), published: article.published };
}

function isInWords(relation: Relation): boolean {
  return relation === "verbatim" || relation === "near-verbatim";
}

/**
 * The printings before which nothing was surely printed, one an outlet: one where it is known who was
 * first, several that came about the same time, none where no date is known.
 */
export function earliestOf(printings: readonly Printing[]): readonly DatedPrinting[] {
  const dated = printings.filter((its): its is DatedPrinting => its.published !== null);
  const isFirst = ({ published }: DatedPrinting) =>
    dated.every((other) => comparePublished(other.published, published) >= 0);
  const firsts = new Map<string, DatedPrinting>();
  for (const printing of dated.filter(isFirst)) {
    const known = firsts.get(printing.outlet);
    if (known === undefined || inOrderOfTime(printing.published, known.published) < 0) {
      firsts.set(printing.outlet, printing);
    }
  }
  return [...firsts.values()];
}

/** How many passages stand in each relation, in the order of `relations`, the empty ones left out. */
export function countRelations(
  matches: readonly PageMatch[],
): readonly { readonly relation: Relation; readonly count: number }[] {
  return relations
    .map((relation) => ({
      relation,
      count: matches.filter((match) => match.relation === relation).length,
    }))
    .filter(({ count }) => count > 0);
}
