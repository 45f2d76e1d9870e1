import { headBytes } from "../fileHead.ts";

/** True for the beginning of a PDF: its mark, perhaps after white space. */
export function isPdf(head: Uint8Array): boolean {
  return /^[\s\0]*%PDF-/.test(String.fromCharCode(...head.subarray(0, headBytes)));
}
