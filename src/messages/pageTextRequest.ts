import * as v from "valibot";

/** Limits of what a page may send: far above any article, far below what could do harm. */
const maxBodyChars = 4_000_000;
const maxLineChars = 4_000;

/** One line of text from a page. */
export const line = v.pipe(v.string(), v.maxLength(maxLineChars));

/** Any text from a page. */
export const text = v.pipe(v.string(), v.maxLength(maxBodyChars));

const published = v.object({
  value: v.pipe(v.string(), v.maxLength(40)),
  precision: v.picklist(["year", "month", "day", "minute", "second"]),
  basis: v.picklist(["stated", "inferred"]),
});

/** Validates a page that is sent to be matched. */
export const pageText = v.object({
  url: v.nullable(line),
  title: line,
  body: text,
  outlet: v.nullable(v.object({ name: line, domain: v.nullable(line) })),
  published: v.nullable(published),
  language: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  scope: v.picklist(["article", "selection"]),
});
