import { Readability } from "@mozilla/readability";
import type { BlockFeatures } from "../../engine/model/index.ts";
import { htmlBlocks } from "./htmlBlocks.ts";

/** Readability recurses and climbs; browsers' parsers nest no deeper than 512 elements anyway. */
const deepestNesting = 600;

/**
 * The blocks of the part of the page that Readability takes for the article, or null if it finds
 * none or the page nests too deep for it. It destroys what it is given: it gets a clone. Its
 * content is walked block by block, because `textContent` glues paragraphs together.
 */
export function readableBlocks(document: Document): readonly BlockFeatures[] | null {
  if (nestsDeeperThan(document, deepestNesting)) return null;
  const clone = document.cloneNode(true) as Document;
  const found = new Readability<Element>(clone, {
    keepClasses: true,
    serializer: (node) => node as Element,
  }).parse();
  return found?.content ? htmlBlocks(found.content) : null;
}

function nestsDeeperThan(document: Document, limit: number): boolean {
  let element: Element | null = document.documentElement;
  let depth = 1;
  while (element !== null) {
    if (depth > limit) return true;
    let next: Element | null = element.firstElementChild;
    if (next !== null) depth++;
    while (next === null && element !== null) {
      next = element.nextElementSibling;
      if (next === null) {
        element = element.parentElement;
        depth--;
      }
    }
    element = next;
  }
  return false;
}
