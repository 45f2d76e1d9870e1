import type { ArticleOutline } from "../../engine/library/articleOutline.ts";
import { OutlineRows } from "../../engine/library/outlineRows.ts";
import { segmentOfOutlines } from "../../engine/library/outlineSegment.ts";
import type { PassageKeys } from "../../engine/library/passageKeys.ts";
import type { SegmentRows, StoredPassage } from "../../engine/library/rowReader.ts";
import type { Segment } from "../../engine/library/segment.ts";
import type { ArticleId, QuoteContext } from "../../engine/model/index.ts";

/**
 * A segment of articles, most of which are known only by their outlines. Candidates and estimates
 * need no more. If the text of a possible match is read but missing, its article is added to
 * `unread`, to be fetched before the same question is asked again.
 */
export interface PartlyReadSegment {
  readonly segment: Segment;
  readonly unread: Set<ArticleId>;
  /**
   * Sets an article's texts. Returns false, and the article stays unread, if they are divided into
   * other passages.
   */
  read(rows: SegmentRows): boolean;
}

/**
 * Returns a segment for one page, in which all articles are unread.
 * @param page the keys of the page's passages
 */
export function partlyReadSegment(
  outlines: readonly ArticleOutline[],
  page: readonly PassageKeys[],
): PartlyReadSegment {
  const segment = segmentOfOutlines(outlines, page);
  const rows = new PartlyReadRows(segment, outlines);
  return {
    segment: { ...segment, rows },
    unread: rows.unread,
    read: (article) => rows.put(article),
  };
}

class PartlyReadRows extends OutlineRows {
  readonly unread = new Set<ArticleId>();
  readonly #read = new Map<ArticleId, SegmentRows>();
  readonly #places = new Map<ArticleId, number>();

  constructor({ views }: Segment, outlines: readonly ArticleOutline[]) {
    super(views, outlines);
    outlines.forEach(({ head }, place) => {
      this.#places.set(head.id, place);
    });
  }

  put(rows: SegmentRows): boolean {
    const id = rows.articleId(0);
    if (!this.#fits(rows, this.#places.get(id))) return false;
    this.#read.set(id, rows);
    return true;
  }

  override passage(place: number): StoredPassage {
    const article = this.articleOf(place);
    const id = this.articleId(article);
    const read = this.#read.get(id);
    if (read === undefined) {
      this.unread.add(id);
      // An outline has the title, but not its facts: without any text, it is not kept either.
      return { ...super.passage(place), text: "" };
    }
    return { ...read.passage(place - this.passagesOf(article).first), article };
  }

  override contextOf(place: number): QuoteContext {
    const article = this.articleOf(place);
    const read = this.#read.get(this.articleId(article));
    return read === undefined
      ? super.contextOf(place)
      : read.contextOf(place - this.passagesOf(article).first);
  }

  #fits(rows: SegmentRows, place: number | undefined): boolean {
    if (place === undefined) return false;
    const { first, count } = this.passagesOf(place);
    if (rows.passagesOf(0).count !== count) return false;
    return Array.from({ length: count }, (_, i) => i).every((i) => {
      const outline = this.spanOf(first + i);
      const { start, end } = rows.spanOf(i);
      return outline.start === start && outline.end === end;
    });
  }
}
