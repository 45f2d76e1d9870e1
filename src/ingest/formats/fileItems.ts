import type { ParseHtml } from "../parseHtml.ts";
import type { Item } from "./item.ts";
import type { KnownFiles } from "./knownFiles.ts";

/**
 * Reads a file in pieces, so that a file of any size needs little memory and any source of bytes
 * will do. Each call returns the items that are complete, in the file's order. They are made while
 * they are taken, so take them all before the next call.
 */
export interface FileReader {
  push(chunk: Uint8Array): Iterable<Item>;
  end(): Iterable<Item>;
}

/** What readers of files need. */
export interface ReadTools {
  readonly parseHtml: ParseHtml;
  readonly known: KnownFiles;
}
