import type { ArticleId, ArticleSource, PublicationDate, TextPart } from "./article.ts";
import type { Agreement, Difference, DifferenceKind, Relation } from "./match.ts";
import type { PassageId } from "./passage.ts";
import type { QuoteContext } from "./quoteContext.ts";

/** An article of a story. */
export interface StoryArticle {
  readonly id: ArticleId;
  /** The outlet's name. */
  readonly outlet: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: PublicationDate | null;
  /** BCP 47, or null when unknown. */
  readonly language: string | null;
  /** Where it was taken from, if not from the outlet's own site. */
  readonly source?: ArticleSource;
  /** The open page that the reader came from; it may be in no library. */
  readonly isPage?: true;
}

/**
 * How a version compares with another of the same statement: the first one that it could be
 * compared with.
 */
export interface VersionComparison {
  /** Index of the other version in the statement. */
  readonly with: number;
  readonly relation: Relation;
  /** 0..1, as of a reference. */
  readonly score: number;
  /** `page` is what this version says, `corpus` what the other one does. */
  readonly differences: readonly Difference[];
  readonly agreements?: readonly Agreement[];
}

/** One article's version of a statement, with the text around it. */
export interface StoryVersion extends QuoteContext {
  /** Index in the story's articles. */
  readonly article: number;
  readonly passage: PassageId;
  readonly in: TextPart;
  readonly text: string;
  readonly kind: "quote" | "claim";
  readonly speaker: string | null;
  readonly role: string | null;
  /** The chain behind it, nearest to the outlet first. */
  readonly via: readonly string[];
  /** Null for the first one. */
  readonly compared: VersionComparison | null;
}

/** A quote or claim that two or more outlets print, in the words of each, in order of time. */
export interface StoryStatement {
  /** A quote if two or more outlets give it as somebody's words, or one changes what another quotes. */
  readonly kind: "quote" | "claim";
  readonly versions: readonly StoryVersion[];
}

/** The details in which outlets can disagree. */
export const disputedKinds = [
  "number",
  "date",
  "place",
  "actor",
  "negation",
] as const satisfies readonly DifferenceKind[];

/** A kind of detail that outlets may print differently. */
export type DisputedKind = (typeof disputedKinds)[number];

/**
 * One detail of a statement on which outlets differ: each value as printed, with the articles that
 * print it.
 */
export interface StoryDisagreement {
  readonly kind: DisputedKind;
  /** Index of the statement in the report. */
  readonly statement: number;
  readonly values: readonly { readonly text: string; readonly articles: readonly number[] }[];
}

/** What happened to the people that a toll counts. */
export const tollKinds = ["dead", "hurt", "missing", "arrested"] as const;

/** A kind of toll. */
export type TollKind = (typeof tollKinds)[number];

/**
 * What several articles print for the number of dead, hurt, missing or arrested people, in order of
 * time, if not all can be the same number. They may have been counted at other times.
 */
export interface StoryToll {
  readonly kind: TollKind;
  readonly values: readonly {
    readonly article: number;
    /** The number with the people that it counts, as printed. */
    readonly text: string;
    readonly passage: PassageId;
    readonly sentence: string;
  }[];
}

/** A source that an article names, with the chain that led to it. */
export interface StorySource {
  readonly article: number;
  readonly name: string;
  /** The fullest office or description that the article gives, or null. */
  readonly role: string | null;
  readonly via: readonly string[];
  /** The number of statements that it takes from the source. */
  readonly count: number;
}

/** What only one outlet of a story prints. */
export interface StoryAlone {
  readonly article: number;
  /** The number of sentences; `passages` has some of them, those with the most weight first. */
  readonly count: number;
  readonly passages: readonly {
    readonly id: PassageId;
    readonly text: string;
    readonly kind: "quote" | "claim";
    readonly speaker: string | null;
  }[];
}

/** What the outlets of a story print, side by side. It makes no judgement. */
export interface StoryReport {
  readonly schema: 1;
  /** In order of time, those without a date last. */
  readonly articles: readonly StoryArticle[];
  /**
   * The number of articles, from the first, that were compared; larger stories are compared in
   * part.
   */
  readonly compared: number;
  /** Those in most outlets first. */
  readonly statements: readonly StoryStatement[];
  readonly disagreements: readonly StoryDisagreement[];
  readonly tolls: readonly StoryToll[];
  /** By article, those named most first. */
  readonly sources: readonly StorySource[];
  /** By article. */
  readonly alone: readonly StoryAlone[];
  /** Articles that are mostly another's text, word for word, by the indices of both. */
  readonly copies: readonly { readonly article: number; readonly of: number }[];
}

/** A story in a list. */
export interface ListedStory {
  /** An article of it, by which it is opened. */
  readonly id: ArticleId;
  /** The title of the earliest article, and its language. */
  readonly title: string;
  readonly language: string | null;
  /** Some of the outlets, the earliest first, and how many there are. */
  readonly outlets: readonly string[];
  readonly outletCount: number;
  readonly articleCount: number;
  /** When its first and last articles were published, as far as is known. */
  readonly from: PublicationDate | null;
  readonly to: PublicationDate | null;
}
