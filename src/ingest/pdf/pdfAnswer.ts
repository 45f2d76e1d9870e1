import type { RefusalReason } from "../../engine/model/index.ts";
import { bounds, megabytes } from "../bounds.ts";
import type { PdfText } from "./pdfText.ts";

/** What reading a PDF gives: its text, or the reason why it cannot be read. */
export type PdfAnswer =
  | { readonly kind: "read"; readonly pdf: PdfText }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

/** The longest time that reading a PDF may take. */
export const longestReadingMs = 60_000;

/** The answer for a PDF whose reading was ended after `longestReadingMs`. */
export const tookTooLong: PdfAnswer = {
  kind: "refused",
  reason: { key: "refusedPdfTime" },
};

/** The answer for a PDF that crashed its reader. */
export const endedUnread: PdfAnswer = {
  kind: "refused",
  reason: { key: "refusedPdfCrash" },
};

/** Returns the refusal of a PDF with so many bytes; null if it may be read. */
export function refusalOfSize(bytes: number): PdfAnswer | null {
  if (bytes <= bounds.pdfBytes) return null;
  const values = [megabytes(bytes), megabytes(bounds.pdfBytes)];
  return { kind: "refused", reason: { key: "refusedLongDocument", values } };
}
