import type { ArticleId, PublicationDate, ReferenceSource, TextPart } from "./article.ts";
import type { PassageId } from "./passage.ts";
import type { QuoteContext } from "./quoteContext.ts";
import type { Span } from "./span.ts";

/**
 * Relations of a corpus passage to the page's, from the closest to the farthest: the same words;
 * the same words lightly edited; the same utterance or fact in other words; the same with another
 * number, date, place or actor; a statement that cannot be true together with it ("at odds" in the
 * interface).
 */
export const relations = [
  "verbatim",
  "near-verbatim",
  "reworded",
  "differs",
  "contradicts",
] as const;

/** One of the relations. */
export type Relation = (typeof relations)[number];

/**
 * Changes to a quote: words left out here, words added here, words exchanged, two quotes joined,
 * another speaker.
 */
export const quoteChangeKinds = ["omitted", "added", "exchanged", "joined", "speaker"] as const;

/** One kind of change to a quote. */
export type QuoteChangeKind = (typeof quoteChangeKinds)[number];

/** The kind of a difference between two passages. */
export type DifferenceKind =
  | QuoteChangeKind
  | "number"
  | "date"
  | "place"
  | "actor"
  | "negation"
  | "wording";

/** Returns a difference as seen from the other side: words left out there were added here. */
export function reversedDifference({ kind, page, corpus }: Difference): Difference {
  const other = kind === "omitted" ? "added" : kind === "added" ? "omitted" : kind;
  return { kind: other, page: corpus, corpus: page };
}

/** True for a change in what somebody is said to have said. */
export function isQuoteChange({ kind }: Pick<Difference, "kind">): boolean {
  return (quoteChangeKinds as readonly string[]).includes(kind);
}

/**
 * One aligned slot in which two passages differ. An empty string means that one side has nothing
 * there.
 */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly page: string;
  readonly corpus: string;
}

/** A name, number or date that two wordings in different languages share, as each prints it. */
export interface Agreement {
  readonly kind: "name" | "number" | "date";
  readonly page: string;
  readonly corpus: string;
}

/** A corpus passage as its article printed it; the text around it may be unknown. */
export interface ReferencePassage extends Partial<QuoteContext> {
  readonly id: PassageId;
  readonly text: string;
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
    /** Where it was taken from, if not from the outlet's own site. */
    readonly source?: ReferenceSource;
  };
  readonly passage: ReferencePassage;
  readonly relation: Relation;
  /** 0..1: the probability that an editor would call the two the same. */
  readonly score: number;
  /** "quote" if the corpus passage gives someone's words, otherwise "claim". */
  readonly kind?: "quote" | "claim";
  readonly speaker: string | null;
  /** The speaker's office or description ("Russian Foreign Minister"), where the article names one. */
  readonly role?: string | null;
  /** The chain behind the corpus passage, nearest to the corpus outlet first. */
  readonly via: readonly string[];
  readonly differences: readonly Difference[];
  /** Names, numbers and dates that both wordings have; only where it can't be seen from the words. */
  readonly agreements?: readonly Agreement[];
  /** The evidence it was found by: common words and names, or meaning. */
  readonly evidence?: readonly Evidence[];
}

/** The evidence that a reference was found by. */
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
 * The result of matching one page: the object that `match --format json` prints and that the
 * background sends to page and popup. Its JSON Schema is docs/schemas/match.schema.json.
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
  /** Set if most of the page is in one corpus article, in the same order. `share` is 0..1. */
  readonly copyOf: { readonly article: ArticleId; readonly share: number } | null;
  /** In page order; one match a passage. */
  readonly matches: readonly PageMatch[];
  /** Matches too doubtful to be shown unless the reader asks; left out if there are none. */
  readonly doubtful?: readonly PageMatch[];
}
