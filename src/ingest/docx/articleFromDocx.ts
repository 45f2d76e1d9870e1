import { articleFromDocument } from "../articleFromDocument.ts";
import { checkMarkup } from "../boundedMarkup.ts";
import type { ReadArticle } from "../formats/omissions.ts";
import type { KnownOfArticle } from "../knownOfArticle.ts";
import { unescapeOnce } from "../metadata/unescape.ts";
import { type DocxParts, docxBlocks } from "./docxBlocks.ts";

/** The parts of a Word document as XML, with its properties; a missing one is empty. */
export interface DocxFile extends DocxParts {
  readonly properties: string;
}

/**
 * Returns the article in a Word document. Throws ArticleDataError if there is no article text.
 */
export function articleFromDocx(file: DocxFile, known: KnownOfArticle = {}): ReadArticle {
  for (const xml of Object.values(file)) checkMarkup(xml);
  const blocks = docxBlocks(file);
  const headings = blocks.filter(({ headingLevel }) => headingLevel === 1).map(({ text }) => text);
  const stated = {
    title: propertyIn(file.properties, "title"),
    author: propertyIn(file.properties, "creator"),
  };
  return articleFromDocument(blocks, headings, stated, known);
}

const propertyPatterns = {
  title: /<dc:title[^<>]*>([^<]*)</,
  creator: /<dc:creator[^<>]*>([^<]*)</,
} as const;

function propertyIn(xml: string, name: keyof typeof propertyPatterns): string {
  return unescapeOnce(propertyPatterns[name].exec(xml)?.[1] ?? "");
}
