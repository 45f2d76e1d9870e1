/** A line of a PDF page, or a part of one that a gap separates from the rest. Lengths are in points. */
export interface PdfLine {
  /** Not empty. A hyphen at its end may part a word. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Above the lower edge of the page. */
  readonly baseline: number;
  /** The font's size. */
  readonly size: number;
}

/** A paragraph of a PDF. */
export interface PdfParagraph {
  readonly text: string;
  /** Of its first line. */
  readonly size: number;
  /** True for an item of a list; its bullet is not in the text. */
  readonly isItem: boolean;
  /** The page on which it begins, from 0. */
  readonly page: number;
}

/** What was read of a PDF: its text in reading order, and what its metadata say. */
export interface PdfText {
  readonly title: string;
  readonly author: string;
  readonly paragraphs: readonly PdfParagraph[];
}
