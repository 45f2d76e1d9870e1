import { labelBlocks } from "../engine/body/labelBlocks.ts";
import type { Article, BlockFeatures, BlockLabel, PublicationDate } from "../engine/model/index.ts";
import { assembleArticle } from "./assembleArticle.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import { readDateline } from "./metadata/agencies.ts";
import { bylineInLine } from "./metadata/byline.ts";
import { dateInAddress, parsePublicationDate } from "./metadata/publicationDate.ts";
import { titleKey } from "./metadata/title.ts";
import { linesOf } from "./plain/lines.ts";

/**
 * The article in a plain text: a web page's text as copied or delivered, or a manuscript. What is
 * not known is read from the text's own title, date line and byline. The body is empty if the
 * text holds none.
 */
export function articleFromText(text: string, known: KnownOfArticle = {}): Article {
  const blocks = linesOf(text).map(lineBlock);
  const labels = labelBlocks(blocks, { title: known.title ?? null });
  const title = known.title ?? findTitle(blocks, labels);
  return assembleArticle(blocks, labels, {
    ...known,
    title,
    published: known.published === undefined ? readDate(blocks, labels, known) : known.published,
    byline: known.byline === undefined ? readByline(blocks, labels) : known.byline,
  });
}

/** Of the copies of the title, the one with the most punctuation: the others are the window's. */
function findTitle(blocks: readonly BlockFeatures[], labels: readonly BlockLabel[]): string {
  const title = blocks[labels.indexOf("title")]?.text ?? "";
  const key = titleKey(title);
  return blocks
    .filter(({ text }, i) => labels[i] === "titleEcho" && titleKey(text) === key)
    .reduce((best, { text }) => (text.length > best.length ? text : best), title);
}

function lineBlock(text: string): BlockFeatures {
  return { text, element: "line", headingLevel: 0, linkChars: 0, region: "unknown" };
}

/** The first date line's date, the dateline's if it has a year, or the address's. */
function readDate(
  blocks: readonly BlockFeatures[],
  labels: readonly BlockLabel[],
  known: KnownOfArticle,
): PublicationDate | null {
  for (let i = 0; i < blocks.length; i++) {
    const date = labels[i] === "dateline" ? parsePublicationDate(blocks[i]!.text) : null;
    if (date !== null) return date;
  }
  const firstParagraph = blocks[labels.indexOf("body")]?.text ?? "";
  const inDateline = parsePublicationDate(readDateline(firstParagraph)?.day ?? "");
  return inDateline ?? dateInAddress(known.urls?.[0] ?? "");
}

function readByline(
  blocks: readonly BlockFeatures[],
  labels: readonly BlockLabel[],
): string | null {
  for (let i = 0; i < blocks.length; i++) {
    const byline = labels[i] === "dateline" ? bylineInLine(blocks[i]!.text) : null;
    if (byline !== null) return byline;
  }
  return null;
}
