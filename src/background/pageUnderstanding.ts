import { labelBlocks } from "../engine/body/labelBlocks.ts";
import { labelStated } from "../ingest/metadata/labelStated.ts";
import { understandStatements } from "../ingest/metadata/understandStatements.ts";
import type { PageContents, PageUnderstanding } from "../messages/protocol.ts";

/** Returns which of a page's blocks are the article's own text, and which article it is. */
export function understandPage({ statements, blocks }: PageContents): PageUnderstanding {
  const { title, urls, outlet, published, language, statedWords } =
    understandStatements(statements);
  const labels = labelBlocks(blocks, { title });
  return {
    title,
    url: urls[0] ?? null,
    outlet,
    published,
    language,
    statedWords,
    labels: labelStated(blocks, labels, { jsonLd: statements.jsonLd, statedWords }),
  };
}
