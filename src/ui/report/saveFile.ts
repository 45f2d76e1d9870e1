import type { SavedFile } from "./viewProps.ts";

/** Longer than any browser takes to begin a download. */
const keptMs = 60_000;

/** Hands a file to the browser's downloads. */
export function saveFile(document: Document, { name, mediaType, text }: SavedFile): void {
  // Spreadsheets take a file for UTF-8 only when it says so.
  const mark = mediaType === "text/csv" ? "\uFEFF" : "";
  saveBlob(document, name, new Blob([mark, text], { type: mediaType }));
}

/** Hands bytes to the browser's downloads. */
export function saveBlob(document: Document, name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}
