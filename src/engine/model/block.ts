/** The kinds of elements, and lines of plain text, that blocks of text come from. */
export const blockElements = [
  "heading",
  "paragraph",
  "listItem",
  "cell",
  "blockquote",
  "caption",
  "preformatted",
  "line",
] as const;

/** The kind of element, or of plain-text line, that a block came from. */
export type BlockElement = (typeof blockElements)[number];

/** The parts of a document, as far as the markup shows them. */
export const blockRegions = [
  "article",
  "navigation",
  "aside",
  "header",
  "footer",
  "comments",
  "related",
  "figure",
  "form",
  "unknown",
] as const;

/** The part of the document that a block is in. */
export type BlockRegion = (typeof blockRegions)[number];

/**
 * The cheap features by which a block is labelled. The same for a live page, for parsed HTML
 * and for the lines of plain text, so that all three are read alike.
 */
export interface BlockFeatures {
  /** As a reader sees it: white space collapsed, trimmed. */
  readonly text: string;
  readonly element: BlockElement;
  /** 1..6 for headings, else 0. */
  readonly headingLevel: number;
  /** The number of code units of `text` that are inside links. */
  readonly linkChars: number;
  readonly region: BlockRegion;
}

/** What a block is. Only "body" blocks make up the article's body. */
export type BlockLabel =
  | "body"
  | "title"
  | "titleEcho"
  | "heading"
  | "caption"
  | "credit"
  | "dateline"
  | "prompt"
  | "related"
  | "comment"
  | "keywords"
  | "dump"
  | "furniture";
