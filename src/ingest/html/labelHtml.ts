import { labelBlocks } from "../../engine/body/labelBlocks.ts";
import type { BlockFeatures } from "../../engine/model/index.ts";
import type { LabelledBlocks } from "../datelines.ts";
import { htmlBlocks } from "./htmlBlocks.ts";
import { readableBlocks } from "./readableBlocks.ts";

/** The article's blocks, and the page's around its title, where date and byline stand. */
export interface LabelledPage extends LabelledBlocks {
  readonly head: LabelledBlocks;
}

/**
 * The blocks of the part of the page that Readability takes for the article, labelled, with the
 * standfirst above them, which it often leaves out; the whole page's if it finds none.
 */
export function labelHtml(document: Document, title: string | null): LabelledPage {
  // Of broken HTML some parsers make a body without content.
  const root = document.body?.firstElementChild ? document.body : document.documentElement;
  const pageBlocks = root === null ? [] : htmlBlocks(root);
  const page = { blocks: pageBlocks, labels: labelBlocks(pageBlocks, { title }) };
  const readable = readableBlocks(document) ?? pageBlocks;
  const blocks = [...standfirst(page, readable), ...readable];
  return { blocks, labels: labelBlocks(blocks, { title }), head: headOf(page) };
}

/** So many blocks below the title may be date and byline. */
const headBlocks = 25;

function headOf({ blocks, labels }: LabelledBlocks): LabelledBlocks {
  const start = Math.max(0, labels.indexOf("title"));
  const end = start + headBlocks;
  return { blocks: blocks.slice(start, end), labels: labels.slice(start, end) };
}

/** The standfirst is looked for among so many blocks above the article's first. */
const mostBlocksAbove = 25;
const mostStandfirstBlocks = 4;
const mostLinkedShare = 0.3;

/** The page's own body blocks between its title and the first block of the readable part. */
function standfirst(
  { blocks, labels }: LabelledBlocks,
  readable: readonly BlockFeatures[],
): readonly BlockFeatures[] {
  const known = new Set(readable.map(({ text }) => text));
  const first = blocks.findIndex(({ text }) => text.length > 60 && known.has(text));
  const above: BlockFeatures[] = [];
  for (let i = first - 1; i >= Math.max(0, first - mostBlocksAbove); i--) {
    if (labels[i] === "title") return above.length <= mostStandfirstBlocks ? above.reverse() : [];
    const { text, linkChars } = blocks[i]!;
    const isLinked = linkChars > text.length * mostLinkedShare;
    if (labels[i] === "body" && !known.has(text) && !isLinked) above.push(blocks[i]!);
  }
  return [];
}
