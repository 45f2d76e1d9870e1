import { comparePublished, type StoryArticle, type StoryReport } from "../model/index.ts";
import { csvLine } from "./csv.ts";

/** Names of the columns: stable, for programs; new ones come last. */
const columns = [
  "part",
  "number",
  "outlet",
  "published",
  "date_basis",
  "article",
  "url",
  "language",
  "kind",
  "relation",
  "compared_with",
  "difference",
  "speaker",
  "via",
  "words",
  "order",
  "story",
  "prefix",
  "suffix",
] as const;

type Row = Partial<Record<(typeof columns)[number], string>>;

/**
 * Returns a story as CSV (RFC 4180), in one table: `part` says what a line is (article, version,
 * difference, toll, source, alone), `number` which statement a version or difference belongs to, from 1,
 * `story` the title of the story's first article.
 */
export function storyCsv(report: StoryReport): string {
  return storyCsvHead() + storyCsvRows(report);
}

/** Returns the names of the columns, as the first line of a file. */
export function storyCsvHead(): string {
  return csvLine(columns);
}

/** Returns the lines of a story without the names of the columns; a file may have several. */
export function storyCsvRows(report: StoryReport): string {
  const story = report.articles[0]?.title ?? "";
  const rows = [
    ...report.articles.map(
      (article, at): Row => ({
        part: "article",
        number: String(at + 1),
        ...printed(article),
        order: orderOf(article, report.articles[0]!),
      }),
    ),
    ...versionRows(report),
    ...differenceRows(report),
    ...report.tolls.flatMap(({ kind, values }) =>
      values.map(
        ({ article, text, sentence }): Row => ({
          part: "toll",
          ...printed(report.articles[article]!),
          ...{ kind, difference: text, words: sentence },
        }),
      ),
    ),
    ...report.sources.map(
      ({ article, name, via, role }): Row => ({
        part: "source",
        ...printed(report.articles[article]!),
        speaker: role === null ? name : `${name}, ${role}`,
        via: via.join("; "),
      }),
    ),
    ...report.alone.flatMap(({ article, passages }) =>
      passages.map(
        ({ text, kind, speaker }): Row => ({
          part: "alone",
          ...printed(report.articles[article]!),
          ...{ kind, words: text, speaker: speaker ?? "" },
        }),
      ),
    ),
  ];
  return rows.map((row) => csvLine(columns.map((its) => ({ ...row, story })[its] ?? ""))).join("");
}

function versionRows({ statements, articles }: StoryReport): readonly Row[] {
  return statements.flatMap(({ versions }, at) =>
    versions.map((version): Row => {
      const { article, text, kind, speaker, role, via, compared, prefix, suffix } = version;
      const other = compared === null ? undefined : versions[compared.with];
      const changes = compared?.differences.filter((its) => its.kind !== "wording") ?? [];
      return {
        part: "version",
        number: String(at + 1),
        ...printed(articles[article]!),
        kind,
        relation: compared?.relation ?? "",
        compared_with: other === undefined ? "" : articles[other.article]!.outlet,
        difference: changes.map((its) => `${its.kind}: ${its.page} | ${its.corpus}`).join("; "),
        speaker: speaker === null || role === null ? (speaker ?? "") : `${speaker}, ${role}`,
        via: via.join("; "),
        words: text,
        ...{ prefix, suffix },
      };
    }),
  );
}

function differenceRows({ disagreements, articles }: StoryReport): readonly Row[] {
  return disagreements.flatMap(({ kind, statement, values }) =>
    values.flatMap(({ text, articles: places }) =>
      places.map(
        (index): Row => ({
          part: "difference",
          number: String(statement + 1),
          ...printed(articles[index]!),
          ...{ kind, words: text },
        }),
      ),
    ),
  );
}

function printed({ outlet, published, title, url, language }: StoryArticle): Row {
  return {
    outlet,
    published: published?.value ?? "",
    date_basis: published?.basis ?? "",
    article: title,
    url: url ?? "",
    language: language ?? "",
  };
}

/**
 * Returns whether an article is earlier or later than the first one; empty if one of the dates is
 * not known.
 */
function orderOf({ published }: StoryArticle, first: StoryArticle): string {
  if (published === null || first.published === null) return "";
  const order = comparePublished(published, first.published);
  if (order === 0) return "about the same time as the first";
  return order < 0 ? "before the first" : "after the first";
}
