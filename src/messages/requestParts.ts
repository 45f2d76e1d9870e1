/**
 * Parts that the requests of several protocols share. The limits of texts are far above any article,
 * and far below what could do harm.
 */
import * as v from "valibot";
import type { ArticleId } from "../engine/model/index.ts";

/** A request without content. */
export const nothing = v.strictObject({});

/** One line of text: a title, an address, an id. */
export const line = v.pipe(v.string(), v.maxLength(4_000));

/** A text from a page, such as its body. */
export const text = v.pipe(v.string(), v.maxLength(4_000_000));

/** A whole number from 0 on: a count, an offset, the browser's id of a tab. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Brands a text as the id of an article; whether there is one is for the library to say. */
export const articleId = v.pipe(
  line,
  v.transform((id) => id as ArticleId),
);

/** The publication date of an article. */
export const published = v.object({
  value: v.pipe(v.string(), v.maxLength(40)),
  precision: v.picklist(["year", "month", "day", "minute", "second"]),
  basis: v.picklist(["stated", "inferred"]),
});
