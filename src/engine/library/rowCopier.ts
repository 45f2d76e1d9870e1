import type { RowTables } from "./rowTables.ts";
import type { Segment } from "./segment.ts";
import {
  articleColumn,
  articleColumns,
  dateColumns,
  mostVia,
  nameColumns,
  none,
  numberColumns,
  passageColumn,
  passageColumns,
  type SegmentViews,
  viaShift,
} from "./segmentLayout.ts";

/** The most entries of a list that are copied, so that damage cannot make one endless. */
const mostListItems = 1000;

/**
 * Copies articles with their passages and facts from a segment into the tables of a new one, as
 * `RowWriter` would write them: rows are not read, and of strings only short ones, to store each once.
 */
export class RowCopier {
  readonly #tables: RowTables;
  readonly #views: SegmentViews;
  readonly #segment: Segment;
  /** Number of a string in the segment → in the tables, or `none`. */
  readonly #strings: Uint32Array;

  constructor(segment: Segment, tables: RowTables) {
    this.#tables = tables;
    this.#segment = segment;
    this.#views = segment.views;
    this.#strings = new Uint32Array(segment.views.textOffsets.length).fill(none);
  }

  /** Copies the row of an article with all its passages and facts. */
  copyArticle(article: number): void {
    const { articles, passages } = this.#tables;
    const at = (column: number) => this.#views.articles[article * articleColumns + column] ?? none;
    const string = (column: number) => this.#string(at(column));
    const c = articleColumn;
    const { first, count } = this.#segment.rows.passagesOf(article);
    articles.push(
      string(c.id),
      string(c.outletName),
      string(c.outletDomain),
      string(c.title),
      string(c.body),
      ...this.#list(at(c.urlsStart), at(c.urlsCount)),
      string(c.dateValue),
      at(c.datePrecision),
      at(c.dateBasis),
      string(c.relativeDatesCountFrom),
      string(c.byline),
      ...this.#list(at(c.agenciesStart), at(c.agenciesCount)),
      string(c.language),
      passages.length / passageColumns,
      count,
      at(c.sourceKind),
      string(c.sourceName),
    );
    for (let passage = first; passage < first + count; passage++) this.#copyPassage(passage);
  }

  #copyPassage(passage: number): void {
    const { articles, passages } = this.#tables;
    const at = (column: number) => this.#views.passages[passage * passageColumns + column] ?? none;
    const c = passageColumn;
    passages.push(
      articles.length / articleColumns - 1,
      at(c.start),
      at(c.end),
      at(c.flags),
      this.#string(at(c.speaker)),
      this.#string(at(c.role)),
      this.#list(at(c.viaStart), (at(c.flags) >>> viaShift) & mostVia)[0],
      this.#names(...this.#factsOf(passage, c.namesStart, "names", nameColumns)),
      this.#dates(...this.#factsOf(passage, c.datesStart, "dates", dateColumns)),
      this.#numbers(...this.#factsOf(passage, c.numbersStart, "numbers", numberColumns)),
    );
  }

  /** First row and the row after the last of a passage's facts, inside the table. */
  #factsOf(
    passage: number,
    column: number,
    table: "names" | "dates" | "numbers",
    columns: number,
  ): readonly [first: number, end: number] {
    const rows = Math.floor(this.#views[table].length / columns);
    const at = passage * passageColumns + column;
    const first = Math.min(rows, this.#views.passages[at] ?? rows);
    const end = Math.min(rows, this.#views.passages[at + passageColumns] ?? rows);
    return [first, Math.min(end, first + mostListItems)];
  }

  #names(first: number, end: number): number {
    const { names } = this.#views;
    const start = this.#tables.names.length / nameColumns;
    for (let at = first * nameColumns; at < end * nameColumns; at += nameColumns) {
      const canonical = this.#string(names[at + 1]!);
      this.#tables.names.push(names[at]!, canonical, this.#string(names[at + 2]!));
    }
    return start;
  }

  #dates(first: number, end: number): number {
    const { dates } = this.#views;
    const start = this.#tables.dates.length / dateColumns;
    for (let at = first * dateColumns; at < end * dateColumns; at += dateColumns) {
      const value = this.#string(dates[at + 2]!);
      this.#tables.dates.push(dates[at]!, dates[at + 1]!, value, dates[at + 3]!, dates[at + 4]!);
    }
    return start;
  }

  #numbers(first: number, end: number): number {
    const { numbers, numberValues } = this.#views;
    const start = this.#tables.numbers.length / numberColumns;
    for (let row = first; row < end; row++) {
      const at = row * numberColumns;
      const unit = this.#string(numbers[at + 2]!);
      this.#tables.numbers.push(numbers[at]!, numbers[at + 1]!, unit, numbers[at + 3]!);
      const value = numberValues[row * 2] ?? 0;
      this.#tables.numberValues.push(value, numberValues[row * 2 + 1] ?? Number.NaN);
    }
    return start;
  }

  #list(start: number, count: number): readonly [start: number, count: number] {
    const { lists } = this.#tables;
    const copied = lists.length;
    const numbers = this.#views.lists.subarray(start, start + Math.min(count, mostListItems));
    for (const number of numbers) lists.push(this.#string(number));
    return [copied, numbers.length];
  }

  /** `none` for a missing value. */
  #string(number: number): number {
    const { text, textOffsets } = this.#views;
    if (number + 1 >= textOffsets.length) return none;
    let copied = this.#strings[number]!;
    if (copied === none) {
      const units = text.subarray(textOffsets[number]!, textOffsets[number + 1]!);
      copied = this.#tables.strings.numberOfUnits(units);
      this.#strings[number] = copied;
    }
    return copied;
  }
}
