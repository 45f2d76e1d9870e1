import type { ArticleOutline } from "../../engine/library/articleOutline.ts";
import { segmentOfOutlines } from "../../engine/library/outlineSegment.ts";
import { SegmentRows, type StoredPassage } from "../../engine/library/rowReader.ts";
import { RowWriter } from "../../engine/library/rowWriter.ts";
import type { Segment } from "../../engine/library/segment.ts";
import type { ArticleId, ArticleReading, QuoteContext } from "../../engine/model/index.ts";

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
  read(reading: ArticleReading): boolean;
}

/** Returns a segment in which all articles are unread. */
export function partlyReadSegment(outlines: readonly ArticleOutline[]): PartlyReadSegment {
  const segment = segmentOfOutlines(outlines);
  const rows = new PartlyReadRows(segment);
  return {
    segment: { ...segment, rows },
    unread: rows.unread,
    read: (reading) => rows.put(reading),
  };
}

class PartlyReadRows extends SegmentRows {
  readonly unread = new Set<ArticleId>();
  readonly #read = new Map<ArticleId, SegmentRows>();
  readonly #places = new Map<ArticleId, number>();

  constructor(segment: Segment) {
    super(segment.views);
    for (let place = 0; place < segment.articleCount; place++) {
      this.#places.set(this.articleId(place), place);
    }
  }

  put(reading: ArticleReading): boolean {
    const { id } = reading.article;
    if (!this.#fits(reading, this.#places.get(id))) return false;
    const rows = new RowWriter();
    rows.putReading(reading);
    this.#read.set(id, new SegmentRows(rows.sections()));
    return true;
  }

  override passage(place: number): StoredPassage {
    const article = this.articleOf(place);
    const id = this.articleId(article);
    const read = this.#read.get(id);
    if (read === undefined) {
      this.unread.add(id);
      return super.passage(place);
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

  #fits({ passages }: ArticleReading, place: number | undefined): boolean {
    if (place === undefined) return false;
    const { first, count } = this.passagesOf(place);
    return (
      passages.length === count &&
      passages.every(({ start, end }, i) => {
        const outline = super.passage(first + i);
        return outline.start === start && outline.end === end;
      })
    );
  }
}
