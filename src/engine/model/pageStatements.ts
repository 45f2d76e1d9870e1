/**
 * What a page states of itself, as it is written: collected from a document, made sense of
 * elsewhere, so that a live page pays for no more than the collecting.
 */
export interface PageStatements {
  /** Where the page was found; null where that is not known. */
  readonly address: string | null;
  /** `href` of the canonical link. */
  readonly canonical: string | null;
  /** Text of `<title>`. */
  readonly title: string | null;
  /** What `<meta>` elements say, by lower-case name, property or `itemprop`; each name once. */
  readonly tags: readonly MetaTag[];
  readonly jsonLd: readonly JsonLdScript[];
  /** The first headings of level 1. */
  readonly headings: readonly string[];
  /** The first elements that hold a date, by their names. */
  readonly dates: readonly StatedDate[];
  /** What the element for the author says. */
  readonly byline: string | null;
  /** `lang` of the document. */
  readonly language: string | null;
}

/** One statement of a `<meta>` element. */
export type MetaTag = readonly [name: string, content: string];

/** A script of structured data. */
export interface JsonLdScript {
  readonly source: string;
  /** Left from the article that stood here before the page navigated: it speaks of the site at most. */
  readonly isOutdated: boolean;
}

/** An element's date, for machines and as it is printed. */
export interface StatedDate {
  readonly machine: string | null;
  readonly text: string;
  /** True if the page says that it is the time of a change. */
  readonly isOfChange: boolean;
}
