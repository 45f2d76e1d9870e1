import { bounds, megabytes } from "../bounds.ts";
import { headBytes } from "../fileHead.ts";

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

/** What reading a PDF gives: its text, or the reason why it cannot be read, in words for its owner. */
export type PdfAnswer =
  | { readonly kind: "read"; readonly pdf: PdfText }
  | { readonly kind: "refused"; readonly reason: string };

/** The longest time that reading a PDF may take. */
export const longestReadingMs = 60_000;

/** The answer for a PDF whose reading was ended after `longestReadingMs`. */
export const tookTooLong: PdfAnswer = {
  kind: "refused",
  reason:
    "takes more than a minute to read; print it to a new PDF, or import its text as a .txt file",
};

/** The answer for a PDF that made its reader stop. */
export const endedUnread: PdfAnswer = {
  kind: "refused",
  reason: "made its reader stop; print it to a new PDF and try again",
};

/** Returns the refusal of a PDF with so many bytes; null if it may be read. */
export function refusalOfSize(bytes: number): PdfAnswer | null {
  if (bytes <= bounds.pdfBytes) return null;
  const reason = `is ${megabytes(bytes)}, and the longest PDF that is read is ${megabytes(bounds.pdfBytes)}; give it the pages of the article`;
  return { kind: "refused", reason };
}

/** True for the beginning of a PDF: its mark, perhaps after white space. */
export function isPdf(head: Uint8Array): boolean {
  return /^[\s\0]*%PDF-/.test(String.fromCharCode(...head.subarray(0, headBytes)));
}
