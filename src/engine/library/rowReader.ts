import {
  type Article,
  type ArticleId,
  contextSpans,
  type DateMention,
  type NameMention,
  type NumberMention,
  type PassageId,
  type PassageUnit,
  type PublicationDate,
  type QuoteContext,
  type Span,
  sourceKinds,
  type TextPart,
} from "../model/index.ts";
import { hashNext, termHash } from "../text/termHash.ts";
import { decodeUnits } from "./decodeUnits.ts";
import { unpackNameSpan } from "./nameSpan.ts";
import type { RowSections } from "./rowTables.ts";
import {
  articleColumn,
  articleColumns,
  basisCodes,
  boundCodes,
  dateColumns,
  datePrecisionCodes,
  mostVia,
  nameColumns,
  nameKindCodes,
  none,
  numberColumns,
  passageColumn,
  passageColumns,
  passageFlag,
  unitCodes,
  unitShift,
  viaShift,
} from "./segmentLayout.ts";

/**
 * A corpus passage as it is stored in the segment. Offsets belong to the article's title or body.
 */
export interface StoredPassage {
  readonly id: PassageId;
  /** The article's index in its segment, and the passage's index within the article. */
  readonly article: number;
  readonly ordinal: number;
  readonly in: TextPart;
  readonly unit: PassageUnit;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isClaim: boolean;
  readonly isQuoted: boolean;
  /** True if its source says that it is not so. */
  readonly negated: boolean;
  readonly speaker: string | null;
  readonly role: string | null;
  readonly via: readonly string[];
  readonly names: readonly NameMention[];
  readonly dates: readonly DateMention[];
  readonly numbers: readonly NumberMention[];
}

/** An article without its text. */
export type ArticleHead = Omit<Article, "body">;

/**
 * The most entries of a list, and code units of a text, that are read, so that damage cannot make
 * one endless.
 */
const mostListItems = 1000;
const mostTextUnits = 5_000_000;

/**
 * Reads articles and passages from the sections of a segment; damaged data never leads outside
 * them.
 */
export class SegmentRows {
  readonly #views: RowSections;
  readonly #heads = new Map<number, ArticleHead>();
  readonly #orderKeys = new Map<number, number>();

  constructor(views: RowSections) {
    this.#views = views;
  }

  /** Returns an article. Its index must be below the segment's article count. */
  article(index: number): Article {
    return {
      ...this.head(index),
      body: this.#string(this.#articleWord(index, articleColumn.body)),
    };
  }

  /** The article without its body, which is most of the work of reading it; read once and kept. */
  head(index: number): ArticleHead {
    let head = this.#heads.get(index);
    if (!head) {
      head = this.#readHead(index);
      this.#heads.set(index, head);
    }
    return head;
  }

  #readHead(index: number): ArticleHead {
    const at = (column: number) => this.#views.articles[index * articleColumns + column] ?? none;
    const c = articleColumn;
    return {
      id: this.#string(at(c.id)) as ArticleId,
      outlet: {
        name: this.#string(at(c.outletName)),
        domain: this.#stringOrNull(at(c.outletDomain)),
      },
      title: this.#string(at(c.title)),
      urls: this.#list(at(c.urlsStart), at(c.urlsCount)),
      published: this.publicationOf(index),
      relativeDatesCountFrom: this.#stringOrNull(at(c.relativeDatesCountFrom)),
      byline: this.#stringOrNull(at(c.byline)),
      agencies: this.#list(at(c.agenciesStart), at(c.agenciesCount)),
      language: this.#stringOrNull(at(c.language)),
      ...this.#sourceOf(at(c.sourceKind), at(c.sourceName)),
    };
  }

  #sourceOf(code: number, name: number): Pick<Article, "source"> {
    const kind = sourceKinds[code];
    return kind === undefined ? {} : { source: { kind, name: this.#string(name) } };
  }

  /** When the article was published; null if it is not known. */
  publicationOf(index: number): PublicationDate | null {
    const at = (column: number) => this.#articleWord(index, column);
    const { dateValue, datePrecision, dateBasis } = articleColumn;
    return this.#date(at(dateValue), at(datePrecision), at(dateBasis));
  }

  /** Returns the id of an article, by its index in the segment. */
  articleId(index: number): ArticleId {
    return this.#string(this.#articleWord(index, articleColumn.id)) as ArticleId;
  }

  /** Returns a key that sorts equal scores the same way in every library with this article. */
  orderKey(passage: number): number {
    const article = this.articleOf(passage);
    let key = this.#orderKeys.get(article);
    if (key === undefined) {
      key = termHash("article", this.articleId(article));
      this.#orderKeys.set(article, key);
    }
    return hashNext(key, passage - this.#articleWord(article, articleColumn.firstPassage));
  }

  /** The passages of an article: the index of the first, and how many. */
  passagesOf(article: number): { readonly first: number; readonly count: number } {
    const row = article * articleColumns;
    const total = Math.floor(this.#views.passages.length / passageColumns);
    const first = Math.min(total, this.#views.articles[row + articleColumn.firstPassage] ?? total);
    const count = this.#views.articles[row + articleColumn.passageCount] ?? 0;
    return { first, count: Math.min(count, total - first) };
  }

  /** The index of the article that a passage belongs to. */
  articleOf(passage: number): number {
    const articles = Math.floor(this.#views.articles.length / articleColumns);
    const article = this.#passageWord(passage, passageColumn.article);
    return Math.min(article, Math.max(0, articles - 1));
  }

  /** Returns the span of a passage in its title or body. */
  spanOf(passage: number): Span {
    const row = passage * passageColumns;
    const start = this.#views.passages[row + passageColumn.start] ?? 0;
    return { start, end: this.#views.passages[row + passageColumn.end] ?? start };
  }

  /** Returns a passage with its facts, by its index in the segment. */
  passage(index: number): StoredPassage {
    const at = (column: number) => this.#passageWord(index, column);
    const c = passageColumn;
    const article = this.articleOf(index);
    const flags = at(c.flags);
    const part: TextPart = flags & passageFlag.inTitle ? "title" : "body";
    const id = this.articleId(article);
    const ordinal = Math.max(0, index - this.#articleWord(article, articleColumn.firstPassage));
    return {
      id: `${id}:${ordinal}` as PassageId,
      article,
      ordinal,
      in: part,
      unit: unitCodes[(flags >>> unitShift) & 3] ?? "sentence",
      start: at(c.start),
      end: at(c.end),
      text: this.#slice(this.#articleWord(article, articleColumn[part]), at(c.start), at(c.end)),
      isClaim: (flags & passageFlag.isClaim) !== 0,
      isQuoted: (flags & passageFlag.isQuoted) !== 0,
      negated: (flags & passageFlag.negated) !== 0,
      speaker: this.#stringOrNull(at(c.speaker)),
      role: this.#stringOrNull(at(c.role)),
      via: this.#list(at(c.viaStart), (flags >>> viaShift) & mostVia),
      names: this.#facts(index, c.namesStart, (row) => this.#name(row, at(c.start))),
      dates: this.#facts(index, c.datesStart, (row) => this.#dateMention(row)),
      numbers: this.#facts(index, c.numbersStart, (row) => this.#number(row)),
    };
  }

  /** Returns the text around a passage, by its index in the segment. */
  contextOf(index: number): QuoteContext {
    const at = (column: number) => this.#passageWord(index, column);
    const part = at(passageColumn.flags) & passageFlag.inTitle ? "title" : "body";
    const text = this.#articleWord(this.articleOf(index), articleColumn[part]);
    const { before, after } = contextSpans({
      start: at(passageColumn.start),
      end: at(passageColumn.end),
    });
    return {
      prefix: this.#slice(text, before.start, before.end),
      suffix: this.#slice(text, after.start, after.end),
    };
  }

  /** Facts of a passage: from its own start to the next passage's, or to the end of the table. */
  #facts<T>(index: number, column: number, read: (row: number) => T | null): readonly T[] {
    const { passages } = this.#views;
    const at = index * passageColumns + column;
    const start = passages[at] ?? 0;
    const end = passages[at + passageColumns] ?? start + mostListItems;
    return rowsFrom(start, Math.max(0, end - start), read);
  }

  #name(row: number, passageStart: number): NameMention | null {
    const at = row * nameColumns;
    const words = this.#views.names;
    if (at + nameColumns > words.length) return null;
    const { start, length, kind } = unpackNameSpan(words[at]!);
    return {
      start: passageStart + start,
      end: passageStart + start + length,
      canonical: this.#string(words[at + 1]!),
      key: this.#string(words[at + 2]!),
      kind: nameKindCodes[kind] ?? "other",
    };
  }

  #dateMention(row: number): DateMention | null {
    const at = row * dateColumns;
    const words = this.#views.dates;
    if (at + dateColumns > words.length) return null;
    return {
      start: words[at]!,
      end: words[at + 1]!,
      value: this.#stringOrNull(words[at + 2]!),
      precision: datePrecisionCodes[words[at + 3]!] ?? "day",
      relative: words[at + 4] === 1,
    };
  }

  #number(row: number): NumberMention | null {
    const at = row * numberColumns;
    const words = this.#views.numbers;
    const values = this.#views.numberValues;
    if (at + numberColumns > words.length || row * 2 + 2 > values.length) return null;
    const upper = values[row * 2 + 1]!;
    return {
      start: words[at]!,
      end: words[at + 1]!,
      value: values[row * 2]!,
      upper: Number.isNaN(upper) ? null : upper,
      unit: this.#stringOrNull(words[at + 2]!),
      bound: boundCodes[words[at + 3]!] ?? "exact",
    };
  }

  #date(value: number, precision: number, basis: number): PublicationDate | null {
    const text = this.#stringOrNull(value);
    const named = datePrecisionCodes[precision];
    if (text === null || named === undefined || named === "week" || named === "weekday")
      return null;
    return { value: text, precision: named, basis: basisCodes[basis] ?? "inferred" };
  }

  #articleWord(article: number, column: number): number {
    return this.#views.articles[article * articleColumns + column] ?? none;
  }

  #passageWord(passage: number, column: number): number {
    return this.#views.passages[passage * passageColumns + column] ?? none;
  }

  #list(start: number, count: number): readonly string[] {
    const numbers = this.#views.lists.subarray(start, start + Math.min(count, mostListItems));
    return Array.from(numbers, (number) => this.#string(number));
  }

  #stringOrNull(number: number): string | null {
    return number + 1 < this.#views.textOffsets.length ? this.#string(number) : null;
  }

  #string(number: number): string {
    return this.#slice(number, 0, mostTextUnits);
  }

  /** Code units `start…end` of a stored string, cut to the string. */
  #slice(number: number, start: number, end: number): string {
    const offsets = this.#views.textOffsets;
    const first = offsets[number];
    const last = offsets[number + 1];
    if (first === undefined || last === undefined || last <= first) return "";
    const from = Math.min(first + start, last);
    const to = Math.min(first + end, last, from + mostTextUnits);
    return decodeUnits(this.#views.text.subarray(from, Math.max(from, to)));
  }
}

function rowsFrom<T>(start: number, count: number, read: (row: number) => T | null): readonly T[] {
  const rows: T[] = [];
  for (let row = start; row < start + Math.min(count, mostListItems); row++) {
    const fact = read(row);
    if (fact === null) break;
    rows.push(fact);
  }
  return rows;
}
