import { bounds, megabytes } from "../bounds.ts";
import type { PdfText } from "./pdfText.ts";

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
