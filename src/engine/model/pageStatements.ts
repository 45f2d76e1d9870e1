/**
 * What a page states about itself, in its own words: collected from a document and interpreted
 * elsewhere, so that a live page only pays for the collecting.
 */
export interface PageStatements {
  /** The address of the page; null if it is not known. */
  readonly address: string | null;
  /** `href` of the canonical link. */
  readonly canonical: string | null;
  /** Text of `<title>`. */
  readonly title: string | null;
  /**
   * The content of `<meta>` elements by lower-case name, property or `itemprop`; each name once.
   */
  readonly tags: readonly MetaTag[];
  readonly jsonLd: readonly JsonLdScript[];
  /** The first headings of level 1. */
  readonly headings: readonly string[];
  /** The first elements that give a date, by their names. */
  readonly dates: readonly StatedDate[];
  /** The text of the element for the author. */
  readonly byline: string | null;
  /** `lang` of the document. */
  readonly language: string | null;
}

/** One statement of a `<meta>` element. */
export type MetaTag = readonly [name: string, content: string];

/** A script of structured data. */
export interface JsonLdScript {
  readonly source: string;
  /**
   * True if it remains from the article shown before the page navigated: it can only describe the
   * site.
   */
  readonly isOutdated: boolean;
}

/** An element's date, for machines and as it is printed. */
export interface StatedDate {
  readonly machine: string | null;
  readonly text: string;
  /** True if the page says that it is the time of a change. */
  readonly isOfChange: boolean;
}
