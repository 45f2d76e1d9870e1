import type { Library } from "../../engine/library/library.ts";
import type { SearchablePassage } from "../../engine/match/retrieval/retriever.ts";
import { splitSentences } from "../../engine/text/sentences.ts";
import { InputError } from "../inputError.ts";
import { readJsonLines, textIn } from "../read/jsonLines.ts";
import { readLines } from "../read/readLines.ts";

/**
 * Returns the passages to look for: a claim or headline as a whole, a longer text sentence by
 * sentence.
 */
const longestWhole = 1000;

/** True for a JSON Lines file of `{"id","text"}`, judged by its first line. */
export function isFileOfTexts(file: string): boolean {
  if (!/\.(?:jsonl|ndjson)$/i.test(file)) return false;
  for (const { text } of readLines(file))
    return /"text"\s*:/.test(text) && !/"body"\s*:/.test(text);
  return false;
}

/** The texts of such a file; a line that cannot be used is given to `problem`. */
export function* passagesOfTexts(
  file: string,
  problem: (line: string) => void,
): Generator<SearchablePassage> {
  for (const { id, text } of readJsonLines(file, readText, problem)) {
    if (text.length <= longestWhole) yield { articleId: id, text };
    else {
      for (const { start, end } of splitSentences(text)) {
        yield { articleId: id, text: text.slice(start, end) };
      }
    }
  }
}

/** Returns the id and text of an entry of a corpus or of a query. Throws InputError. */
export function readText(value: Readonly<Record<string, unknown>>): { id: string; text: string } {
  const id = typeof value.id === "number" ? String(value.id) : textIn(value, "id");
  const text = textIn(value, "text");
  if (text.trim() === "") throw new InputError('"text" is empty');
  return { id, text };
}

/** Titles and sentences of a library's articles. */
export function* passagesOfLibrary(library: Library): Generator<SearchablePassage> {
  for (let passage = 0; passage < library.passageCount; passage++) {
    const { unit, text } = library.passage(passage);
    if (unit === "quote") continue;
    yield { articleId: library.articleHead(library.articleOf(passage)).id, text };
  }
}
