import type { ArticleId, ArticleSource, PublicationDate, TextPart } from "./article.ts";
import type { Agreement, Difference, DifferenceKind, Relation } from "./match.ts";
import type { PassageId } from "./passage.ts";

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
  /** Where it was taken from, if that is not the outlet's own site. */
  readonly source?: ArticleSource;
  /** The open page that the reader came from; it may be in no library. */
  readonly isPage?: true;
}

/** How a version stands to another of the same statement, the first one where they could be compared. */
export interface VersionComparison {
  /** Place of the other version in the statement. */
  readonly with: number;
  readonly relation: Relation;
  /** 0..1, as of a reference. */
  readonly score: number;
  /** `page` is what this version says, `corpus` what the other one does. */
  readonly differences: readonly Difference[];
  readonly agreements?: readonly Agreement[];
}

/** What one article prints of a statement. */
export interface StoryVersion {
  /** Place in the story's articles. */
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

/** What two or more outlets print: the same quote or claim, in each one's words, in order of time. */
export interface StoryStatement {
  /** A quote if any outlet gives it as somebody's words. */
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

/** A kind of detail that outlets may print otherwise. */
export type DisputedKind = (typeof disputedKinds)[number];

/** One detail of a statement that outlets give otherwise: each value as it is printed, and who prints it. */
export interface StoryDisagreement {
  readonly kind: DisputedKind;
  /** Place of the statement in the report. */
  readonly statement: number;
  readonly values: readonly { readonly text: string; readonly articles: readonly number[] }[];
}

/** Whom an article names as a source, and by which way it has it from there. */
export interface StorySource {
  readonly article: number;
  readonly name: string;
  /** The fullest office or description that the article gives, or null. */
  readonly role: string | null;
  readonly via: readonly string[];
  /** How many statements it has from there. */
  readonly count: number;
}

/** What no other outlet of a story prints. */
export interface StoryAlone {
  readonly article: number;
  /** How many sentences; `passages` holds some of them, the most telling first. */
  readonly count: number;
  readonly passages: readonly {
    readonly id: PassageId;
    readonly text: string;
    readonly kind: "quote" | "claim";
    readonly speaker: string | null;
  }[];
}

/** What the outlets of a story print, side by side. It judges nothing. */
export interface StoryReport {
  readonly schema: 1;
  /** In order of time, those without a date last. */
  readonly articles: readonly StoryArticle[];
  /** So many of them, from the first, were compared; a story of more is compared in part. */
  readonly compared: number;
  /** Those in most outlets first. */
  readonly statements: readonly StoryStatement[];
  readonly disagreements: readonly StoryDisagreement[];
  /** By article, those named most first. */
  readonly sources: readonly StorySource[];
  /** By article. */
  readonly alone: readonly StoryAlone[];
  /** Articles that are mostly another's text, word for word, as places of both. */
  readonly copies: readonly { readonly article: number; readonly of: number }[];
}
