import { JSDOM } from "jsdom";
import { labelBlocks } from "../../../src/engine/body/labelBlocks.ts";
import type { PassageSpan } from "../../../src/engine/model/index.ts";
import { liveRangeOver } from "../../../src/page/anchors/anchor.ts";
import { collectBlocks } from "../../../src/page/blocks/collectBlocks.ts";
import { featuresOf, type PageBlock } from "../../../src/page/blocks/pageBlock.ts";
import { type PageReading, readPage, wholeArticle } from "../../../src/page/readPage.ts";

/** A document with this body, in a window of its own. */
export function pageWith(body: string, head = ""): Document {
  const html = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  return new JSDOM(html, { url: "https://example.org/news/story" }).window.document;
}

/** The blocks of a body, as `region/element: text`. */
export function blocksOf(document: Document): readonly string[] {
  const blocks = collectBlocks(document.documentElement);
  const features = featuresOf(blocks);
  return blocks.map((block, i) => {
    const { region, element } = features[i]!;
    return `${region}/${element}: ${block.text}`;
  });
}

/** What of a page is matched, if its metadata say this title. */
export function readingOf(document: Document, title: string | null = null): PageReading {
  const blocks = collectBlocks(document.documentElement).filter(({ isShown }) => isShown);
  const labels = labelBlocks(featuresOf(blocks), { title });
  return readPage(blocks, { title, labels }, wholeArticle);
}

/** The texts of a body's blocks. */
export function textsOf(document: Document): readonly string[] {
  return collectBlocks(document.documentElement).map(({ text }) => text);
}

/** Reads a block's text again through its runs: what the anchors will find. */
export function throughRuns({ runs }: PageBlock): readonly string[] {
  return runs.map(({ node, nodeStart, length }) => node.data.slice(nodeStart, nodeStart + length));
}

/** Where words stand in a text. Throws if they do not. */
export function placeOf(
  text: string,
  words: string,
  part: PassageSpan["in"] = "body",
): PassageSpan {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { in: part, start, end: start + words.length };
}

/** The words under a static range. */
export function wordsOf(range: StaticRange): string {
  return String(liveRangeOver(range));
}

/** A static range over some of a text node. */
export function rangeOn(node: Node, start: number, end: number): StaticRange {
  const { StaticRange: StaticRangeOfPage } = node.ownerDocument!.defaultView!;
  return new StaticRangeOfPage({
    ...{ startContainer: node, startOffset: start },
    ...{ endContainer: node, endOffset: end },
  });
}

/** A paragraph long enough to count as prose wherever rules ask for that. */
export function prose(about: string): string {
  return `The ministry said on Tuesday that ${about} would be discussed again next week, once the two delegations had returned from the capital.`;
}

/** An article of some paragraphs, with its headline. */
export function articleHtml(...paragraphs: readonly string[]): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("");
  return `<main><article><h1>Delegations meet in the capital</h1>${text}</article></main>`;
}
