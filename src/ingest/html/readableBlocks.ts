import { Readability } from "@mozilla/readability";
import type { BlockFeatures } from "../../engine/model/index.ts";
import { htmlBlocks } from "./htmlBlocks.ts";

/**
 * The blocks of the part of the page that Readability takes for the article, or null if it finds
 * none. It destroys what it is given: it gets a clone. Its content is walked block by block,
 * because `textContent` glues paragraphs together.
 */
export function readableBlocks(document: Document): readonly BlockFeatures[] | null {
  const clone = document.cloneNode(true) as Document;
  const found = new Readability<Element>(clone, {
    keepClasses: true,
    serializer: (node) => node as Element,
  }).parse();
  return found?.content ? htmlBlocks(found.content) : null;
}
