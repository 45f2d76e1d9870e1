import { growableF64, growableU32 } from "./growable.ts";
import type { SegmentViews } from "./segmentLayout.ts";
import { StringTable } from "./stringTable.ts";

/** The sections that hold articles, passages and facts. */
export type RowSections = Pick<
  SegmentViews,
  | "text"
  | "textOffsets"
  | "lists"
  | "articles"
  | "passages"
  | "names"
  | "dates"
  | "numbers"
  | "numberValues"
>;

/** The tables of a segment while it is built: rows are pushed in the column order of the layout. */
export class RowTables {
  readonly strings = new StringTable();
  readonly lists = growableU32();
  readonly articles = growableU32();
  readonly passages = growableU32();
  readonly names = growableU32();
  readonly dates = growableU32();
  readonly numbers = growableU32();
  readonly numberValues = growableF64();

  /** Returns the sections of the rows that were put in. */
  sections(): RowSections {
    const { text, offsets } = this.strings.sections();
    return {
      text,
      textOffsets: offsets,
      lists: this.lists.values(),
      articles: this.articles.values(),
      passages: this.passages.values(),
      names: this.names.values(),
      dates: this.dates.values(),
      numbers: this.numbers.values(),
      numberValues: this.numberValues.values(),
    };
  }
}
