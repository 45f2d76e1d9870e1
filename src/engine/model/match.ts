import type { ArticleId, PublicationDate, ReferenceSource, TextPart } from "./article.ts";
import type { PassageId } from "./passage.ts";
import type { Span } from "./span.ts";

/**
 * How a corpus passage stands to the page's, from the closest to the farthest: the same words; the same
 * with light edits; the same utterance or fact in other words; the same with another number, date, place
 * or actor; what cannot be true together with it ("at odds" in the interface).
 */
export const relations = [
  "verbatim",
  "near-verbatim",
  "reworded",
  "differs",
  "contradicts",
] as const;

export type Relation = (typeof relations)[number];

/** What was changed in a quote: words left out here, added here, or exchanged; two quotes made one; who said it. */
export const quoteChangeKinds = ["omitted", "added", "exchanged", "joined", "speaker"] as const;

export type QuoteChangeKind = (typeof quoteChangeKinds)[number];

export type DifferenceKind =
  | QuoteChangeKind
  | "number"
  | "date"
  | "place"
  | "actor"
  | "negation"
  | "wording";

/** A difference seen from the other side: what is left out there was added here. */
export function turnedDifference({ kind, page, corpus }: Difference): Difference {
  const other = kind === "omitted" ? "added" : kind === "added" ? "omitted" : kind;
  return { kind: other, page: corpus, corpus: page };
}

/** True for a change in what somebody is said to have said. */
export function isQuoteChange({ kind }: Pick<Difference, "kind">): boolean {
  return (quoteChangeKinds as readonly string[]).includes(kind);
}

/** One aligned slot that is not the same. An empty string means the other side has nothing there. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly page: string;
  readonly corpus: string;
}

/** What two wordings in different languages have in common, each as it is printed there. */
export interface Agreement {
  readonly kind: "name" | "number" | "date";
  readonly page: string;
  readonly corpus: string;
}

/** One corpus passage inside a match. */
export interface Reference {
  readonly article: {
    readonly id: ArticleId;
    /** The outlet's name. */
    readonly outlet: string;
    readonly title: string;
    readonly url: string | null;
    readonly published: PublicationDate | null;
    /** BCP 47; only where it is not the page's language. */
    readonly language?: string;
    /** Where it was taken from, if that is not the outlet's own site. */
    readonly source?: ReferenceSource;
  };
  readonly passage: { readonly id: PassageId; readonly text: string };
  readonly relation: Relation;
  /** 0..1: the probability that an editor would call the two the same. */
  readonly score: number;
  /** Whether the corpus passage gives someone's words, or tells something. */
  readonly kind?: "quote" | "claim";
  readonly speaker: string | null;
  /** The speaker's office or description ("Russian Foreign Minister"), where the article names one. */
  readonly role?: string | null;
  /** The chain behind the corpus passage, nearest to the corpus outlet first. */
  readonly via: readonly string[];
  readonly differences: readonly Difference[];
  /** Names, numbers and dates that both wordings have; only where it can't be seen from the words. */
  readonly agreements?: readonly Agreement[];
  /** What it was found by: words and names in common, or its meaning. */
  readonly evidence?: readonly Evidence[];
}

/** What a reference was found by. */
export type Evidence = "words" | "meaning";

/** A passage on the page paired with passages of the corpus. Offsets belong to the part named by `in`. */
export interface PageMatch extends Span {
  readonly in: TextPart;
  /** The page's text under the span, as a reader sees it. */
  readonly exact: string;
  readonly kind: "quote" | "claim";
  /** The relation of the best reference. */
  readonly relation: Relation;
  readonly score: number;
  readonly speaker: string | null;
  /** Best first; never empty. */
  readonly references: readonly Reference[];
}

/**
 * What the matcher says of one page: the object that `match --format json` prints and that the
 * background hands to page and popup. Its JSON Schema is docs/schemas/match.schema.json.
 */
export interface MatchReport {
  readonly schema: 1;
  readonly page: {
    readonly title: string;
    readonly outlet: string | null;
    readonly url: string | null;
    readonly published: PublicationDate | null;
    readonly language: string | null;
    readonly passageCount: number;
  };
  /** Set when most of the page stands in one corpus article, in the same order. `share` is 0..1. */
  readonly copyOf: { readonly article: ArticleId; readonly share: number } | null;
  /** In page order; one match a passage. */
  readonly matches: readonly PageMatch[];
  /** Matches too doubtful to be shown unless the reader asks; left out if there are none. */
  readonly doubtful?: readonly PageMatch[];
}
