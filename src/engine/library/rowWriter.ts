import type { ArticleReading, ReadPassage } from "../model/index.ts";
import { GrowableU32 } from "./growable.ts";
import {
  basisCodes,
  boundCodes,
  dateColumns,
  datePrecisionCodes,
  nameColumns,
  nameKindCodes,
  none,
  numberColumns,
  passageFlag,
  unitCodes,
  unitShift,
} from "./segmentLayout.ts";
import { sourceOfPassage } from "./speaker.ts";
import { ListTable, StringTable } from "./stringTable.ts";

/** What a section holds before it is laid out. */
export type SectionData = Uint16Array | Uint32Array | Float64Array;

/** The sections that hold articles, passages and facts. */
export type RowSection =
  | "text"
  | "textOffsets"
  | "lists"
  | "articles"
  | "passages"
  | "names"
  | "dates"
  | "numbers"
  | "numberValues";

/** Collects the rows of articles, passages and facts, in the column order of the layout. */
export class RowWriter {
  readonly #strings = new StringTable();
  readonly #lists = new ListTable(this.#strings);
  readonly #articles = new GrowableU32();
  readonly #passages = new GrowableU32();
  readonly #names = new GrowableU32();
  readonly #dates = new GrowableU32();
  readonly #numbers = new GrowableU32();
  readonly #numberValues: number[] = [];
  #articleCount = 0;
  #passageCount = 0;

  putArticle({ article, passages }: ArticleReading): void {
    const strings = this.#strings;
    const date = article.published;
    this.#articles.push(
      strings.numberOf(article.id),
      strings.numberOf(article.outlet.name),
      strings.numberOrNone(article.outlet.domain),
      strings.numberOf(article.title),
      strings.numberOf(article.body),
      ...this.#lists.put(article.urls),
      strings.numberOrNone(date?.value ?? null),
      date ? codeOf(datePrecisionCodes, date.precision) : none,
      date ? codeOf(basisCodes, date.basis) : none,
      strings.numberOrNone(article.relativeDatesCountFrom),
      strings.numberOrNone(article.byline),
      ...this.#lists.put(article.agencies),
      strings.numberOrNone(article.language),
      this.#passageCount,
      passages.length,
    );
    this.#articleCount++;
  }

  putPassage(reading: ArticleReading, passage: ReadPassage): void {
    const source = sourceOfPassage(reading, passage);
    this.#passages.push(
      this.#articleCount - 1,
      passage.start,
      passage.end,
      flagsOf(passage, source.negated),
      this.#strings.numberOrNone(source.speaker),
      this.#strings.numberOrNone(source.role),
      ...this.#lists.put(source.via),
      ...this.#putNames(passage),
      ...this.#putDates(passage),
      ...this.#putNumbers(passage),
    );
    this.#passageCount++;
  }

  #putNames({ names }: ReadPassage): readonly [number, number] {
    const start = this.#names.length / nameColumns;
    for (const name of names) {
      this.#names.push(
        name.start,
        name.end,
        this.#strings.numberOf(name.canonical),
        this.#strings.numberOf(name.key),
        codeOf(nameKindCodes, name.kind),
      );
    }
    return [start, names.length];
  }

  #putDates({ dates }: ReadPassage): readonly [number, number] {
    const start = this.#dates.length / dateColumns;
    for (const date of dates) {
      this.#dates.push(
        date.start,
        date.end,
        this.#strings.numberOrNone(date.value),
        codeOf(datePrecisionCodes, date.precision),
        date.relative ? 1 : 0,
      );
    }
    return [start, dates.length];
  }

  #putNumbers({ numbers }: ReadPassage): readonly [number, number] {
    const start = this.#numbers.length / numberColumns;
    for (const number of numbers) {
      this.#numbers.push(
        number.start,
        number.end,
        this.#strings.numberOrNone(number.unit),
        codeOf(boundCodes, number.bound),
      );
      this.#numberValues.push(number.value, number.upper ?? Number.NaN);
    }
    return [start, numbers.length];
  }

  sections(): Record<RowSection, SectionData> {
    const { text, offsets } = this.#strings.sections();
    return {
      text,
      textOffsets: offsets,
      lists: this.#lists.numbers.values(),
      articles: this.#articles.values(),
      passages: this.#passages.values(),
      names: this.#names.values(),
      dates: this.#dates.values(),
      numbers: this.#numbers.values(),
      numberValues: Float64Array.from(this.#numberValues),
    };
  }
}

function flagsOf(passage: ReadPassage, negated: boolean): number {
  return (
    (passage.in === "title" ? passageFlag.inTitle : 0) |
    (passage.isClaim ? passageFlag.isClaim : 0) |
    (passage.isQuoted ? passageFlag.isQuoted : 0) |
    (negated ? passageFlag.negated : 0) |
    (codeOf(unitCodes, passage.unit) << unitShift)
  );
}

function codeOf(codes: readonly string[], value: string): number {
  return Math.max(0, codes.indexOf(value));
}
