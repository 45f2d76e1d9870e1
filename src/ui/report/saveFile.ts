import type { SavedFile } from "./viewProps.ts";

/** How long the file is kept, longer than any browser takes to begin a download. */
const keptMs = 60_000;

/** Saves a file to the downloads folder. */
export function saveFile(document: Document, { name, mediaType, text }: SavedFile): void {
  // Spreadsheets recognise UTF-8 only by this mark.
  const mark = mediaType === "text/csv" ? "\uFEFF" : "";
  saveBlob(document, name, new Blob([mark, text], { type: mediaType }));
}

/** Saves bytes to the downloads folder. */
export function saveBlob(document: Document, name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}
