import { nameOfPart } from "../../engine/model/index.ts";
import { parseBoundedJson } from "../boundedJson.ts";
import { bounds } from "../bounds.ts";
import { ArticleDataError } from "../knownData.ts";
import { createLineSplitter } from "../lineSplitter.ts";
import type { FileReader, ReadTools } from "./fileItems.ts";
import { type Item, refused } from "./item.ts";
import { isArticle, itemsOfValue } from "./itemsOfJson.ts";

/**
 * Returns a reader of JSON Lines: each line is read, or refused with its number, on its own. Beside
 * a list of articles there may be other data: a file whose first line is not an article is skipped
 * there.
 */
export function createLineReader(name: string, { parseHtml, known }: ReadTools): FileReader {
  const decoder = new TextDecoder();
  const lines = createLineSplitter(bounds.recordChars);
  let number = 0;
  let hasItems = false;
  let isOther = false;

  function* itemsOf(line: string | null): Generator<Item> {
    number++;
    if (isOther || line?.trim() === "") return;
    const itsName = nameOfPart(name, "line", number);
    try {
      if (line === null) throw new ArticleDataError("refusedTooLong", bounds.recordChars);
      const value = parseBoundedJson(line);
      isOther = number === 1 && known.hasListBeside(name) && !isArticle(value);
      if (isOther) return;
      hasItems = true;
      yield* itemsOfValue(value, itsName, parseHtml);
    } catch (error) {
      if (!(error instanceof ArticleDataError)) throw error;
      hasItems = true;
      yield refused(itsName, error.reason);
    }
  }

  return {
    *push(chunk) {
      for (const line of lines.push(decoder.decode(chunk, { stream: true }))) yield* itemsOf(line);
    },
    *end() {
      for (const line of lines.push(decoder.decode())) yield* itemsOf(line);
      yield* itemsOf(lines.end());
      if (!hasItems && number <= 1 && !isOther) yield refused(name, { key: "refusedEmpty" });
    },
  };
}
