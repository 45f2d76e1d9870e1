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

/** What is taken if the blocks do not say it. */
export interface Otherwise {
  readonly title: string | null;
  readonly byline: string | null;
}

/** What the blocks say. */
export interface ArticleOfBlocks {
  /** Its body is empty if the blocks have none. */
  readonly article: Article;
  /** The date line whose date could not be read, if nothing else dates the article; else null. */
  readonly unreadableDate: string | null;
}

/**
 * Returns the article in the blocks of a text, a PDF or a manuscript. What is not known is read from
 * its title, date line and byline.
 */
export function articleFromBlocks(
  blocks: readonly BlockFeatures[],
  known: KnownOfArticle = {},
  otherwise: Otherwise = { title: null, byline: null },
): ArticleOfBlocks {
  const labels = labelBlocks(blocks, { title: known.title ?? null });
  const title = known.title ?? (findTitle(blocks, labels) || (otherwise.title ?? ""));
  const article = assembleArticle(blocks, labels, {
    ...known,
    title,
    published:
      known.published === undefined ? readDate({ blocks, labels }, known) : known.published,
    byline:
      known.byline === undefined
        ? (bylineInBlocks({ blocks, labels }) ?? otherwise.byline)
        : known.byline,
  });
  const isDated = known.published !== undefined || article.published?.basis === "stated";
  return { article, unreadableDate: isDated ? null : unreadableDateInBlocks({ blocks, labels }) };
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
