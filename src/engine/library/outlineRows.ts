import type { Article, ArticleId, PublicationDate } from "../model/index.ts";
import { type ArticleOutline, outlineColumns, passageCountOf } from "./articleOutline.ts";
import { type ArticleHead, SegmentRows } from "./rowReader.ts";
import { type RowSections, RowTables } from "./rowTables.ts";
import {
  articleColumn,
  articleColumns,
  none,
  passageColumn,
  passageColumns,
} from "./segmentLayout.ts";

/**
 * The articles and passages of outlines, without texts, facts and sources. Heads are those of the
 * outlines: writing 800 of them to a segment's text and reading them again took 20 ms.
 */
export class OutlineRows extends SegmentRows {
  readonly #outlines: readonly ArticleOutline[];

  constructor(sections: RowSections, outlines: readonly ArticleOutline[]) {
    super(sections);
    this.#outlines = outlines;
  }

  override article(index: number): Article {
    return { ...this.head(index), body: "" };
  }

  override head(index: number): ArticleHead {
    return this.#outlines[index]!.head;
  }

  override articleId(index: number): ArticleId {
    return this.head(index).id;
  }

  override publicationOf(index: number): PublicationDate | null {
    return this.head(index).published;
  }
}

/** Returns the sections of outlines: rows of articles and passages, and no strings. */
export function rowsOfOutlines(outlines: readonly ArticleOutline[]): RowSections {
  const articles = new Uint32Array(outlines.length * articleColumns).fill(none);
  const count = outlines.reduce((sum, outline) => sum + passageCountOf(outline), 0);
  const passages = new Uint32Array(count * passageColumns);
  let first = 0;
  outlines.forEach((outline, article) => {
    const row = article * articleColumns;
    articles[row + articleColumn.firstPassage] = first;
    articles[row + articleColumn.passageCount] = passageCountOf(outline);
    putPassages(passages, first, outline.passages, article);
    first += passageCountOf(outline);
  });
  return { ...new RowTables().sections(), articles, passages };
}

function putPassages(
  rows: Uint32Array,
  first: number,
  passages: Uint32Array,
  article: number,
): void {
  const c = passageColumn;
  let to = first * passageColumns;
  for (let from = 0; from < passages.length; from += outlineColumns) {
    rows[to + c.article] = article;
    rows[to + c.flags] = passages[from]!;
    rows[to + c.start] = passages[from + 1]!;
    rows[to + c.end] = passages[from + 2]!;
    rows[to + c.speaker] = none;
    rows[to + c.role] = none;
    to += passageColumns;
  }
}
