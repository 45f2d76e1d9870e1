import { areArticleRecords } from "../articleRecords.ts";
import { decodeText } from "../decodeText.ts";
import { articleFromFeedItem } from "../feeds/articleFromFeedItem.ts";
import { FeedError } from "../feeds/feed.ts";
import { parseFeed } from "../feeds/parseFeed.ts";
import { ArticleDataError } from "../knownData.ts";
import { safeArticle } from "../safeArticle.ts";
import { articleOfDocument, looksLikeHtml } from "./articleOfDocument.ts";
import type { FileReader, ReadTools } from "./fileItems.ts";
import { type Item, refused } from "./item.ts";
import { itemOf, itemsOfJson } from "./itemsOfJson.ts";
import { isListName } from "./knownFiles.ts";
import { createLineReader } from "./lineReader.ts";
import { beginsAsFeed } from "./markupStart.ts";

/** The longest single page: ten times the longest news pages there are. */
const mostPageBytes = 20_000_000;
/** An array of records has to be parsed as a whole; longer collections come as JSON Lines. */
const mostJsonBytes = 300_000_000;

/** A file that is understood as a whole: a page, a text, a feed, or JSON that is not in lines. */
export function createWholeReader(name: string, tools: ReadTools): FileReader {
  const most = /\.json$/i.test(name) ? mostJsonBytes : mostPageBytes;
  let chunks: Uint8Array[] = [];
  let length = 0;
  return {
    push(chunk) {
      length += chunk.length;
      // What is too long is counted to its end, and not kept.
      if (length > most) chunks = [];
      else chunks.push(chunk.slice());
      return [];
    },
    end() {
      if (length > most) return [refused(name, tooLong(length, most))];
      const bytes = new Uint8Array(length);
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      chunks = [];
      return itemsOfBytes(name, bytes, tools);
    },
  };
}

function tooLong(bytes: number, most: number): string {
  const megabytes = (count: number) => `${(count / 1_000_000).toFixed(1)} MB`;
  return `is ${megabytes(bytes)}, and the longest that is read is ${megabytes(most)}; give it one page, without what is embedded in it`;
}

function itemsOfBytes(name: string, bytes: Uint8Array, tools: ReadTools): readonly Item[] {
  const text = decodeText(bytes);
  if (text === null) {
    return [refused(name, "is binary, not text or HTML; save the page itself and try again")];
  }
  if (text.trim() === "") return [refused(name, "holds nothing but white space")];
  if (/\.json$/i.test(name) || /^\s*[[{]\s*["[{\]}]/.test(text.slice(0, 200))) {
    return itemsOfJsonText(name, text, bytes, tools);
  }
  if (beginsAsFeed(text)) return itemsOfFeed(name, text, tools);
  return [documentItem(name, text, tools)];
}

function itemsOfJsonText(
  name: string,
  text: string,
  bytes: Uint8Array,
  tools: ReadTools,
): readonly Item[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Lines of JSON are often called .json.
    if (areLinesOfObjects(text)) {
      const lines = createLineReader(name, tools);
      return [...lines.push(bytes), ...lines.end()];
    }
    return [refused(name, `is not JSON (${(error as Error).message})`)];
  }
  if (isListName(name) && !areArticleRecords(value)) return [];
  const isFeed = /jsonfeed\.org\/version/.test(String(Reflect.get(Object(value), "version")));
  return isFeed ? itemsOfFeed(name, text, tools) : [...itemsOfJson(value, name, tools.parseHtml)];
}

/** True if the first line is an object, and the next begins one. */
function areLinesOfObjects(text: string): boolean {
  const lines = text.trimStart();
  const end = lines.indexOf("\n");
  const first = lines.slice(0, Math.max(0, end)).trimEnd();
  return first.startsWith("{") && first.endsWith("}") && /^\s*\{/.test(lines.slice(end));
}

function itemsOfFeed(name: string, text: string, { parseHtml }: ReadTools): readonly Item[] {
  try {
    const feed = parseFeed(text, "");
    if (feed.items.length === 0) return [refused(name, "is a feed without items")];
    return feed.items.map((item, at) => {
      const itsName = `${name}: item ${at + 1}`;
      return itemOf(itsName, () =>
        safeArticle(articleFromFeedItem(item, feed, "", parseHtml), itsName),
      );
    });
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return [refused(name, `is no feed that can be read (${error.message})`)];
  }
}

function documentItem(name: string, text: string, tools: ReadTools): Item {
  return itemOf(name, () => {
    if (/^\s*<\?xml/.test(text) || /\.xml$/i.test(name)) checkIsHtml(text);
    const article = articleOfDocument(text, tools.known.of(name), tools.parseHtml);
    if (article.body !== "") return article;
    throw new ArticleDataError("no text of an article is found in it");
  });
}

function checkIsHtml(text: string): void {
  if (!looksLikeHtml(text)) throw new ArticleDataError("is XML, but neither a feed nor a page");
}
