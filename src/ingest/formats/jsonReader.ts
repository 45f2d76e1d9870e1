import { nameOfPart } from "../../engine/model/index.ts";
import { parseBoundedJson } from "../boundedJson.ts";
import { bounds } from "../bounds.ts";
import { markedEncoding } from "../decodeText.ts";
import { ArticleDataError, isObject } from "../knownData.ts";
import type { FileReader, ReadTools } from "./fileItems.ts";
import { type Item, refused } from "./item.ts";
import { itemsOfValue, listNames } from "./itemsOfJson.ts";
import { createJsonSplitter } from "./jsonSplitter.ts";
import { isListName } from "./knownFiles.ts";

/**
 * Returns a reader of JSON that is too long to be parsed at once: a list of records, read element by
 * element. An `articles.json` of that length is refused as a whole, with one reason.
 */
export function createJsonReader(name: string, { parseHtml }: ReadTools): FileReader {
  const splitter = createJsonSplitter([...listNames, "@graph"]);
  let decoder: TextDecoder | null = null;
  let number = 0;
  let isOver = false;

  function* itemsOf(element: string | null): Generator<Item> {
    if (isOver) return;
    const itsName = nameOfPart(name, "article", ++number);
    try {
      if (element === null) throw new ArticleDataError("refusedTooLong", bounds.recordChars);
      const value = parseBoundedJson(element);
      isOver = number === 1 && isListName(name) && !(isObject(value) && "body" in value);
      if (isOver) yield refused(name, { key: "refusedListTooLong" });
      else yield* itemsOfValue(value, itsName, parseHtml);
    } catch (error) {
      if (!(error instanceof ArticleDataError)) throw error;
      yield refused(itsName, error.reason);
    }
  }

  function* itemsIn(text: string): Generator<Item> {
    if (isOver) return;
    for (const element of splitter.push(text)) yield* itemsOf(element);
  }

  return {
    *push(chunk) {
      decoder ??= new TextDecoder(markedEncoding(chunk) ?? "utf-8");
      yield* itemsIn(decoder.decode(chunk, { stream: true }));
    },
    *end() {
      yield* itemsIn(decoder?.decode() ?? "");
      const rest = splitter.end();
      if (rest === null || rest.trim() !== "") yield* itemsOf(rest);
    },
  };
}
