import { parseHTML } from "linkedom";
import type { Article } from "../engine/model/index.ts";
import { articleFromHtml } from "../ingest/articleFromHtml.ts";
import { articleFromText } from "../ingest/articleFromText.ts";
import { holdsArticle } from "../ingest/holdsArticle.ts";
import type { KnownOfArticle } from "../ingest/knownOfArticle.ts";
import { InputError } from "./inputError.ts";

/** The article in a page's HTML or text, told apart by content. Throws InputError if there is none. */
export function readDocument(source: string, name: string, known: KnownOfArticle): Article {
  if (!looksLikeHtml(source)) {
    const article = articleFromText(source, known);
    if (article.body !== "" || article.title !== "") return article;
    throw new InputError(`${name}: no text of an article is found in it`);
  }
  const article = articleFromHtml(parse(source, name), known);
  if (holdsArticle(article)) return article;
  throw new InputError(
    `${name}: no article is found in this HTML; if the page is built by scripts, save it from the browser, or pass its text`,
  );
}

function parse(source: string, name: string): Document {
  try {
    const page = /<(?:html|body)\b/i.test(source) ? source : `<html><body>${source}</body></html>`;
    return parseHTML(page).document as unknown as Document;
  } catch (error) {
    throw new InputError(`${name}: cannot be parsed as HTML (${(error as Error).message})`);
  }
}

const elements = "p|div|article|section|main|h[1-6]|meta|title|span|a|li|ul|table|blockquote";
const documentStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const fragmentStart = new RegExp(`^\\s*<(?:${elements})(?:\\s[^<>]*)?>`, "i");
const anyElement = new RegExp(`</?(?:${elements})(?:\\s[^<>]*)?>`, "gi");

/** The beginning of a document or fragment, or a text with several of the elements of pages. */
function looksLikeHtml(source: string): boolean {
  const start = source.slice(0, 4096);
  if (documentStart.test(start) || fragmentStart.test(start)) return true;
  return (start.match(anyElement)?.length ?? 0) >= 3;
}
