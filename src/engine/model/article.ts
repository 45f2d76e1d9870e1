/** Identifies an article: stable for the same outlet, address and title. */
export type ArticleId = string & { readonly __brand: "ArticleId" };

/** The publisher. `domain` is null if the address is not known. */
export interface Outlet {
  readonly name: string;
  readonly domain: string | null;
}

/** How a fact is known: printed by the outlet, or inferred from something else. */
export type Basis = "stated" | "inferred";

/** How exactly the publication time of an article is known. */
export type DatePrecision = "year" | "month" | "day" | "minute" | "second";

/**
 * A date as precise as it is known. `value` is ISO 8601, cut to the precision:
 * "2018", "2018-12", "2018-12-31", "2018-12-31T20:15", "2016-07-18T22:55:08",
 * with an offset only where the outlet printed one.
 */
export interface PublicationDate {
  readonly value: string;
  readonly precision: DatePrecision;
  readonly basis: Basis;
}

/** The ways in which articles are taken. */
export const sourceKinds = ["page", "feed", "pack", "file"] as const;

/**
 * Where an article was taken from, if not from its outlet: its outlet and address are known only
 * from there.
 */
export interface ArticleSource {
  readonly kind: (typeof sourceKinds)[number];
  /** The host of a page or feed, the name of a pack or file. */
  readonly name: string;
}

/** Where a reference's article was taken from: as above, or from the reader's archive, by its name. */
export interface ReferenceSource {
  readonly kind: ArticleSource["kind"] | "archive";
  readonly name: string;
}

/** One published text. */
export interface Article {
  readonly id: ArticleId;
  readonly outlet: Outlet;
  readonly title: string;
  /** All known addresses, the canonical one first; empty when none is known. */
  readonly urls: readonly string[];
  readonly published: PublicationDate | null;
  /** The day that "Saturday" and "last week" count from, if it is not the day of `published`: ISO day. */
  readonly relativeDatesCountFrom: string | null;
  readonly byline: string | null;
  /** News agencies named in byline or credit. */
  readonly agencies: readonly string[];
  /** BCP 47 primary tag ("en"), or null when unknown. */
  readonly language: string | null;
  /**
   * The outlet's own text: paragraphs separated by a blank line, without headings, captions or
   * furniture. Quotes that only markup shows have quotation marks.
   */
  readonly body: string;
  /** Missing where it is not recorded: in the bundled corpus, in packs' records, on the command line. */
  readonly source?: ArticleSource;
}

/** Which text of an article or page an offset belongs to. */
export type TextPart = "title" | "body";

/**
 * Returns how an article's outlet is called where it is shown beside others: by its name or domain; if neither is
 * known, as in a reader's own notes, by the article's title or its file.
 */
export function shownOutlet({
  outlet,
  title,
  source,
}: Pick<Article, "outlet" | "title" | "source">): string {
  return outlet.name || outlet.domain || title || (source?.name ?? "");
}
