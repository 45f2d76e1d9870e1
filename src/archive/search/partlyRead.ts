import type { ArticleOutline } from "../../engine/library/articleOutline.ts";
import {
  createLibrary,
  type Library,
  type LibraryStatistics,
} from "../../engine/library/library.ts";
import { SegmentRows, type StoredPassage } from "../../engine/library/rowReader.ts";
import type { Segment } from "../../engine/library/segment.ts";
import { openSegment } from "../../engine/library/segmentReader.ts";
import { writeOutlines, writeSegment } from "../../engine/library/segmentWriter.ts";
import type { ArticleId, ArticleReading } from "../../engine/model/index.ts";

/**
 * A library of articles of which most are known by their outlines alone. Candidates and estimates need
 * no more; the text of a passage that may be a match is asked for, and is not there: its article is put
 * among the `unread`, to be fetched before the same question is asked again.
 */
export function partlyReadLibrary(
  outlines: readonly ArticleOutline[],
  readings: readonly ArticleReading[],
  statistics: LibraryStatistics,
  unread: Set<ArticleId>,
): Library {
  const isRead = new Set(readings.map(({ article }) => article.id));
  const others = outlines.filter(({ head }) => !isRead.has(head.id));
  const read = openSegment(writeSegment(readings));
  return createLibrary([read, askedRows(openSegment(writeOutlines(others)), unread)], statistics);
}

function askedRows(segment: Segment, unread: Set<ArticleId>): Segment {
  return { ...segment, rows: new AskedRows(segment.views, unread) };
}

class AskedRows extends SegmentRows {
  readonly #unread: Set<ArticleId>;

  constructor(views: Segment["views"], unread: Set<ArticleId>) {
    super(views);
    this.#unread = unread;
  }

  override passage(place: number): StoredPassage {
    this.#unread.add(this.articleId(this.articleOf(place)));
    return super.passage(place);
  }
}
