import type {
  ArticleId,
  MatchReport,
  PageMatch,
  PassageId,
  PublicationDate,
  Reference,
} from "../../../src/engine/model/index.ts";

export const lavrovOnThePage =
  "“We have come to an understanding on how the military representatives of Russia and Turkey on the ground will go on coordinating their steps under the new circumstances,” Foreign Minister Sergey Lavrov told journalists.";

/** A date that the outlet printed. */
export function stated(value: string): PublicationDate {
  return { value, precision: "day", basis: "stated" };
}

/** A date that was worked out. */
export function inferred(value: string): PublicationDate {
  return { value, precision: "day", basis: "inferred" };
}

interface ReferenceParts extends Partial<Omit<Reference, "article" | "passage">> {
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string | null;
  readonly published?: PublicationDate | null;
  readonly text?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly language?: string;
}

let lastPassage = 0;

/** A reference to The Moscow Times in other words, unless the parts say otherwise. */
export function reference(parts: ReferenceParts = {}): Reference {
  const { outlet = "The Moscow Times", title, url, published, language, ...its } = parts;
  const { text, prefix, suffix, ...rest } = its;
  lastPassage += 1;
  return {
    article: {
      id: outlet as ArticleId,
      outlet,
      title: title ?? "Russia, Turkey Have 'Decisive' Syria Peace Role, Putin Says",
      url: url === undefined ? "https://outlet.example/article" : url,
      published: published === undefined ? stated("2018-12-31") : published,
      ...(language === undefined ? {} : { language }),
    },
    passage: {
      id: `${outlet}:${lastPassage}` as PassageId,
      text:
        text ?? "“We reached an agreement on how they will continue to coordinate their actions.”",
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    },
    relation: "reworded",
    score: 0.9,
    speaker: null,
    via: [],
    differences: [],
    ...rest,
  };
}

/** A match whose best reference gives its relation. */
export function match(parts: Partial<PageMatch> = {}): PageMatch {
  const references = parts.references ?? [reference({ relation: parts.relation ?? "reworded" })];
  const exact = parts.exact ?? lavrovOnThePage;
  return {
    in: "body",
    start: 0,
    end: exact.length,
    exact,
    kind: "quote",
    relation: references[0]?.relation ?? "reworded",
    score: 0.9,
    speaker: null,
    references,
    ...parts,
  };
}

/** A report on the given matches. */
export function report(
  matches: readonly PageMatch[],
  parts: Partial<MatchReport> = {},
): MatchReport {
  return {
    schema: 1,
    page: {
      title: "Moscow and Ankara Prepare for a Syria Without American Troops",
      outlet: "The Demonstration",
      url: "http://localhost/",
      published: stated("2018-12-31"),
      language: "en",
      passageCount: 40,
    },
    copyOf: null,
    matches,
    ...parts,
  };
}
