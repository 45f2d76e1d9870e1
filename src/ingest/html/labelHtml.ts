import { labelBlocks } from "../../engine/body/labelBlocks.ts";
import type { BlockFeatures, BlockLabel } from "../../engine/model/index.ts";
import { htmlBlocks } from "./htmlBlocks.ts";
import { readableBlocks } from "./readableBlocks.ts";

/** Blocks and, in the same order, what each is. */
export interface LabelledBlocks {
  readonly blocks: readonly BlockFeatures[];
  readonly labels: readonly BlockLabel[];
}

/**
 * The blocks of the part of the page that Readability takes for the article, labelled, with the
 * standfirst above them, which it often leaves out; the whole page's if it finds none.
 */
export function labelHtml(document: Document, title: string | null): LabelledBlocks {
  const root = document.body ?? document.documentElement;
  const page = root === null ? [] : htmlBlocks(root);
  const readable = readableBlocks(document) ?? page;
  const blocks = [...standfirst(page, readable, title), ...readable];
  return { blocks, labels: labelBlocks(blocks, { title }) };
}

/** The standfirst is looked for among so many blocks above the article's first. */
const mostBlocksAbove = 25;
const mostStandfirstBlocks = 4;
const mostLinkedShare = 0.3;

/** The page's own body blocks between its title and the first block of the readable part. */
function standfirst(
  page: readonly BlockFeatures[],
  readable: readonly BlockFeatures[],
  title: string | null,
): readonly BlockFeatures[] {
  const known = new Set(readable.map(({ text }) => text));
  const first = page.findIndex(({ text }) => text.length > 60 && known.has(text));
  if (first <= 0) return [];
  const labels = labelBlocks(page, { title });
  const above: BlockFeatures[] = [];
  for (let i = first - 1; i >= Math.max(0, first - mostBlocksAbove); i--) {
    if (labels[i] === "title") return above.length <= mostStandfirstBlocks ? above.reverse() : [];
    const { text, linkChars } = page[i]!;
    const isLinked = linkChars > text.length * mostLinkedShare;
    if (labels[i] === "body" && !known.has(text) && !isLinked) above.push(page[i]!);
  }
  return [];
}
