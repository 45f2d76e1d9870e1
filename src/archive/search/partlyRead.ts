import type { ArticleOutline } from "../../engine/library/articleOutline.ts";
import { SegmentRows, type StoredPassage } from "../../engine/library/rowReader.ts";
import type { Segment } from "../../engine/library/segment.ts";
import { openSegment } from "../../engine/library/segmentReader.ts";
import { writeOutlines, writeSegment } from "../../engine/library/segmentWriter.ts";
import type { ArticleId, ArticleReading } from "../../engine/model/index.ts";

/**
 * A segment of articles of which most are known by their outlines alone. Candidates and estimates need
 * no more. The text of a passage that may be a match is asked for: where it is not there yet, its article
 * is put among the `unread`, to be fetched before the same question is asked again.
 */
export interface PartlyReadSegment {
  readonly segment: Segment;
  readonly unread: Set<ArticleId>;
  /** Gives an article its texts. */
  read(reading: ArticleReading): void;
}

/** All articles unread. */
export function partlyReadSegment(outlines: readonly ArticleOutline[]): PartlyReadSegment {
  const segment = openSegment(writeOutlines(outlines));
  const rows = new PartlyReadRows(segment.views);
  return {
    segment: { ...segment, rows },
    unread: rows.unread,
    read: (reading) => rows.put(reading),
  };
}

class PartlyReadRows extends SegmentRows {
  readonly unread = new Set<ArticleId>();
  readonly #read = new Map<ArticleId, SegmentRows>();

  put(reading: ArticleReading): void {
    this.#read.set(reading.article.id, openSegment(writeSegment([reading])).rows);
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
}
