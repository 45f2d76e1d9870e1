import { nameOfPart, type RefusalReason } from "../../engine/model/index.ts";
import { areArticleRecords } from "../articleRecords.ts";
import { listEntries } from "../articlesJson.ts";
import { JsonBoundError, parseBoundedJson } from "../boundedJson.ts";
import { bounds, megabytes } from "../bounds.ts";
import { decodeText } from "../decodeText.ts";
import { articleFromFeedItem } from "../feeds/articleFromFeedItem.ts";
import { countFeedItems } from "../feeds/countFeedItems.ts";
import { FeedError, type FeedItem } from "../feeds/feed.ts";
import { parseFeed } from "../feeds/parseFeed.ts";
import { withoutRepeated } from "../feeds/repeatedParagraphs.ts";
import { ArticleDataError } from "../knownData.ts";
import { safeArticle } from "../safeArticle.ts";
import { articleOfDocument, looksLikeHtml } from "./articleOfDocument.ts";
import type { FileReader, ReadTools } from "./fileItems.ts";
import { type Item, refused } from "./item.ts";
import { itemOf, itemsOfJson } from "./itemsOfJson.ts";
import { createJsonReader } from "./jsonReader.ts";
import { isListName } from "./knownFiles.ts";
import { createLineReader } from "./lineReader.ts";
import { pageInParts } from "./mailParts.ts";
import { beginsAsPage, feedWithin, isFeed } from "./markupStart.ts";
import { omissionsInFeedItem } from "./omissions.ts";
import { refusalOfBinary } from "./otherKinds.ts";
import { isTableName, itemsOfTable } from "./table.ts";

/**
 * Returns a reader of a file as a whole: a page, a text, a feed, or JSON that is not in lines.
 * Longer JSON is read element by element.
 */
export function createWholeReader(name: string, tools: ReadTools): FileReader {
  let chunks: Uint8Array[] = [];
  let length = 0;
  let elements: FileReader | null = null;
  const isTooLong = () => length > bounds.pageBytes;
  return {
    *push(chunk) {
      length += chunk.length;
      if (elements !== null) yield* elements.push(chunk);
      // The rest of a text that is too long is counted but not kept.
      else if (isTooLong()) chunks = [];
      else {
        chunks.push(chunk.slice());
        if (length <= bounds.wholeJsonBytes || !isJson(name, chunks[0]!)) return;
        elements = createJsonReader(name, tools);
        for (const each of chunks) yield* elements.push(each);
        chunks = [];
      }
    },
    *end() {
      if (elements !== null) yield* elements.end();
      else if (isTooLong()) yield refused(name, tooLong(length));
      else {
        const bytes = joined(chunks, length);
        chunks = [];
        yield* itemsOfBytes(name, bytes, tools);
      }
    },
  };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function isJson(name: string, start: Uint8Array): boolean {
  return isJsonText(name, decodeText(start.subarray(0, sniffedBytes)) ?? "");
}

function isJsonText(name: string, text: string): boolean {
  return /\.json$/i.test(name) || /^\s*[[{]\s*["[{\]}]/.test(text.slice(0, sniffedChars));
}

/** The first characters and bytes by which JSON is recognised. */
const sniffedChars = 200;
const sniffedBytes = 800;

function tooLong(bytes: number): RefusalReason {
  return { key: "refusedTooLarge", values: [megabytes(bytes), megabytes(bounds.pageBytes)] };
}

function* itemsOfBytes(name: string, bytes: Uint8Array, tools: ReadTools): Generator<Item> {
  const page = pageInParts(bytes);
  const text = page === null ? decodeText(bytes) : decodeText(page.bytes, page.contentType);
  if (text === null) {
    yield refused(name, refusalOfBinary(name));
  } else if (text.trim() === "") yield refused(name, { key: "refusedEmpty" });
  else if (page !== null) yield documentItem(name, text, tools, page.address);
  else if (isTableName(name)) yield* itemsOfTable(name, text, tools.parseHtml);
  else if (isJsonText(name, text)) yield* itemsOfJsonText(name, text, bytes, tools);
  else if (isFeed(text)) yield* itemsOfFeed(name, feedWithin(text), countFeedItems(text), tools);
  else if (isDamagedFeed(text)) yield refused(name, { key: "refusedDamagedFeed" });
  else yield documentItem(name, text, tools);
}

/**
 * True for a text that has the items of a feed although it does not begin like one. Read as a page, all
 * of them would be one article.
 */
function isDamagedFeed(text: string): boolean {
  if (beginsAsPage(text)) return false;
  const items = countFeedItems(text);
  return items > 1 || (items === 1 && /<channel[\s>]/i.test(text));
}

function* itemsOfJsonText(
  name: string,
  text: string,
  bytes: Uint8Array,
  tools: ReadTools,
): Generator<Item> {
  let value: unknown;
  try {
    value = parseBoundedJson(text, bounds.wholeJsonValues);
  } catch (error) {
    if (!(error instanceof ArticleDataError)) throw error;
    const lines = areLinesOfObjects(text);
    // Lines of JSON are often called .json.
    if (lines) yield* allItems(createLineReader(name, tools), bytes);
    else if (error instanceof JsonBoundError) yield* allItems(createJsonReader(name, tools), bytes);
    else yield refused(name, error.reason);
    return;
  }
  if (isListName(name) && !areArticleRecords(value)) {
    yield* faultsOfList(name, value);
    return;
  }
  const isJsonFeed = /jsonfeed\.org\/version/.test(String(Reflect.get(Object(value), "version")));
  const { items } = Object(value) as { readonly items?: unknown };
  const count = Array.isArray(items) ? items.length : 0;
  yield* isJsonFeed
    ? itemsOfFeed(name, text, count, tools)
    : itemsOfJson(value, name, tools.parseHtml);
}

/** The files that a list describes are items of their own; only its faults are named here. */
function* faultsOfList(name: string, value: unknown): Generator<Item> {
  try {
    for (const entry of listEntries(value)) {
      if ("broken" in entry) yield refused(nameOfPart(name, "entry", entry.broken), entry.reason);
    }
  } catch (error) {
    if (!(error instanceof ArticleDataError)) throw error;
    yield refused(name, error.reason);
  }
}

function* allItems(reader: FileReader, bytes: Uint8Array): Generator<Item> {
  yield* reader.push(bytes);
  yield* reader.end();
}

/** True if the first line is an object, and the next begins one. */
function areLinesOfObjects(text: string): boolean {
  const lines = text.trimStart();
  const end = lines.indexOf("\n");
  const first = lines.slice(0, Math.max(0, end)).trimEnd();
  return first.startsWith("{") && first.endsWith("}") && /^\s*\{/.test(lines.slice(end));
}

/** @param count items that the feed says it has */
function* itemsOfFeed(
  name: string,
  text: string,
  count: number,
  { parseHtml }: ReadTools,
): Generator<Item> {
  try {
    const feed = parseFeed(text, "", bounds.feedItems);
    if (feed.items.length === 0) yield refused(name, { key: "refusedEmptyFeed" });
    const items = withOwnAddresses(feed.items).map((item, at) => {
      const itsName = nameOfPart(name, "item", at + 1);
      return itemOf(itsName, () => {
        const article = safeArticle(articleFromFeedItem(item, feed, "", parseHtml));
        return { article, omissions: omissionsInFeedItem(item, article) };
      });
    });
    yield* withoutRepeatedTexts(items);
    const left = count - feed.items.length;
    if (left > 0 && feed.items.length > 0) {
      const values = [left, left + feed.items.length];
      yield refused(name, { key: "refusedFeedItems", values });
    }
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const { cause, message } = error;
    const isRefusal = cause instanceof ArticleDataError;
    yield refused(name, isRefusal ? cause.reason : { key: "refusedFeed", values: [message] });
  }
}

function* withoutRepeatedTexts(items: readonly Item[]): Generator<Item> {
  const articles = items.flatMap((item) => (item.kind === "article" ? [item.article] : []));
  const cleaned = withoutRepeated(articles)[Symbol.iterator]();
  for (const item of items) {
    if (item.kind === "refused") yield item;
    else yield { ...item, article: cleaned.next().value ?? item.article };
  }
}

/**
 * Posts of a live page share its address in a feed, and are articles of their own: only the first of
 * them is found at it.
 */
function withOwnAddresses(items: readonly FeedItem[]): readonly FeedItem[] {
  const owners = new Map<string, string>();
  return items.map((item) => {
    if (item.url === null) return item;
    const owner = owners.get(item.url);
    if (owner === undefined) owners.set(item.url, item.id);
    return owner === undefined || owner === item.id ? item : { ...item, url: null, link: null };
  });
}

/** @param address at which the page was saved, if the file says so */
function documentItem(
  name: string,
  text: string,
  tools: ReadTools,
  address: string | null = null,
): Item {
  return itemOf(name, () => {
    if (/^\s*<\?xml/.test(text) || /\.xml$/i.test(name)) checkIsHtml(text);
    const known = { ...(address === null ? {} : { urls: [address] }), ...tools.known.of(name) };
    const read = articleOfDocument(text, known, tools.parseHtml);
    if (read.article.body !== "") return read;
    throw new ArticleDataError("refusedNoText");
  });
}

function checkIsHtml(text: string): void {
  if (!looksLikeHtml(text)) throw new ArticleDataError("refusedXml");
}
