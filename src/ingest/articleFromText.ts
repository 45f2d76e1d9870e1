import { endsLikeSentence } from "../engine/body/blockMeasures.ts";
import { labelBlocks } from "../engine/body/labelBlocks.ts";
import type { Article, BlockFeatures, BlockLabel, PublicationDate } from "../engine/model/index.ts";
import { assembleArticle } from "./assembleArticle.ts";
import {
  bylineInBlocks,
  dateInBlocks,
  type LabelledBlocks,
  unreadableDateInBlocks,
} from "./datelines.ts";
import type { KnownOfArticle } from "./knownOfArticle.ts";
import { readDateline } from "./metadata/agencies.ts";
import { dateInAddress, parsePublicationDate } from "./metadata/publicationDate.ts";
import { titleKey } from "./metadata/title.ts";
import { linesOf } from "./plain/lines.ts";

/**
 * Returns the article in a plain text: a web page as copied or delivered, or a manuscript. What is
 * not known is read from the text's own title, date line and byline. The body is empty if the text
 * has none.
 */
export function articleFromText(text: string, known: KnownOfArticle = {}): Article {
  const { blocks, labels } = labelText(text, known);
  const title = known.title ?? findTitle(blocks, labels);
  return assembleArticle(blocks, labels, {
    ...known,
    title,
    published:
      known.published === undefined ? readDate({ blocks, labels }, known) : known.published,
    byline: known.byline === undefined ? bylineInBlocks({ blocks, labels }) : known.byline,
  });
}

/** Returns the date line of a plain text whose date cannot be read; null if there is none. */
export function unreadableDateInText(text: string, known: KnownOfArticle): string | null {
  return unreadableDateInBlocks(labelText(text, known));
}

function labelText(text: string, known: KnownOfArticle): LabelledBlocks {
  const blocks = linesOf(text).map(lineBlock);
  return { blocks, labels: labelBlocks(blocks, { title: known.title ?? null }) };
}

/**
 * Returns the copy of the title with the most punctuation: the others come from the window's title.
 */
function findTitle(blocks: readonly BlockFeatures[], labels: readonly BlockLabel[]): string {
  const title = blocks[labels.indexOf("title")]?.text ?? "";
  const key = titleKey(title);
  return blocks
    .filter(({ text }, i) => labels[i] === "titleEcho" && titleKey(text) === key)
    .reduce((best, { text }) => (text.length > best.length ? text : best), title);
}

function lineBlock(text: string): BlockFeatures {
  const element = isListItem(text) ? "listItem" : "line";
  return { text, element, headingLevel: 0, linkChars: 0, region: "unknown" };
}

/** True for a line with a bullet or a number that is no sentence: those are paragraphs. */
function isListItem(text: string): boolean {
  return /^(?:[-*•·▪►■‣◦]|\d{1,2}[.)])\s\S/.test(text) && !endsLikeSentence(text);
}

/** The first date line's date, the dateline's if it has a year, or the address's. */
function readDate(labelled: LabelledBlocks, known: KnownOfArticle): PublicationDate | null {
  const { blocks, labels } = labelled;
  const firstParagraph = blocks[labels.indexOf("body")]?.text ?? "";
  return (
    dateInBlocks(labelled) ??
    parsePublicationDate(readDateline(firstParagraph)?.day ?? "") ??
    dateInAddress(known.urls?.[0] ?? "")
  );
}
