import {
  type Article,
  type ArticleReading,
  type ReadPassage,
  sourceKinds,
} from "../model/index.ts";
import { packNameSpan } from "./nameSpan.ts";
import { flagsOf } from "./passageFlags.ts";
import { type RowSections, RowTables } from "./rowTables.ts";
import {
  basisCodes,
  boundCodes,
  dateColumns,
  datePrecisionCodes,
  mostVia,
  nameColumns,
  nameKindCodes,
  none,
  numberColumns,
  passageFlag,
  viaShift,
} from "./segmentLayout.ts";
import { type PassageSource, sourceOfPassage } from "./speaker.ts";

/** Returns the rows of an article, without an index. */
export function rowsOf(reading: ArticleReading): RowSections {
  const rows = new RowWriter();
  rows.putReading(reading);
  return rows.sections();
}

/** Collects the rows of articles, passages and facts that have just been read. */
export class RowWriter {
  readonly #tables = new RowTables();
  #articleCount = 0;
  #passageCount = 0;

  /** Adds the rows of an article and its passages, with their facts. */
  putReading(reading: ArticleReading): void {
    this.#putArticle(reading.article, reading.passages.length);
    for (const passage of reading.passages) this.#putPassage(reading, passage);
  }

  #putArticle(article: Article, passageCount: number): void {
    const { strings } = this.#tables;
    const date = article.published;
    this.#tables.articles.push(
      strings.numberOf(article.id),
      strings.numberOf(article.outlet.name),
      strings.numberOrNone(article.outlet.domain),
      strings.numberOf(article.title),
      strings.numberOf(article.body),
      ...this.#putList(article.urls),
      strings.numberOrNone(date?.value ?? null),
      date ? codeOf(datePrecisionCodes, date.precision) : none,
      date ? codeOf(basisCodes, date.basis) : none,
      strings.numberOrNone(article.relativeDatesCountFrom),
      strings.numberOrNone(article.byline),
      ...this.#putList(article.agencies),
      strings.numberOrNone(article.language),
      this.#passageCount,
      passageCount,
      article.source ? codeOf(sourceKinds, article.source.kind) : none,
      strings.numberOrNone(article.source?.name ?? null),
    );
    this.#articleCount++;
  }

  #putPassage(reading: ArticleReading, passage: ReadPassage): void {
    const source = sourceOfPassage(reading, passage);
    this.#tables.passages.push(
      this.#articleCount - 1,
      passage.start,
      passage.end,
      flagsOf(passage) | flagsOfSource(source),
      this.#tables.strings.numberOrNone(source.speaker),
      this.#tables.strings.numberOrNone(source.role),
      this.#putList(source.via.slice(0, mostVia))[0],
      this.#putNames(passage),
      this.#putDates(passage),
      this.#putNumbers(passage),
    );
    this.#passageCount++;
  }

  #putNames({ names, start: passageStart }: ReadPassage): number {
    const start = this.#tables.names.length / nameColumns;
    for (const name of names) {
      const span = packNameSpan({
        start: name.start - passageStart,
        length: name.end - name.start,
        kind: codeOf(nameKindCodes, name.kind),
      });
      if (span === null) continue;
      this.#tables.names.push(
        span,
        this.#tables.strings.numberOf(name.canonical),
        this.#tables.strings.numberOf(name.key),
      );
    }
    return start;
  }

  #putDates({ dates }: ReadPassage): number {
    const start = this.#tables.dates.length / dateColumns;
    for (const date of dates) {
      this.#tables.dates.push(
        date.start,
        date.end,
        this.#tables.strings.numberOrNone(date.value),
        codeOf(datePrecisionCodes, date.precision),
        date.relative ? 1 : 0,
      );
    }
    return start;
  }

  #putNumbers({ numbers }: ReadPassage): number {
    const start = this.#tables.numbers.length / numberColumns;
    for (const number of numbers) {
      this.#tables.numbers.push(
        number.start,
        number.end,
        this.#tables.strings.numberOrNone(number.unit),
        codeOf(boundCodes, number.bound),
      );
      this.#tables.numberValues.push(number.value, number.upper ?? Number.NaN);
    }
    return start;
  }

  /** Returns the sections of all rows that were put in. */
  sections(): RowSections {
    return this.#tables.sections();
  }

  /** Stores a list of strings; returns where it begins and its length. */
  #putList(list: readonly string[]): readonly [start: number, count: number] {
    const { lists, strings } = this.#tables;
    const start = lists.length;
    for (const item of list) lists.push(strings.numberOf(item));
    return [start, list.length];
  }
}

function flagsOfSource({ negated, via }: PassageSource): number {
  return (Math.min(mostVia, via.length) << viaShift) | (negated ? passageFlag.negated : 0);
}

function codeOf(codes: readonly string[], value: string): number {
  return Math.max(0, codes.indexOf(value));
}
