import type { PageMatch, PublicationDate, Reference } from "../model/index.ts";

/** The words of the reader's language that an export needs; the engine has none of its own. */
export interface ExportWording {
  /** How a reference stands to the page's passage. */
  readonly relationOf: (match: PageMatch, reference: Reference) => string;
  /** Said of a date that was worked out. */
  readonly dateInferred: string;
  readonly dateUnknown: string;
  readonly formatDate: (published: PublicationDate) => string;
  /** "in German"; the language is given as a BCP 47 tag. */
  readonly inLanguage: (language: string) => string;
}

/** One outlet's passage as a line to be pasted into a text: words, outlet, title, date, address. */
export function citation({ article, passage, speaker }: Reference, wording: ExportWording): string {
  const words = /^["“„«‘']/.test(passage.text) ? passage.text : `“${passage.text}”`;
  const said = speaker === null ? words : `${words} (${speaker})`;
  const printed = [
    article.outlet,
    `“${article.title}”`,
    dateInWords(article.published, wording),
    ...otherLanguage(article, wording),
  ].join(", ");
  return [said, "—", `${printed}.`, ...(article.url === null ? [] : [article.url])].join(" ");
}

/** "in German", of an article in another language than the page's; else nothing. */
export function otherLanguage(
  { language }: Reference["article"],
  { inLanguage }: ExportWording,
): readonly string[] {
  return language === undefined ? [] : [inLanguage(language)];
}

/** A date in the reader's format; an inferred one says so. */
export function dateInWords(
  published: PublicationDate | null,
  wording: Pick<ExportWording, "dateInferred" | "dateUnknown" | "formatDate">,
): string {
  if (published === null) return wording.dateUnknown;
  const date = wording.formatDate(published);
  return published.basis === "inferred" ? `${date} (${wording.dateInferred})` : date;
}
