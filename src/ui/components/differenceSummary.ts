import type { Difference, DifferenceKind, PageMatch, Reference } from "../../engine/model/index.ts";
import { plural, type Wording } from "./wording.ts";

/** A short description of how a match's wording differs, and of which reference. */
export interface DifferenceSummary {
  /** "shortened by 9 words", "250 here, more than 200 there". */
  readonly words: string;
  readonly reference: Reference;
  /** The differences that `words` describes in full, so that the list below can leave them out. */
  readonly described: readonly Difference[];
}

/** The most parts on one line. */
const mostParts = 2;

/**
 * Returns the first of a match's references that differs in more than its wording, and how; null if
 * none does.
 */
export function summariseDifference(match: PageMatch, wording: Wording): DifferenceSummary | null {
  for (const reference of match.references) {
    const { parts, described } = partsOf(reference.differences, wording);
    if (parts.length === 0) continue;
    const words = parts.slice(0, mostParts).join(" · ");
    const isFirst = reference === match.references[0];
    return {
      words: isFirst ? words : wording.t("toldOf", [reference.article.outlet, words]),
      reference,
      // The list shows a difference that does not fit on the line.
      described: isFirst && parts.length <= mostParts ? described : [],
    };
  }
  return null;
}

/** Changes of a quote that are described by their number of words, in this order. */
const counted = [
  ["omitted", "toldShortened"],
  ["added", "toldLengthened"],
  ["exchanged", "toldExchanged"],
] as const satisfies readonly (readonly [DifferenceKind, string])[];

/** Differences that are described by both values, in this order. */
const paired: readonly DifferenceKind[] = [
  "speaker",
  "number",
  "date",
  "place",
  "actor",
  "negation",
];

function partsOf(differences: readonly Difference[], wording: Wording) {
  const changes = counted.flatMap(([kind, key]) => {
    const words = differences
      .filter((difference) => difference.kind === kind)
      .reduce((sum, { page, corpus }) => sum + Math.max(wordCount(page), wordCount(corpus)), 0);
    return words === 0 ? [] : [plural(wording, key, words)];
  });
  const isJoined = differences.some(({ kind }) => kind === "joined");
  const described = paired.flatMap((kind) => differences.filter((its) => its.kind === kind));
  return {
    parts: [
      ...changes,
      ...(isJoined ? [wording.t("differenceJoined")] : []),
      ...described.map((difference) => describePair(difference, wording)),
    ],
    described,
  };
}

function describePair({ page, corpus }: Difference, { t }: Wording): string {
  if (corpus === "") return t("differenceOnlyHere", [page]);
  if (page === "") return t("differenceOnlyThere", [corpus]);
  return t("toldPair", [page, corpus]);
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
}
