import { Readability } from "@mozilla/readability";
import type { BlockFeatures } from "../../engine/model/index.ts";
import { collectBlocks } from "../../page/blocks/collectBlocks.ts";
import { featuresOf } from "../../page/blocks/pageBlock.ts";

/** Readability recurses and climbs; browsers' parsers nest no deeper than 512 elements anyway. */
export const deepestNesting = 600;

/**
 * Returns the blocks of the part of a page that Readability takes for the article, or null if it
 * finds none, the page nests too deep for it, or it fails on it, as it does on some broken trees.
 * It destroys the document. Its content is walked block by block, because `textContent` glues
 * paragraphs together.
 */
export function readableBlocks(document: Document): readonly BlockFeatures[] | null {
  if (nestsDeeperThan(document, deepestNesting)) return null;
  const content = readableContent(document);
  return content === null ? null : featuresOf(collectBlocks(content));
}

function readableContent(document: Document): Element | null {
  try {
    const serializer = (node: Node) => node as Element;
    return (
      new Readability<Element>(document, { keepClasses: true, serializer }).parse()?.content ?? null
    );
  } catch {
    // Its error says nothing of the page; our own rules still read it.
    return null;
  }
}

/** True if elements are nested more than `limit` levels deep. */
export function nestsDeeperThan(document: Document, limit: number): boolean {
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
