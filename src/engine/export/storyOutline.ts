/** A story as headings, tables and sentences, in the reader's words: what Markdown and the report for print are written from. */
import type {
  Difference,
  DisputedKind,
  PublicationDate,
  StoryArticle,
  StoryReport,
  StoryStatement,
  StoryVersion,
  TollKind,
} from "../model/index.ts";
import { dateInWords, type ExportWording } from "./citation.ts";

/** The words that the export of a story needs. */
export interface StoryWording
  extends Pick<ExportWording, "dateInferred" | "dateUnknown" | "formatDate"> {
  /** BCP 47 tag and direction of these words. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly titles: Readonly<
    Record<"when" | "quotes" | "differing" | "tolls" | "sources" | "alone" | "shared", string>
  >;
  readonly columns: Readonly<
    Record<
      | "outlet"
      | "date"
      | "title"
      | "words"
      | "change"
      | "speaker"
      | "detail"
      | "value"
      | "source"
      | "through"
      | "count",
      string
    >
  >;
  /** One line that says what this is and that it makes no judgement. */
  readonly lead: string;
  /** What the first version of a statement is called. */
  readonly first: string;
  /** Returns in words which outlet was first, as far as the dates show. */
  describeFirst(articles: readonly StoryArticle[]): string;
  nameOf(article: StoryArticle): string;
  /** Returns the relation of a version to the one it is compared with, in words. */
  relationOf(version: StoryVersion, other: StoryVersion): string;
  changeOf(difference: Difference): string;
  detailOf(kind: DisputedKind): string;
  tollOf(kind: TollKind): string;
  comparedWith(outlet: string): string;
}

/** A cell of a table: words, perhaps in a language of their own, perhaps with an address. */
export interface OutlineCell {
  readonly text: string;
  readonly language?: string | null;
  readonly url?: string | null;
}

/** A table under a heading. */
export interface OutlineTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly OutlineCell[])[];
}

/** A part of the document; one without rows is left out. */
export interface OutlineSection {
  readonly title: string;
  readonly tables: readonly OutlineTable[];
}

/** A story as a document. */
export interface StoryOutline {
  readonly title: OutlineCell;
  readonly lead: string;
  /** Who printed it first. */
  readonly first: string;
  readonly sections: readonly OutlineSection[];
}

/** Returns the outline of a story. */
export function storyOutline(report: StoryReport, wording: StoryWording): StoryOutline {
  const { titles } = wording;
  const [first] = report.articles;
  const ofKind = (kind: StoryStatement["kind"]) =>
    report.statements
      .filter((statement) => statement.kind === kind)
      .map((statement) => versionsTable(statement, report, wording));
  const sections: readonly OutlineSection[] = [
    { title: titles.when, tables: [timeTable(report, wording)] },
    { title: titles.quotes, tables: ofKind("quote") },
    { title: titles.tolls, tables: [tollTable(report, wording)] },
    { title: titles.differing, tables: [differingTable(report, wording)] },
    { title: titles.sources, tables: [sourcesTable(report, wording)] },
    { title: titles.alone, tables: [aloneTable(report, wording)] },
    { title: titles.shared, tables: ofKind("claim") },
  ];
  return {
    title: { text: first?.title ?? "", language: first?.language ?? null },
    lead: wording.lead,
    first: wording.describeFirst(report.articles),
    sections: sections.flatMap(({ title, tables }) => {
      const filled = tables.filter(({ rows }) => rows.length > 0);
      return filled.length === 0 ? [] : [{ title, tables: filled }];
    }),
  };
}

function timeTable({ articles }: StoryReport, wording: StoryWording): OutlineTable {
  const { date, outlet, title } = wording.columns;
  return {
    columns: [date, outlet, title],
    rows: articles.map((article) => [
      dateCell(article.published, wording),
      outletCell(article, wording),
      { text: article.title, language: article.language, url: article.url },
    ]),
  };
}

function versionsTable(
  { versions }: StoryStatement,
  { articles }: StoryReport,
  wording: StoryWording,
): OutlineTable {
  const { outlet, date, words, change, speaker } = wording.columns;
  return {
    columns: [outlet, date, words, change, speaker],
    rows: versions.map((version) => {
      const article = articles[version.article]!;
      return [
        outletCell(article, wording),
        dateCell(article.published, wording),
        { text: version.text, language: article.language },
        { text: changesOf(version, versions, articles, wording) },
        { text: voices(version) },
      ];
    }),
  };
}

function changesOf(
  { compared, ...version }: StoryVersion,
  versions: readonly StoryVersion[],
  articles: readonly StoryArticle[],
  wording: StoryWording,
): string {
  const other = compared === null ? undefined : versions[compared.with];
  if (compared === null || other === undefined) return wording.first;
  const changes = compared.differences.filter(({ kind }) => kind !== "wording");
  return [
    wording.relationOf({ ...version, compared }, other),
    wording.comparedWith(wording.nameOf(articles[other.article]!)),
    ...changes.map((change) => wording.changeOf(change)),
  ].join("; ");
}

function voices({ via, speaker, role }: StoryVersion): string {
  const named = speaker === null ? [] : [role === null ? speaker : `${speaker}, ${role}`];
  return [...via, ...named].join(" ← ");
}

function differingTable(
  { disagreements, statements, articles }: StoryReport,
  wording: StoryWording,
): OutlineTable {
  const { detail, value, outlet, words } = wording.columns;
  return {
    columns: [detail, value, outlet, words],
    rows: disagreements.flatMap(({ kind, statement, values }) => {
      const first = statements[statement]!.versions[0]!;
      const sentence = { text: first.text, language: articles[first.article]!.language };
      return values.map(({ text, articles: places }) => [
        { text: wording.detailOf(kind) },
        { text },
        { text: places.map((index) => wording.nameOf(articles[index]!)).join("; ") },
        sentence,
      ]);
    }),
  };
}

function tollTable({ tolls, articles }: StoryReport, wording: StoryWording): OutlineTable {
  const { detail, value, outlet, date, words } = wording.columns;
  return {
    columns: [detail, value, outlet, date, words],
    rows: tolls.flatMap(({ kind, values }) =>
      values.map(({ article, text, sentence }) => [
        { text: wording.tollOf(kind) },
        { text },
        outletCell(articles[article]!, wording),
        dateCell(articles[article]!.published, wording),
        { text: sentence, language: articles[article]!.language },
      ]),
    ),
  };
}

function sourcesTable({ sources, articles }: StoryReport, wording: StoryWording): OutlineTable {
  const { outlet, source, through, count } = wording.columns;
  return {
    columns: [outlet, source, through, count],
    rows: sources.map(({ article, name, role, via, count: times }) => [
      outletCell(articles[article]!, wording),
      { text: role === null ? name : `${name}, ${role}` },
      { text: via.join(" ← ") },
      { text: String(times) },
    ]),
  };
}

function aloneTable({ alone, articles }: StoryReport, wording: StoryWording): OutlineTable {
  const { outlet, words } = wording.columns;
  return {
    columns: [outlet, words],
    rows: alone.flatMap(({ article, passages }) =>
      passages.map(({ text }) => [
        outletCell(articles[article]!, wording),
        { text, language: articles[article]!.language },
      ]),
    ),
  };
}

function outletCell(article: StoryArticle, wording: StoryWording): OutlineCell {
  return { text: wording.nameOf(article) };
}

function dateCell(published: PublicationDate | null, wording: StoryWording): OutlineCell {
  return { text: dateInWords(published, wording) };
}
