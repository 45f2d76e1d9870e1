import { labelBlocks } from "../engine/body/labelBlocks.ts";
import { understandStatements } from "../ingest/metadata/understandStatements.ts";
import type { PageContents, PageUnderstanding } from "../messages/protocol.ts";

/** Returns which of a page's blocks are the article's own text, and which article it is. */
export function understandPage({ statements, blocks }: PageContents): PageUnderstanding {
  const { title, urls, outlet, published, language, statedWords } =
    understandStatements(statements);
  return {
    title,
    url: urls[0] ?? null,
    outlet,
    published,
    language,
    statedWords,
    labels: labelBlocks(blocks, { title }),
  };
}
