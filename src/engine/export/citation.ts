import type { Difference, PageMatch, PublicationDate, Reference } from "../model/index.ts";

/** The words of the reader's language that an export needs; the engine has none of its own. */
export interface ExportWording {
  /** BCP 47 */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** Returns the relation of a reference to the page's passage, in words. */
  readonly relationOf: (match: PageMatch, reference: Reference) => string;
  /** A difference in words: "number: “7” here, “8” there". */
  readonly differenceOf: (difference: Difference) => string;
  readonly dateInferred: string;
  readonly dateUnknown: string;
  readonly formatDate: (published: PublicationDate) => string;
  /** A moment, given as an instant (ISO 8601). */
  readonly formatMoment: (instant: string) => string;
  /** "in German"; the language is given as a BCP 47 tag. */
  readonly inLanguage: (language: string) => string;
  /** "read 5 March 2019, 18:20" */
  readonly retrieved: (moment: string) => string;
  /** "Made with Second Source, 5 March 2019, 18:20" */
  readonly made: (moment: string) => string;
  readonly score: (score: string) => string;
}

/**
 * Returns one outlet's passage as a line to paste into a text: words, outlet, title, date, address.
 */
export function citation(
  { article, passage, speaker }: Reference,
  wording: Pick<ExportWording, "dateInferred" | "dateUnknown" | "formatDate" | "inLanguage">,
): string {
  const words = /^["“„«‘']/.test(passage.text) ? passage.text : `“${passage.text}”`;
  const said = speaker === null ? words : `${words} (${speaker})`;
  const printed = [
    ...named(
      article,
      (outlet) => outlet,
      (title) => `“${title}”`,
    ),
    dateInWords(article.published, wording),
    ...otherLanguage(article, wording),
  ].join(", ");
  return [said, "—", `${printed}.`, ...(article.url === null ? [] : [article.url])].join(" ");
}

/**
 * Returns an article's outlet and title as they are written: those that are known, and what stands for an unknown
 * outlet (`shownOutlet`) once.
 */
export function named(
  { outlet, title }: Pick<Reference["article"], "outlet" | "title">,
  writeOutlet: (outlet: string) => string,
  writeTitle: (title: string) => string,
): readonly string[] {
  return [
    ...(outlet === "" || outlet === title ? [] : [writeOutlet(outlet)]),
    ...(title === "" ? [] : [writeTitle(title)]),
  ];
}

/** "in German", of an article in another language than the page's; else nothing. */
export function otherLanguage(
  { language }: Reference["article"],
  { inLanguage }: Pick<ExportWording, "inLanguage">,
): readonly string[] {
  return language === undefined ? [] : [inLanguage(language)];
}

/** Returns a date in the reader's format; an inferred one says so. */
export function dateInWords(
  published: PublicationDate | null,
  wording: Pick<ExportWording, "dateInferred" | "dateUnknown" | "formatDate">,
): string {
  if (published === null) return wording.dateUnknown;
  const date = wording.formatDate(published);
  return published.basis === "inferred" ? `${date} (${wording.dateInferred})` : date;
}

/** Returns the differences that need words, because they cannot be seen in the text. */
export function differencesToDescribe({ differences }: Reference): readonly Difference[] {
  return differences.filter(({ kind }) => kind !== "wording");
}
