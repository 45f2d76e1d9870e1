import { parseHTML } from "linkedom";
import type { Article } from "../engine/model/index.ts";
import { articleOfDocument } from "../ingest/formats/articleOfDocument.ts";
import { faultOf } from "../ingest/formats/item.ts";
import { ArticleDataError } from "../ingest/knownData.ts";
import type { KnownOfArticle } from "../ingest/knownOfArticle.ts";
import { InputError } from "./inputError.ts";

/**
 * Returns the article in a page's HTML or text. Throws InputError, which names the page, if there
 * is none.
 */
export function readDocument(source: string, name: string, known: KnownOfArticle): Article {
  try {
    return articleOfDocument(source, known, parseHtml).article;
  } catch (error) {
    const reason = error instanceof ArticleDataError ? error.message : faultOf(error);
    throw new InputError(`${name}: ${reason}`);
  }
}

/** Returns what the options say of a page: its address, and the day on which it was published. */
export function knownOf({
  url,
  date,
}: {
  readonly url?: string;
  readonly date?: string;
}): KnownOfArticle {
  return {
    ...(url === undefined ? {} : { urls: [url] }),
    ...(date === undefined
      ? {}
      : { published: { value: date, precision: "day", basis: "stated" } as const }),
  };
}

/** Parses HTML into a document; nothing in it runs, and nothing is loaded. */
export function parseHtml(html: string): Document {
  return parseHTML(html).document as unknown as Document;
}
