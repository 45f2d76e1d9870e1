import type { FileReader, ReadTools } from "./fileItems.ts";
import { type Item, refused } from "./item.ts";
import { isArticle, itemsOfValue } from "./itemsOfJson.ts";

/** A longer line is no article; what never ends must not fill the memory. */
const longestLine = 10_000_000;

/**
 * JSON Lines: each line is read, or refused with its number, by itself. Beside a list of articles
 * lie other data of theirs too: a file whose first line is no article is left alone there.
 */
export function createLineReader(name: string, { parseHtml, known }: ReadTools): FileReader {
  const decoder = new TextDecoder();
  let rest = "";
  let number = 0;
  let isSkipping = false;
  let isOther = false;

  function itemsOf(line: string): readonly Item[] {
    number++;
    const isRest = isSkipping;
    isSkipping = false;
    if (isRest || isOther || line.trim() === "") return [];
    const itsName = `${name}: line ${number}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      return [refused(itsName, `is not JSON (${(error as Error).message})`)];
    }
    isOther = number === 1 && known.hasListBeside(name) && !isArticle(value);
    return isOther ? [] : [...itemsOfValue(value, itsName, parseHtml)];
  }

  function take(text: string): readonly Item[] {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    const items = lines.flatMap(itemsOf);
    if (rest.length <= longestLine) return items;
    rest = "";
    if (isSkipping) return items;
    isSkipping = true;
    return [...items, refused(`${name}: line ${number + 1}`, "is too long to be an article")];
  }

  return {
    push: (chunk) => take(decoder.decode(chunk, { stream: true })),
    end() {
      const items = [...take(decoder.decode()), ...itemsOf(rest)];
      return number > 1 || items.length > 0 ? items : [refused(name, "holds no lines")];
    },
  };
}
