import { parseHTML } from "linkedom";
import type { Article } from "../../engine/model/index.ts";
import { decodeText } from "../../ingest/decodeText.ts";
import { articleOfDocument } from "../../ingest/formats/articleOfDocument.ts";
import { createDocxReader, isDocx } from "../../ingest/formats/docxReader.ts";
import type { Item } from "../../ingest/formats/item.ts";
import { itemOf } from "../../ingest/formats/itemsOfJson.ts";
import { createKnownFiles } from "../../ingest/formats/knownFiles.ts";
import { pageInParts } from "../../ingest/formats/mailParts.ts";
import { refusalOfBinary, refusalOfKind } from "../../ingest/formats/otherKinds.ts";
import { itemOfPdf } from "../../ingest/formats/pdfItem.ts";
import { isZip } from "../../ingest/formats/zipReader.ts";
import { ArticleDataError } from "../../ingest/knownData.ts";
import type { KnownOfArticle } from "../../ingest/knownOfArticle.ts";
import { isPdf } from "../../ingest/pdf/isPdf.ts";
import { InputError } from "../inputError.ts";
import { englishReason } from "../print/english.ts";
import type { ReadPdf } from "./pdfProcess.ts";
import { nameOf, readInput } from "./readInput.ts";

/**
 * Returns the article in a file, or in standard input for "-": a page's HTML or text, a Word
 * document or a PDF. Throws InputError, which names the file, if there is none.
 */
export function readDocument(file: string, known: KnownOfArticle, readPdf: ReadPdf): Article {
  const name = nameOf(file);
  const item = itemIn(name, readInput(file), known, readPdf);
  if (item.kind === "article") return item.article;
  throw new InputError(`${name}: ${englishReason(item.reason)}`);
}

function itemIn(name: string, bytes: Uint8Array, known: KnownOfArticle, readPdf: ReadPdf): Item {
  if (isPdf(bytes)) return itemOfPdf(name, readPdf(bytes), known);
  if (isZip(bytes) && isDocx(name, bytes)) {
    const its = createKnownFiles(new Map([[name, known]]));
    const reader = createDocxReader(name, { parseHtml, known: its });
    return [...reader.push(bytes), ...reader.end()].at(-1)!;
  }
  return itemOf(name, () => {
    const page = pageInParts(bytes);
    const text = textIn(name, page?.bytes ?? bytes, page?.contentType);
    const address = page?.address ?? null;
    const its = { ...(address === null ? {} : { urls: [address] }), ...known };
    return articleOfDocument(text, its, parseHtml);
  });
}

function textIn(name: string, bytes: Uint8Array, contentType?: string): string {
  const refusal = refusalOfKind(bytes);
  if (refusal !== null) throw new ArticleDataError(refusal.key);
  const text = decodeText(bytes, contentType);
  if (text === null) throw new ArticleDataError(refusalOfBinary(name).key);
  if (text.trim() === "") throw new ArticleDataError("refusedEmpty");
  return text;
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
